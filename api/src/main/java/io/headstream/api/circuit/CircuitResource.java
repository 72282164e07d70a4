package io.headstream.api.circuit;

import io.headstream.api.export.ExportFormat;
import io.headstream.api.export.FileName;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/circuits")
@Tag(name = "Circuits")
@Blocking
@RolesAllowed("read")
public class CircuitResource {
    private final Circuits circuits;

    public CircuitResource(Circuits circuits) {
        this.circuits = circuits;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listCircuits",
            summary = "The circuits that were found, the newest first",
            description = "A circuit is found by a job: POST /api/jobs with `circuit`.")
    @APIResponse(
            responseCode = "200",
            description = "Circuits",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CircuitSummary.All.class)))
    @APIResponse(responseCode = "404", description = "No such model")
    public CircuitSummary.All list(
            @Parameter(description = "id or name of the model") @QueryParam("model") @Nullable String model) {
        return new CircuitSummary.All(circuits.all(model));
    }

    @GET
    @Path("/{circuit}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getCircuit", summary = "A circuit with its nodes and edges")
    @APIResponse(
            responseCode = "200",
            description = "The circuit",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = WholeCircuit.class)))
    @APIResponse(responseCode = "404", description = "No such circuit or model")
    public WholeCircuit get(
            @Parameter(description = "id or name; the newest where several models have one of the name")
                    @PathParam("circuit")
                    String circuit,
            @Parameter(description = "id or name of the model") @QueryParam("model") @Nullable String model) {
        return circuits.whole(circuit, model);
    }

    @GET
    @Path("/{circuit}/export")
    @Operation(
            operationId = "exportCircuit",
            summary = "A circuit as a file",
            description = "json is what GET /api/circuits/{circuit} answers; graphml is for networkx and Gephi.")
    @APIResponse(
            responseCode = "200",
            description = "The file, its name in Content-Disposition",
            content = @Content(mediaType = "*/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "400", description = "No such format")
    @APIResponse(responseCode = "404", description = "No such circuit or model")
    public Response export(
            @Parameter(description = "id or name") @PathParam("circuit") String circuit,
            @Parameter(description = "id or name of the model") @QueryParam("model") @Nullable String model,
            @Parameter(description = "json or graphml") @QueryParam("format") @DefaultValue("json") String format) {
        ExportFormat wanted = ExportFormat.parse(format, List.of(ExportFormat.JSON, ExportFormat.GRAPHML));
        WholeCircuit whole = circuits.whole(circuit, model);
        Object body = wanted == ExportFormat.JSON ? whole : (StreamingOutput) out -> CircuitGraphMl.write(whole, out);
        String name = FileName.slug("circuit " + whole.circuit().name()) + "." + wanted.answerExtension();
        return Response.ok(body, wanted.answerType())
                .header(HttpHeaders.CONTENT_DISPOSITION, FileName.attachment(name))
                .build();
    }

    @DELETE
    @RolesAllowed("trace")
    @Path("/{circuit}")
    @Operation(operationId = "deleteCircuit", summary = "Removes a circuit")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "404", description = "No such circuit or model")
    public void remove(
            @Parameter(description = "id or name") @PathParam("circuit") String circuit,
            @Parameter(description = "id or name of the model") @QueryParam("model") @Nullable String model) {
        circuits.remove(circuit, model);
    }
}
