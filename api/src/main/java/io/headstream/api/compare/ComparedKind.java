package io.headstream.api.compare;

import io.headstream.api.graph.Problems;
import io.headstream.schema.ActivationKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be compared, in the order of the stream, by the names that the schema calls it. */
enum ComparedKind {
    RESIDUAL,
    HEAD,
    ATTENTION,
    NEURON,
    MLP,
    BIAS;

    private final ActivationKind activation;

    ComparedKind() {
        this.activation = ActivationKind.called(toString()).orElseThrow();
    }

    static List<String> labels(Set<ComparedKind> kinds) {
        return kinds.stream().map(kind -> kind.activation.label()).toList();
    }

    /** How their ids go on after the place. */
    static List<String> prefixes(Set<ComparedKind> kinds) {
        return kinds.stream()
                .flatMap(kind -> kind.activation.beginnings().stream())
                .toList();
    }

    /** From "head,mlp". */
    static Set<ComparedKind> parse(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(ComparedKind::named)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ComparedKind.class)));
    }

    private static ComparedKind named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.toString().equals(name.strip()))
                .findFirst()
                .orElseThrow(() -> Problems.badRequest("kind '" + name + "' is not known; it is one or several of "
                        + Arrays.stream(values()).map(ComparedKind::toString).collect(Collectors.joining(", "))));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
