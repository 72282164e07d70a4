package io.headstream.api.component;

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

@Path("/api/components/{model}/{component}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Models")
@RolesAllowed("read")
public class ComponentResource {
    private final Components components;

    public ComponentResource(Components components) {
        this.components = components;
    }

    @GET
    @Operation(
            operationId = "getComponent",
            summary = "A head, a neuron or an MLP over the newest 500 traces of its model",
            description = "How it attends, what it writes, what its weights say, and the traces where it matters most.")
    @APIResponse(
            responseCode = "200",
            description = "The component",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ComponentOverview.class)))
    @APIResponse(responseCode = "400", description = "No component of the model")
    @APIResponse(responseCode = "404", description = "No such model in the graph")
    public ComponentOverview get(
            @Parameter(description = "id or name") @PathParam("model") String model,
            @Parameter(example = "L3H2") @PathParam("component") String component) {
        return components.of(model, component);
    }
}
