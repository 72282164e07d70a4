package io.headstream.api.library;

import io.headstream.api.answer.AnswerFile;
import io.headstream.api.export.ExportFormat;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/queries/{name}/export")
@Tag(name = "Questions")
@RolesAllowed("read")
public class QueryExportResource {
    private final NamedQueryService questions;

    public QueryExportResource(NamedQueryService questions) {
        this.questions = questions;
    }

    @POST
    @Operation(
            operationId = "exportQuery",
            summary = "The answer of a named query, as a file",
            description = "At most 100,000 rows; where there are more, X-Headstream-Truncated is true.")
    @APIResponse(
            responseCode = "200",
            description = "The file, its name in Content-Disposition",
            content = @Content(mediaType = "*/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "404", description = "No such query, trace or model")
    public Response ask(
            @PathParam("name") String name,
            @Parameter(description = "json, csv, parquet or graphml") @QueryParam("format") @DefaultValue("csv")
                    String format,
            @Nullable QueryRequest request) {
        ExportFormat wanted = ExportFormat.parse(format, ExportFormat.OF_ANSWERS);
        Map<String, @Nullable Object> parameters =
                request == null || request.parameters() == null ? Map.of() : request.parameters();
        return AnswerFile.of(questions.ask(name, parameters, AnswerFile.MOST_ROWS), name, wanted);
    }
}
