package io.headstream.ingest.http;

import io.headstream.access.caller.Caller;
import io.headstream.ingest.computed.ComputedBlock;
import io.headstream.ingest.computed.ComputedBlocks;
import io.headstream.schema.ActivationId;
import io.headstream.tracer.error.TraceException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a trace does not keep. */
@Path("/api/computed/{trace}")
@Tag(name = "computed", description = "What a trace does not keep, computed by its model")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@RolesAllowed("read")
public class ComputedResource {
    private static final String TOKEN =
            "the token whose rank and probability each projection is asked for; the target where absent";

    private final ComputedBlocks blocks;
    private final Caller caller;

    public ComputedResource(ComputedBlocks blocks, Caller caller) {
        this.blocks = blocks;
        this.caller = caller;
    }

    @GET
    @Path("/blocks/{layer}")
    @Operation(
            operationId = "getBlock",
            summary = "All of a block at one position, kept or not, computed anew by the trace's model",
            description =
                    "Its heads with the keys that they read, its strongest neurons, norms and biases, each with its"
                            + " figures and the tokens it writes. Takes a pass the first time; the pass stays open for some minutes."
                            + " Ends when the caller goes.")
    @APIResponse(
            responseCode = "200",
            description = "The block",
            content = @Content(schema = @Schema(implementation = ComputedBlock.class)))
    @APIResponse(responseCode = "400", description = "No such layer, position or token")
    @APIResponse(responseCode = "404", description = "No such trace")
    @APIResponse(responseCode = "409", description = "The model that made the trace is not at hand")
    @APIResponse(responseCode = "503", description = "A prompt is being traced for longer than anybody waits")
    public ComputedBlock block(
            @PathParam("trace") String trace,
            @Parameter(description = "from 0") @PathParam("layer") int layer,
            @Parameter(description = "from 0") @QueryParam("position") int position,
            @Parameter(description = TOKEN) @QueryParam("token") @Nullable String token)
            throws InterruptedException {
        return answered(trace, token, (pass, asked, progress) -> pass.block(layer, position, asked, progress));
    }

    @GET
    @Path("/activations/{node}")
    @Operation(
            operationId = "getComputedActivation",
            summary = "Any activation of a trace's pass, kept or not, computed anew by the trace's model",
            description = "The block that it is in with this one node and its edges, otherwise as getBlock.")
    @APIResponse(
            responseCode = "200",
            description = "The activation",
            content = @Content(schema = @Schema(implementation = ComputedBlock.class)))
    @APIResponse(responseCode = "400", description = "No such activation or token")
    @APIResponse(responseCode = "404", description = "No such trace")
    @APIResponse(responseCode = "409", description = "The model that made the trace is not at hand")
    @APIResponse(responseCode = "503", description = "A prompt is being traced for longer than anybody waits")
    public ComputedBlock activation(
            @PathParam("trace") String trace,
            @Parameter(schema = @Schema(ref = "ActivationId")) @PathParam("node") String node,
            @Parameter(description = TOKEN) @QueryParam("token") @Nullable String token)
            throws InterruptedException {
        ActivationId id = ActivationId.parse(node)
                .orElseThrow(() -> new TraceException("'" + node + "' is no activation's id; they look like L3P5.H2"));
        return answered(trace, token, (pass, asked, progress) -> pass.activation(id, asked, progress));
    }

    private ComputedBlock answered(String trace, @Nullable String token, ComputedBlocks.Question question)
            throws InterruptedException {
        try {
            return blocks.of(trace, token, question, caller::requireThere);
        } catch (ComputedBlocks.NoTraceException e) {
            throw problem(Status.NOT_FOUND, "Not found", e);
        } catch (ComputedBlocks.NotComputableException e) {
            throw problem(Status.CONFLICT, "The model is not at hand", e);
        }
    }

    private static HttpProblem problem(Status status, String title, RuntimeException why) {
        return HttpProblem.builder()
                .withStatus(status)
                .withTitle(title)
                .withDetail(why.getMessage())
                .build();
    }
}
