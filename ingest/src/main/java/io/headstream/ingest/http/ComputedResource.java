package io.headstream.ingest.http;

import io.headstream.access.caller.Caller;
import io.headstream.ingest.computed.ComputedBlock;
import io.headstream.ingest.computed.ComputedBlocks;
import io.headstream.ingest.computed.ComputedScore;
import io.headstream.schema.ActivationId;
import io.headstream.schema.Component;
import io.headstream.schema.ComponentName;
import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.score.ScoreSplit;
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
import java.util.OptionalInt;
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

    @GET
    @Path("/scores/{head}")
    @Operation(
            operationId = "getScore",
            summary =
                    "Why a head looks there: one attention score split into what wrote the query and what wrote the key",
            description =
                    "Every head, MLP, embedding and bias before the head's layer, with what its part of the query makes with the"
                            + " key, and its part of the key with the query. Each list adds up to the score: norms' scales are those of the"
                            + " pass, and all else on the way is linear. Computed by the trace's model, as getBlock.")
    @APIResponse(
            responseCode = "200",
            description = "The score",
            content = @Content(schema = @Schema(implementation = ComputedScore.class)))
    @APIResponse(responseCode = "400", description = "No such head, or the query cannot see the key")
    @APIResponse(responseCode = "404", description = "No such trace")
    @APIResponse(responseCode = "409", description = "The model that made the trace is not at hand")
    @APIResponse(responseCode = "503", description = "A prompt is being traced for longer than anybody waits")
    public ComputedScore score(
            @PathParam("trace") String trace,
            @Parameter(description = "such as L4H5") @PathParam("head") String head,
            @Parameter(description = "position that attends, from 0") @QueryParam("query") int query,
            @Parameter(description = "position attended to, from 0") @QueryParam("key") int key,
            @Parameter(description = "another key, whose score is taken off") @QueryParam("against") @Nullable
                    Integer against)
            throws InterruptedException {
        ComponentName name = ComponentName.parse(head)
                .filter(component -> component.component() == Component.HEAD)
                .orElseThrow(() -> new TraceException("'" + head + "' is no head's name; they look like L4H5"));
        ScoreSplit.Question asked =
                new ScoreSplit.Question(query, key, against == null ? OptionalInt.empty() : OptionalInt.of(against));
        return answered(() -> blocks.score(trace, name, asked, caller::requireThere));
    }

    private ComputedBlock answered(String trace, @Nullable String token, ComputedBlocks.Question question)
            throws InterruptedException {
        return answered(() -> blocks.of(trace, token, question, caller::requireThere));
    }

    /** What may take a while. */
    @FunctionalInterface
    private interface Answer<T> {
        T get() throws InterruptedException;
    }

    private static <T> T answered(Answer<T> answer) throws InterruptedException {
        try {
            return answer.get();
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
