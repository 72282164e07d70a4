package io.headstream.api.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one kind of figure that a story ranks by. Kinds are never mixed: a story is of one, and says which. */
enum Measure {
    /** What the metric really lost when the component was set to zero: of a trace whose heads and MLPs were all swept. */
    MEASURED,
    /** Activation times gradient of the metric, at every position: an estimate. */
    EFFECT,
    /** Direct logit attribution, at the target position alone: of a trace that was made without effects. */
    DLA;

    /** Those that a trace can be told in, the one that says most first: what was measured, if every output's component was, then effects, if there are any. */
    static List<Measure> of(Collection<Output> outputs) {
        List<Measure> measures = new ArrayList<>();
        boolean effects = outputs.stream().anyMatch(output -> output.effect() != null);
        if (effects && measuredAlike(outputs)) {
            measures.add(MEASURED);
        }
        measures.add(effects ? EFFECT : DLA);
        return measures;
    }

    // set to zero at all positions, or at the target's: one is not to be ranked beside the other
    private static boolean measuredAlike(Collection<Output> outputs) {
        List<String> scopes = outputs.stream()
                .map(output ->
                        output.measured() == null ? "none" : output.measured().scope())
                .distinct()
                .toList();
        return scopes.size() == 1 && !scopes.contains("none");
    }

    /** Empty for what is none. */
    static Optional<Measure> named(String label) {
        return Arrays.stream(values())
                .filter(measure -> measure.label().equals(label))
                .findFirst();
    }

    /** What the output amounts to, with its sign: above 0 raises the metric. 0 where the trace has no such figure. What was measured is the component's, at whichever position it is shown. */
    double amount(Output output) {
        return orZero(this == MEASURED ? measured(output) : estimate(output));
    }

    /** What an output does at its position, by which positions are chosen and which its keys and movers are a part of: always an estimate. */
    double atPosition(Output output) {
        return orZero(estimate(output));
    }

    /** What one attended key amounts to: its effect; without effects its share of the head's output, which has no sign. */
    double amount(Read read) {
        return orZero(this == DLA ? read.share() : read.effect());
    }

    /** At how many positions a component is told of at the most: what was measured is of all of them at once. */
    int positions() {
        return this == MEASURED ? 1 : 2;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable Double measured(Output output) {
        return output.measured() == null ? null : (Double) output.measured().effect();
    }

    private @Nullable Double estimate(Output output) {
        return this == DLA ? output.dla() : output.effect();
    }

    private static double orZero(@Nullable Double figure) {
        return figure == null ? 0 : figure;
    }
}
