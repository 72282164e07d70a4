package io.headstream.api.query;

import io.headstream.api.export.AnswerExport;
import io.headstream.api.export.ExportFormat;
import io.headstream.api.export.FileName;
import io.headstream.api.graph.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Answers as files: asked like any other, within the same limits, but with more rows. */
@Path("/api")
@Tag(name = "Questions")
public class AnswerExportResource {
    private static final int MOST_ROWS = 100_000;
    private static final String TRUNCATED = "X-Headstream-Truncated";

    private final StatementRunner runner;
    private final Questions questions;

    public AnswerExportResource(StatementRunner runner, Questions questions) {
        this.runner = runner;
        this.questions = questions;
    }

    @POST
    @Path("/cypher/export")
    @Operation(
            summary = "The answer of a Cypher statement that reads, as a file",
            description = "At most 100,000 rows; where there are more, X-Headstream-Truncated is true.")
    @APIResponse(responseCode = "200", description = "The file, its name in Content-Disposition")
    @APIResponse(
            responseCode = "400",
            description = "No such format, or the statement is refused or wrong",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    public Response run(
            @Parameter(description = "json, csv, parquet or graphml") @QueryParam("format") @DefaultValue("csv")
                    String format,
            @NotNull(message = "is missing; give {\"statement\": ...}") @Valid CypherRequest request) {
        ExportFormat wanted = ExportFormat.parse(format, ExportFormat.OF_ANSWERS);
        return file(runner.runIfReadOnly(request.statement(), request.parametersOrNone(), MOST_ROWS), "answer", wanted);
    }

    @POST
    @Path("/queries/{name}/export")
    @Operation(
            summary = "The answer of a named query, as a file",
            description = "At most 100,000 rows; where there are more, X-Headstream-Truncated is true.")
    @APIResponse(responseCode = "200", description = "The file, its name in Content-Disposition")
    @APIResponse(
            responseCode = "404",
            description = "No such query, trace or model",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    public Response ask(
            @PathParam("name") String name,
            @Parameter(description = "json, csv, parquet or graphml") @QueryParam("format") @DefaultValue("csv")
                    String format,
            @Nullable QueryRequest request) {
        ExportFormat wanted = ExportFormat.parse(format, ExportFormat.OF_ANSWERS);
        Map<String, @Nullable Object> parameters =
                request == null || request.parameters() == null ? Map.of() : request.parameters();
        return file(questions.ask(name, parameters, MOST_ROWS), name, wanted);
    }

    private static Response file(Answer answer, String name, ExportFormat format) {
        Object body =
                format == ExportFormat.JSON ? answer : new AnswerExport(answer.columns(), answer.rows()).as(format);
        return Response.ok(body, format.answerType())
                .header(HttpHeaders.CONTENT_DISPOSITION, FileName.attachment(name + "." + format.answerExtension()))
                .header(TRUNCATED, answer.truncated())
                .build();
    }
}
