package io.headstream.api.compare;

import io.headstream.api.graph.Problems;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the rows of a comparison are, the figures they have and the kinds they are of unless told otherwise. */
enum By {
    COMPONENTS(Kind.HEAD, Kind.ATTENTION, Kind.NEURON, Kind.MLP),
    POSITIONS(Kind.RESIDUAL, Kind.HEAD),
    ATTENTION(Kind.HEAD),
    TOKENS();

    private final Set<Kind> kinds;

    By(Kind... kinds) {
        this.kinds = EnumSet.noneOf(Kind.class);
        this.kinds.addAll(Arrays.asList(kinds));
    }

    List<String> figures() {
        return switch (this) {
            case COMPONENTS, POSITIONS ->
                List.of("norm", "share", "influence", "dla", "effect", "targetRank", "targetProbability");
            case ATTENTION -> List.of("weight", "share", "dla", "effect");
            case TOKENS -> List.of("rank", "logit", "probability");
        };
    }

    static By named(String name) {
        return Arrays.stream(values())
                .filter(by -> by.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> Problems.badRequest("by '" + name + "' is not known; it is one of "
                        + Arrays.stream(values()).map(By::toString).collect(Collectors.joining(", "))));
    }

    /** The kinds that are asked for, or the usual ones. */
    Set<Kind> kinds(@Nullable String asked) {
        return asked == null || asked.isBlank() ? kinds : Kind.parse(asked);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
