package io.headstream.api.trace;

import io.headstream.api.graph.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/traces/{id}/activations/{node}")
@Tag(name = "Traces")
@RolesAllowed("read")
public class ActivationResource {
    private final Activations activations;

    public ActivationResource(Activations activations) {
        this.activations = activations;
    }

    @GET
    @Operation(summary = "One activation: its figures, the tokens it writes and erases, its parts and its wholes")
    @APIResponse(
            responseCode = "200",
            description = "The activation",
            content = @Content(schema = @Schema(implementation = Activation.class)))
    @APIResponse(
            responseCode = "404",
            description = "No such trace, or the trace keeps no such activation",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    public Activation get(@PathParam("id") String id, @Parameter(example = "L3P5.H2") @PathParam("node") String node) {
        return activations.get(id, node);
    }
}
