package io.headstream.api.query;

import io.headstream.api.answer.AnswerFile;
import io.headstream.api.export.ExportFormat;
import io.headstream.api.sandbox.StatementRunner;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/cypher/export")
@Tag(name = "Questions")
@RolesAllowed("read")
public class CypherExportResource {
    private final StatementRunner runner;

    public CypherExportResource(StatementRunner runner) {
        this.runner = runner;
    }

    @POST
    @Operation(
            operationId = "exportCypher",
            summary = "The answer of a Cypher statement that reads, as a file",
            description = "At most 100,000 rows; where there are more, X-Headstream-Truncated is true.")
    @APIResponse(
            responseCode = "200",
            description = "The file, its name in Content-Disposition",
            content = @Content(mediaType = "*/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "400", description = "No such format, or the statement is refused or wrong")
    public Response run(
            @Parameter(description = "json, csv, parquet or graphml") @QueryParam("format") @DefaultValue("csv")
                    String format,
            @NotNull(message = "is missing; give {\"statement\": ...}") @Valid CypherRequest request) {
        ExportFormat wanted = ExportFormat.parse(format, ExportFormat.OF_ANSWERS);
        return AnswerFile.of(
                runner.runIfReadOnly(request.statement(), request.parametersOrNone(), AnswerFile.MOST_ROWS),
                "answer",
                wanted);
    }
}
