package io.headstream.api.export;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/traces/{id}/export")
@Tag(name = "Traces")
@Blocking
@RolesAllowed("read")
public class TraceExportResource {
    private final TraceExports exports;

    public TraceExportResource(TraceExports exports) {
        this.exports = exports;
    }

    @GET
    @Operation(
            operationId = "exportTrace",
            summary = "A trace as a file",
            description =
                    "json is what POST /api/import takes, of the schema at /trace.schema.json; graphml is the whole"
                            + " graph; csv and parquet are a zip of nodes, edges and trace; circuit-tracer is the"
                            + " attribution graph of that tool and Neuronpedia.")
    @APIResponse(
            responseCode = "200",
            description = "The file, its name in Content-Disposition",
            content = @Content(mediaType = "*/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "400", description = "No such format")
    @APIResponse(responseCode = "404", description = "No such trace")
    @APIResponse(responseCode = "409", description = "The trace does not have what the format needs")
    public Response export(
            @Parameter(description = "id, or `latest`") @PathParam("id") String id,
            @Parameter(description = "json, graphml, csv, parquet or circuit-tracer")
                    @QueryParam("format")
                    @DefaultValue("json")
                    String format) {
        ExportFormat wanted = ExportFormat.parse(format);
        String trace = exports.resolve(id);
        StreamingOutput body = exports.body(trace, wanted);
        return Response.ok(body, wanted.traceType())
                .header(HttpHeaders.CONTENT_DISPOSITION, FileName.attachment(exports.name(trace, wanted)))
                .build();
    }
}
