package io.headstream.api.compare;

import static io.headstream.schema.Figure.DLA;
import static io.headstream.schema.Figure.EFFECT;
import static io.headstream.schema.Figure.INFLUENCE;
import static io.headstream.schema.Figure.LOGIT;
import static io.headstream.schema.Figure.NORM;
import static io.headstream.schema.Figure.PROBABILITY;
import static io.headstream.schema.Figure.RANK;
import static io.headstream.schema.Figure.SHARE;
import static io.headstream.schema.Figure.TARGET_PROBABILITY;
import static io.headstream.schema.Figure.TARGET_RANK;
import static io.headstream.schema.Figure.WEIGHT;

import io.headstream.api.graph.Problems;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the rows of a comparison are, the figures they have and the kinds they are of unless told otherwise. */
enum ComparisonAxis {
    COMPONENTS(ComparedKind.HEAD, ComparedKind.ATTENTION, ComparedKind.NEURON, ComparedKind.MLP),
    POSITIONS(ComparedKind.RESIDUAL, ComparedKind.HEAD),
    ATTENTION(ComparedKind.HEAD),
    TOKENS();

    private final Set<ComparedKind> kinds;

    ComparisonAxis(ComparedKind... kinds) {
        this.kinds = EnumSet.noneOf(ComparedKind.class);
        this.kinds.addAll(Arrays.asList(kinds));
    }

    List<String> figures() {
        return switch (this) {
            case COMPONENTS, POSITIONS -> stored(NORM, SHARE, INFLUENCE, DLA, EFFECT, TARGET_RANK, TARGET_PROBABILITY);
            case ATTENTION -> stored(WEIGHT, SHARE, DLA, EFFECT);
            case TOKENS -> stored(RANK, LOGIT, PROBABILITY);
        };
    }

    private static List<String> stored(io.headstream.schema.Figure... figures) {
        return Arrays.stream(figures).map(io.headstream.schema.Figure::property).toList();
    }

    static ComparisonAxis named(String name) {
        return Arrays.stream(values())
                .filter(by -> by.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> Problems.badRequest("by '" + name + "' is not known; it is one of "
                        + Arrays.stream(values()).map(ComparisonAxis::toString).collect(Collectors.joining(", "))));
    }

    /** The kinds that are asked for, or the usual ones. */
    Set<ComparedKind> kinds(@Nullable String asked) {
        return asked == null || asked.isBlank() ? kinds : ComparedKind.parse(asked);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
