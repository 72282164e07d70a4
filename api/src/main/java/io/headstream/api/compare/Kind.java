package io.headstream.api.compare;

import io.headstream.api.graph.Problems;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be compared, in the order of the stream: its label in the graph, and how its ids go on after the place. */
enum Kind {
    RESIDUAL("Residual", "embed", "mid", "post"),
    HEAD("HeadOutput", "H"),
    ATTENTION("AttentionOutput", "attn"),
    NEURON("NeuronActivation", "N"),
    MLP("MlpOutput", "mlp"),
    BIAS("Bias", "b_");

    private final String label;
    private final List<String> prefixes;

    Kind(String label, String... prefixes) {
        this.label = label;
        this.prefixes = List.of(prefixes);
    }

    String label() {
        return label;
    }

    /** By a node's label. */
    static Kind labelled(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind is labelled " + label));
    }

    static List<String> labels(Set<Kind> kinds) {
        return kinds.stream().map(Kind::label).toList();
    }

    static List<String> prefixes(Set<Kind> kinds) {
        return kinds.stream().flatMap(kind -> kind.prefixes.stream()).toList();
    }

    /** From "head,mlp". */
    static Set<Kind> parse(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(Kind::named)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
    }

    private static Kind named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.toString().equals(name.strip()))
                .findFirst()
                .orElseThrow(() -> Problems.badRequest("kind '" + name + "' is not known; it is one or several of "
                        + Arrays.stream(values()).map(Kind::toString).collect(Collectors.joining(", "))));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
