package io.headstream.api.trace;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/traces/{id}/sum")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Traces")
@RolesAllowed("read")
public class SumResource {
    private final Sums sums;

    public SumResource(Sums sums) {
        this.sums = sums;
    }

    @GET
    @Operation(
            operationId = "getSum",
            summary = "A whole and its parts in order, with what is not stored, so that they add up",
            description =
                    "Without a node: the logit (or difference), from the embedding up to the final norm's constant.")
    @APIResponse(
            responseCode = "200",
            description = "The sum",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Sum.class)))
    @APIResponse(responseCode = "404", description = "No such trace or activation, or one that is no sum")
    public Sum get(
            @PathParam("id") String id,
            @Parameter(
                            description = "a whole: a residual state, attn_out, mlp_out or a head's output",
                            schema = @Schema(ref = "WholeId"))
                    @QueryParam("node")
                    @Nullable
                    String node) {
        return node == null || node.isEmpty() ? sums.ofPrediction(id) : sums.ofActivation(id, node);
    }
}
