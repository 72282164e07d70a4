package io.headstream.api.compare;

import static io.headstream.schema.Figure.DLA;
import static io.headstream.schema.Figure.INFLUENCE;
import static io.headstream.schema.Figure.WEIGHT;

import io.headstream.api.graph.Problems;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be compared, and how.
 *
 * @param left a trace's id or the beginning of it, latest, or tag:NAME
 * @param sort a figure of `by`, or null for the usual order
 * @param component only this one, such as L4H5
 * @param position of two traces, one of the left prompt; of sets, how many positions before the target
 * @param model id or name, to narrow tags; null for all
 */
record ComparisonQuestion(
        String left,
        String right,
        ComparisonAxis by,
        @Nullable String sort,
        Set<ComparedKind> kinds,
        @Nullable String component,
        @Nullable Integer position,
        @Nullable String model,
        int limit) {

    private static final int PREDICTIONS = 40; // the 20 of each

    static ComparisonQuestion of(Asked asked) {
        ComparisonAxis by = ComparisonAxis.named(asked.by());
        String sort = blank(asked.sort()) ? null : asked.sort();
        if (sort != null && !by.figures().contains(sort)) {
            throw Problems.badRequest(
                    "sort '" + sort + "' is no figure of " + by + "; it is one of " + String.join(", ", by.figures()));
        }
        return new ComparisonQuestion(
                required("left", asked.left()),
                required("right", asked.right()),
                by,
                sort,
                by.kinds(asked.kind()),
                blank(asked.component()) ? null : asked.component(),
                asked.position(),
                blank(asked.model()) ? null : asked.model(),
                asked.limit());
    }

    /** The figure that orders the rows; null for the order of the stream. DLA exists at the target position only. */
    @Nullable
    String order(boolean atTarget) {
        if (sort != null) {
            return sort;
        }
        return switch (by) {
            case COMPONENTS -> (atTarget ? DLA : INFLUENCE).property();
            case ATTENTION -> WEIGHT.property();
            case POSITIONS, TOKENS -> null;
        };
    }

    /** Whether rows are of each trace's target positions, one for each token of its answer. */
    boolean ofTargets() {
        return position == null && (by == ComparisonAxis.COMPONENTS || by == ComparisonAxis.ATTENTION);
    }

    /** The same of the predicted tokens, the most probable first. */
    ComparisonQuestion ofTokens() {
        return new ComparisonQuestion(left, right, ComparisonAxis.TOKENS, null, kinds, null, null, model, PREDICTIONS);
    }

    /** The words of a request. */
    record Asked(
            @Nullable String left,
            @Nullable String right,
            String by,
            @Nullable String sort,
            @Nullable String kind,
            @Nullable String component,
            @Nullable Integer position,
            @Nullable String model,
            int limit) {}

    private static String required(String name, @Nullable String side) {
        if (side == null || side.isBlank()) {
            throw Problems.badRequest(name + " is missing; give a trace id, latest, or tag:NAME");
        }
        return side.strip();
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
