package io.headstream.api.label;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
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

@Path("/api/labels")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Labels")
@RolesAllowed("read")
public class LabelResource {
    private final Labels labels;

    public LabelResource(Labels labels) {
        this.labels = labels;
    }

    @GET
    @Operation(operationId = "listLabels", summary = "What people call components, the newest first")
    @APIResponse(
            responseCode = "200",
            description = "Labels",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ComponentLabel.All.class)))
    @APIResponse(responseCode = "404", description = "No such model")
    public ComponentLabel.All list(
            @Parameter(description = "id or name of the model") @QueryParam("model") @Nullable String model,
            @Parameter(description = "part of a label, a note or a component's name", example = "name")
                    @QueryParam("query")
                    @Nullable
                    String query,
            @QueryParam("limit") @DefaultValue("1000") @Min(1) @Max(5000) int limit) {
        return new ComponentLabel.All(labels.of(model, query, limit));
    }

    @PUT
    @RolesAllowed("trace")
    @Path("/{model}/{component}")
    @Operation(operationId = "putLabel", summary = "Calls a component something, instead of what it was called before")
    @APIResponse(
            responseCode = "200",
            description = "The label",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ComponentLabel.class)))
    @APIResponse(responseCode = "400", description = "No label, or one that is too long, or no component of the model")
    @APIResponse(responseCode = "404", description = "No such model")
    public ComponentLabel put(
            @Parameter(description = "id or name") @PathParam("model") String model,
            @Parameter(example = "L3H2") @PathParam("component") String component,
            @NotNull(message = "is missing; give {\"label\": ...}") @Valid LabelRequest request) {
        return labels.put(model, component, request);
    }

    @DELETE
    @RolesAllowed("trace")
    @Path("/{model}/{component}")
    @Operation(operationId = "deleteLabel", summary = "Forgets what a component is called")
    @APIResponse(responseCode = "204", description = "It has no label")
    @APIResponse(responseCode = "404", description = "No such model, or it had none")
    public void delete(@PathParam("model") String model, @PathParam("component") String component) {
        labels.delete(model, component);
    }
}
