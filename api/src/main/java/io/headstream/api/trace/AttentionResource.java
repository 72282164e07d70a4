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

@Path("/api/traces/{id}/attention")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Traces")
@RolesAllowed("read")
public class AttentionResource {
    private final Attentions attentions;

    public AttentionResource(Attentions attentions) {
        this.attentions = attentions;
    }

    @GET
    @Operation(
            operationId = "getAttention",
            summary = "Whole attention patterns, with scores of how heads behave and their figures by position",
            description = "Of all heads, of those of a layer, or of one.")
    @APIResponse(
            responseCode = "200",
            description = "Heads by layer and index",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Attention.class)))
    @APIResponse(responseCode = "404", description = "No such trace or head, or one whose patterns are not kept whole")
    public Attention get(
            @PathParam("id") String id,
            @Parameter(description = "only heads of this layer") @QueryParam("layer") @Nullable Integer layer,
            @Parameter(description = "only heads of this index within their layer") @QueryParam("head") @Nullable
                    Integer head) {
        return attentions.of(id, layer, head);
    }

    @GET
    @Path("thumbnails")
    @Operation(
            operationId = "getAttentionThumbnails",
            summary = "The attention patterns of all heads in one answer, small enough to be drawn side by side")
    @APIResponse(
            responseCode = "200",
            description = "Heads by layer and index",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AttentionThumbnails.class)))
    @APIResponse(responseCode = "400", description = "No such size")
    @APIResponse(responseCode = "404", description = "No such trace, or one whose patterns are not kept whole")
    public AttentionThumbnails thumbnails(
            @PathParam("id") String id,
            @Parameter(description = "rows and columns at the most, 8 to 128; 40 unless given")
                    @QueryParam("size")
                    @Nullable
                    Integer size) {
        return attentions.thumbnails(id, size);
    }
}
