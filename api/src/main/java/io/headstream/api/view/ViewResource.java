package io.headstream.api.view;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
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

@Path("/api/views/{trace}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Views")
@RolesAllowed("read")
public class ViewResource {
    private final Views views;

    public ViewResource(Views views) {
        this.views = views;
    }

    @GET
    @Operation(
            operationId = "listViews",
            summary = "The views that were saved of a trace, by name",
            description = "Also those of other traces of the same: model, tokens, position, target and distractor.")
    @APIResponse(
            responseCode = "200",
            description = "Views",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SavedView.All.class)))
    @APIResponse(responseCode = "404", description = "No such trace")
    public SavedView.All list(@PathParam("trace") String trace) {
        return new SavedView.All(views.of(trace));
    }

    @PUT
    @RolesAllowed("trace")
    @Path("/{name}")
    @Operation(operationId = "putView", summary = "Saves a view, instead of the one that had the name before")
    @APIResponse(
            responseCode = "200",
            description = "The view",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SavedView.class)))
    @APIResponse(responseCode = "400", description = "An address or a name that cannot be")
    @APIResponse(responseCode = "404", description = "No such trace")
    public SavedView put(
            @PathParam("trace") String trace,
            @Parameter(example = "who moves whom") @PathParam("name") String name,
            @NotNull(message = "is missing; give {\"address\": ...}") @Valid ViewRequest request) {
        return views.put(trace, name, request.address());
    }

    @DELETE
    @RolesAllowed("trace")
    @Path("/{name}")
    @Operation(operationId = "deleteView", summary = "Forgets a view")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "404", description = "No such trace, or no view of the name")
    public void delete(@PathParam("trace") String trace, @PathParam("name") String name) {
        views.delete(trace, name);
    }
}
