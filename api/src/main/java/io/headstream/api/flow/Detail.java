package io.headstream.api.flow;

import io.headstream.api.graph.Problems;
import java.util.List;
import java.util.Locale;

/** How finely the picture is drawn. */
enum Detail {
    STREAM("Residual", "AttentionOutput", "MlpOutput"),
    HEADS("Residual", "HeadOutput", "MlpOutput"),
    NEURONS("Residual", "HeadOutput", "MlpOutput", "NeuronActivation");

    private final List<String> labels;

    Detail(String... labels) {
        this.labels = List.of(labels);
    }

    static Detail named(String label) {
        for (Detail detail : values()) {
            if (detail.label().equals(label)) {
                return detail;
            }
        }
        throw Problems.badRequest("detail '" + label + "' is not known; it is one of stream, heads, neurons");
    }

    /** The finest the trace can be drawn with, if it was stored with `stored` (which may be full). */
    Detail atMost(String stored) {
        return switch (stored) {
            case "stream" -> STREAM;
            case "heads" -> this == NEURONS ? HEADS : this;
            default -> this;
        };
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The labels of what is drawn. */
    List<String> labels() {
        return labels;
    }
}
