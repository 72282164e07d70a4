package io.headstream.tracer.circuit;

import io.headstream.tracer.error.TraceException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What goes along an edge that is cut, in the place of its writer's output. */
public enum Ablation {
    /** The output in a corrupted prompt, as many tokens long (interchange; Hanna et al. 2024 and others). */
    CORRUPTED,
    /** The mean output over the prompts and their positions. */
    MEAN,
    /** Nothing. */
    ZERO;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws TraceException listing those there are */
    public static Ablation labelled(String label) {
        return Arrays.stream(values())
                .filter(each -> each.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new TraceException("ablation '" + label + "' is not known; it is one of "
                        + Arrays.stream(values()).map(Ablation::label).collect(Collectors.joining(", "))));
    }
}
