package io.headstream.api.trace;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/traces/{id}/activations/{node}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Traces")
@RolesAllowed("read")
public class ActivationResource {
    private final Activations activations;

    public ActivationResource(Activations activations) {
        this.activations = activations;
    }

    @GET
    @Operation(
            operationId = "getActivation",
            summary = "One activation: its figures, the tokens it writes and erases, its parts and its wholes")
    @APIResponse(
            responseCode = "200",
            description = "The activation",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Activation.class)))
    @APIResponse(responseCode = "404", description = "No such trace, or the trace keeps no such activation")
    public Activation get(
            @PathParam("id") String id,
            @Parameter(schema = @Schema(ref = "ActivationId")) @PathParam("node") String node) {
        return activations.get(id, node);
    }
}
