package io.headstream.api.compare;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A side of the comparison, found in the graph. */
sealed interface ResolvedSide {
    ComparedSide side();

    List<Facts> facts();

    /** How many tokens its answer has, of a tag the longest one. */
    int answerTokens();

    /** Whether rows are of target positions of several tokens. */
    static boolean several(ResolvedSide left, ResolvedSide right) {
        return Math.max(left.answerTokens(), right.answerTokens()) > 1;
    }

    /** How the statements over sets are told of it. */
    default Map<String, @Nullable Object> parameter(String which) {
        return this instanceof Tagged tagged
                ? ShownParameters.of("side", which, "trace", null, "tag", tagged.tag())
                : ShownParameters.of("side", which, "trace", side().name(), "tag", null);
    }

    /** A trace. */
    record One(ComparedSide side, List<Facts> facts, List<Comparison.Place> tokens) implements ResolvedSide {
        ComparedSide.Of trace() {
            if (side.trace() == null) {
                throw new IllegalStateException("no trace");
            }
            return side.trace();
        }

        @Override
        public int answerTokens() {
            return trace().targets().size();
        }
    }

    /** The traces with a tag. */
    record Tagged(ComparedSide side, List<Facts> facts, String tag, int answerTokens) implements ResolvedSide {}

    /** What decides whether figures can be compared; several where the traces of a tag differ. */
    record Facts(
            String model,
            @Nullable String metric,
            @Nullable String effects,
            @Nullable String shares,
            @Nullable String detail) {}
}
