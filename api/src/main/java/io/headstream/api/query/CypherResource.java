package io.headstream.api.query;

import io.headstream.api.answer.Answer;
import io.headstream.api.answer.PlanView;
import io.headstream.api.sandbox.StatementRunner;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/cypher")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Questions")
@RolesAllowed("read")
public class CypherResource {
    private final StatementRunner runner;

    public CypherResource(StatementRunner runner) {
        this.runner = runner;
    }

    @POST
    @Operation(
            operationId = "runCypher",
            summary = "Runs a Cypher statement that reads",
            description = "Statements that write, administer, load files or call procedures beyond a short list are"
                    + " refused before they run.")
    @APIResponse(
            responseCode = "200",
            description = "The answer",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "400", description = "The statement is refused or wrong; the detail names the part")
    @APIResponse(responseCode = "503", description = "Too many statements at a time, or no database")
    @APIResponse(responseCode = "504", description = "The statement took too long")
    public Answer run(@NotNull(message = "is missing; give {\"statement\": ...}") @Valid CypherRequest request) {
        return runner.runIfReadOnly(request.statement(), request.parametersOrNone(), request.limitOrDefault());
    }

    @POST
    @Path("/plan")
    @Operation(
            operationId = "planCypher",
            summary = "Shows how the database would run a statement that reads, without running it",
            description = "What POST /api/cypher refuses is refused here too; `limit` has no meaning.")
    @APIResponse(
            responseCode = "200",
            description = "The plan's last operator, with those before it as its children",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = PlanView.class)))
    @APIResponse(responseCode = "400", description = "The statement is refused or wrong; the detail names the part")
    public PlanView plan(@NotNull(message = "is missing; give {\"statement\": ...}") @Valid CypherRequest request) {
        return runner.plan(request.statement(), request.parametersOrNone());
    }
}
