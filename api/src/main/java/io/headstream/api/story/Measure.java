package io.headstream.api.story;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The one kind of figure that a story ranks and weighs by. Kinds are never mixed: a story is of one, and says which. */
enum Measure {
    /** Activation times gradient of the metric, at every position: an estimate. */
    EFFECT,
    /** Direct logit attribution, at the target position alone: of a trace that was made without effects. */
    DLA;

    /** Effects, if there are any. */
    static Measure of(Collection<Output> outputs) {
        return outputs.stream().anyMatch(output -> output.effect() != null) ? EFFECT : DLA;
    }

    /** What the output amounts to, with its sign: above 0 raises the metric. 0 where the trace has no such figure. */
    double amount(Output output) {
        return orZero(this == EFFECT ? output.effect() : output.dla());
    }

    /** What one attended key amounts to: its effect; without effects its share of the head's output, which has no sign. */
    double amount(Read read) {
        return orZero(this == EFFECT ? read.effect() : read.share());
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static double orZero(@Nullable Double figure) {
        return figure == null ? 0 : figure;
    }
}
