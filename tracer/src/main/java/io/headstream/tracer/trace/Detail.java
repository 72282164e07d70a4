package io.headstream.tracer.trace;

import io.headstream.tracer.TraceException;
import java.util.Arrays;
import java.util.Locale;

/** How much of a pass is kept; what is left out is in the remainder of its whole. */
public enum Detail {
    /** The residual stream, attention and MLP outputs and biases. */
    STREAM,
    /** Also the heads and (head, key) terms that cover 95% of each attn_out. */
    HEADS,
    /** Also the neurons with at least 1% of their mlp_out, 32 at most. */
    NEURONS,
    /** The heads, terms and neurons that cover 95% of their wholes. */
    FULL;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Detail named(String label) {
        return Arrays.stream(values())
                .filter(d -> d.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new TraceException(
                        "detail '" + label + "' is not known; it is one of stream, heads, neurons, full"));
    }
}
