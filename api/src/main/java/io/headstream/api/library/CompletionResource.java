package io.headstream.api.library;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/completions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Questions")
@RolesAllowed("read")
public class CompletionResource {
    private final Completions completions;

    public CompletionResource(Completions completions) {
        this.completions = completions;
    }

    @GET
    @Operation(
            operationId = "complete",
            summary = "Completes a parameter from what there is in the graph",
            description =
                    "A token by how its writing begins (docs/tokens.md), with a leading space or without, or by its id, [17]; a trace by words of its"
                            + " prompt, newest first; the others by the beginning of their names.")
    @APIResponse(
            responseCode = "200",
            description = "Completions, best first",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Completion.Page.class)))
    @APIResponse(responseCode = "400", description = "No such type")
    @APIResponse(responseCode = "404", description = "No such model")
    public Completion.Page complete(
            @Parameter(example = "token", description = "token, trace, head, neuron, tag or model")
                    @QueryParam("type")
                    @DefaultValue("token")
                    String type,
            @Parameter(example = "Mar", description = "what was typed") @QueryParam("prefix") @DefaultValue("")
                    String prefix,
            @Parameter(description = "id or name; without it, of any") @QueryParam("model") Optional<String> model,
            @Parameter(description = "at most 100") @QueryParam("limit") @DefaultValue("20") int limit) {
        return new Completion.Page(completions.of(type, prefix, model, limit));
    }
}
