package io.headstream.api.lens;

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

@Path("/api/traces/{id}/lens")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Traces")
@RolesAllowed("read")
public class LensResource {
    private final Lenses lenses;

    public LensResource(Lenses lenses) {
        this.lenses = lenses;
    }

    @GET
    @Operation(
            operationId = "getLens",
            summary = "The logit lens of a trace: what every residual state would predict, at all positions",
            description = "Of every state at the site, whatever is kept of them as nodes.")
    @APIResponse(
            responseCode = "200",
            description = "States by layer",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Lens.class)))
    @APIResponse(responseCode = "400", description = "No such site")
    @APIResponse(responseCode = "404", description = "No such trace, or one that keeps no lens of the site")
    public Lens get(
            @PathParam("id") String id,
            @Parameter(
                            description =
                                    "post, after each block, and the embedding before the first; or mid, between attention and MLP. Default post",
                            schema = @Schema(ref = "LensSite"))
                    @QueryParam("site")
                    @Nullable
                    String site) {
        return lenses.of(id, site);
    }
}
