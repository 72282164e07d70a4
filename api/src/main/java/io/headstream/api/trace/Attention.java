package io.headstream.api.trace;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What heads of a trace attend to, at all positions.
 *
 * @param statement the Cypher that gives the same
 */
public record Attention(String trace, List<Head> heads, String statement) {
    /** A head at all positions. */
    public record Head(
            @Schema(examples = "L3H2") String name,
            int layer,
            int head,
            @Schema(
                            description =
                                    "where each query's row begins in keys and weights; one more says where the last ends")
                    List<Integer> starts,
            @Schema(description = "the positions attended to, row by row") List<Integer> keys,
            @Schema(description = "their attention weights") List<Double> weights,
            @Schema(description = "by query, the attention to keys that are not listed") List<Double> rest,
            @Schema(
                            description =
                                    "means over the queries that can show them: firstToken, previousToken, currentToken, duplicateToken, induction, entropy, evenness, distance")
                    Map<String, Double> scores,
            @Schema(description = "of its output at the target position") @Nullable Double dla,
            @Schema(description = "of its output, by position") @Nullable List<Double> norm,
            @Schema(description = "of its output, by position") @Nullable List<Double> share,
            @Schema(description = "of its output, by position") @Nullable List<Double> influence,
            @Schema(description = "of its output, by position; absent where the trace has no effects") @Nullable
                    List<Double> effect) {}
}
