package io.headstream.api.library;

import io.headstream.api.answer.Answer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/queries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Questions")
@RolesAllowed("read")
public class QueryResource {
    private final NamedQueryService questions;

    public QueryResource(NamedQueryService questions) {
        this.questions = questions;
    }

    @GET
    @Operation(
            operationId = "listQueries",
            summary = "Lists the named queries with their parameters, columns and statements")
    @APIResponse(
            responseCode = "200",
            description = "The library",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = QueryView.Library.class)))
    public QueryView.Library list() {
        return new QueryView.Library(questions.all());
    }

    @POST
    @Path("/{name}")
    @Operation(operationId = "runQuery", summary = "Asks a named query")
    @APIResponse(
            responseCode = "200",
            description = "The answer",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "400", description = "A parameter is missing, unknown or of the wrong type")
    @APIResponse(responseCode = "404", description = "No such query, trace or model")
    public Answer ask(
            @Parameter(example = "heads-that-write-a-token") @PathParam("name") String name,
            @Nullable QueryRequest request) {
        return questions.ask(name, request == null || request.parameters() == null ? Map.of() : request.parameters());
    }
}
