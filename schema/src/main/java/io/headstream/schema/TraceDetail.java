package io.headstream.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How much of a pass a trace keeps, from least to most; what is left out is in the remainder of its whole. */
public enum TraceDetail {
    /** The residual stream, norms, attention and MLP outputs and biases. */
    STREAM,
    /** Also the heads and (head, key) terms that cover 95% of each attn_out. */
    HEADS,
    /** Also the neurons with at least 1% of their mlp_out, 32 at most. */
    NEURONS,
    /** The heads, terms and neurons that cover 95% of their wholes. */
    FULL;

    /** As it is written in the graph and in requests. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By its label. */
    public static Optional<TraceDetail> labelled(String label) {
        return Arrays.stream(values()).filter(d -> d.label().equals(label)).findFirst();
    }

    /** All labels, from least to most. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(TraceDetail::label).toList();
    }

    /** Whether a trace of this detail has activations of the kind. */
    public boolean keeps(ActivationKind kind) {
        return compareTo(kind.leastDetail()) >= 0;
    }

    /**
     * What a picture of this detail draws: all that adds to the stream or to what does, but biases and changes. What attention writes gives way to the heads
     * that make it up; norms and memory values are passed through.
     */
    public List<ActivationKind> drawn() {
        boolean heads = keeps(ActivationKind.HEAD_OUTPUT);
        return Arrays.stream(ActivationKind.values())
                .filter(kind -> keeps(kind) && !kind.wholes().isEmpty())
                .filter(kind -> kind != ActivationKind.BIAS
                        && kind != ActivationKind.CHANGE
                        && !(heads && kind == ActivationKind.ATTENTION_OUTPUT))
                .toList();
    }
}
