package io.headstream.api.heads;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/traces/{id}/heads")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Traces")
@RolesAllowed("read")
public class HeadsResource {
    private final Heads heads;

    public HeadsResource(Heads heads) {
        this.heads = heads;
    }

    @GET
    @Operation(
            operationId = "getHeads",
            summary = "All heads of a trace: what they do for the metric and how they attend",
            description = "Of every head, whatever is kept of its outputs as nodes.")
    @APIResponse(
            responseCode = "200",
            description = "Heads by layer and index",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TraceHeads.class)))
    @APIResponse(responseCode = "404", description = "No such trace, or one that keeps no figures of all heads")
    public TraceHeads get(@PathParam("id") String id) {
        return heads.of(id);
    }
}
