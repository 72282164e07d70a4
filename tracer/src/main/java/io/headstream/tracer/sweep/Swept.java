package io.headstream.tracer.sweep;

import io.headstream.tracer.error.TraceException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a sweep goes through. */
public enum Swept {
    /** Every head's output. */
    HEADS,
    /** Every mlp_out, its bias included. */
    MLPS,
    /** Every resid_pre, layer by position. */
    RESID_PRE,
    /** The neurons that are strongest at the target position, |post| · ‖W_out‖₂, over all layers. */
    NEURONS;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * What is called so.
     *
     * @throws TraceException listing what there is
     */
    public static Swept labelled(String label) {
        return Arrays.stream(values())
                .filter(each -> each.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new TraceException("a sweep of '" + label + "' is not known; it is of one of "
                        + Arrays.stream(values()).map(Swept::label).collect(Collectors.joining(", "))
                        + ", or of the edges of a circuit"));
    }
}
