package io.headstream.api.flow;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.ws.rs.DefaultValue;
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

@Path("/api/traces/{id}/flow")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Traces")
@RolesAllowed("read")
public class FlowResource {
    private final Flows flows;

    public FlowResource(Flows flows) {
        this.flows = flows;
    }

    @GET
    @Operation(
            operationId = "getFlow",
            summary = "The flow graph of a trace",
            description = "What reaches the last residual state of the target position over edges of at least the"
                    + " threshold. An edge's share is its part of the residual state it ends in.")
    @APIResponse(
            responseCode = "200",
            description = "The picture",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Flow.class)))
    @APIResponse(responseCode = "400", description = "A detail, range or threshold that cannot be")
    @APIResponse(responseCode = "404", description = "No such trace")
    public Flow flow(
            @PathParam("id") String id,
            @QueryParam("threshold") @DefaultValue("0.04") @DecimalMin("0") @DecimalMax("1") double threshold,
            @Parameter(description = "no finer than the trace was stored", schema = @Schema(ref = "FlowDetail"))
                    @QueryParam("detail")
                    @DefaultValue("neurons")
                    String detail,
            @Parameter(example = "0-5") @QueryParam("layers") @Nullable String layers,
            @Parameter(example = "0-14") @QueryParam("positions") @Nullable String positions) {
        return flows.flow(
                id,
                threshold,
                Detail.named(detail),
                Range.parse("layers", layers),
                Range.parse("positions", positions));
    }
}
