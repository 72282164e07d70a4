package io.headstream.api.trace;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.headstream.api.graph.TokenScore;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A trace with its prompt and its predictions. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Trace(
        @JsonUnwrapped TraceSummary summary,
        List<Token> tokens,
        @Nullable Long targetPosition,
        @Nullable @Schema(description = "of an answer of several tokens, each of them") List<AnswerToken> answer,
        @Nullable @Schema(description = "of a step of a generation, where it stands in it") Generation generation,
        @Nullable Long targetRank,
        @Nullable Double targetProbability,
        @Nullable @Schema(description = "the measure of shares and influence: l1 or l2") String shares,
        @Nullable @Schema(description = "what effects are of: logit, probability or none") String effects,
        @Nullable @Schema(description = "points of integrated gradients") Long steps,
        @Schema(description = "what to know of how it was asked for, such as a BOS that was not added again")
                List<String> notes,
        List<TokenScore> predictions,
        Counts counts) {

    /** A token of the prompt. */
    @Schema(name = "TraceToken")
    public record Token(int index, int id, String text) {}

    /** A token of an answer of several. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AnswerToken")
    public record AnswerToken(
            int id,
            String text,
            int position,
            int rank,
            @Schema(description = "in nats") double logProbability,
            @Nullable @Schema(description = "what it is compared with") Integer distractor) {}

    /** Where a step stands in what was generated. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TraceGeneration")
    public record Generation(
            @Schema(description = "what its steps share") String id,
            @Schema(description = "from 1") long step,
            @Schema(description = "all that was generated") String text,
            @Schema(description = "ids of that") List<Long> tokens,
            @Schema(description = "greedy, or temperature, top-k, top-p and seed") String sampling,
            @Nullable @Schema(description = "id of the traced step before it") String previous,
            @Nullable @Schema(description = "id of the next traced step") String next) {}

    /** What the trace takes in the graph. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TraceCounts")
    public record Counts(@Nullable Long nodes, @Nullable Long relationships) {}
}
