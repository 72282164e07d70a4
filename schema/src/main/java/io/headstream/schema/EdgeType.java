package io.headstream.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Relationships between two activations of a trace, named as in the graph. */
public enum EdgeType {
    /** An earlier component's output to a later one's input, with what goes along it (edge attribution patching). */
    AFFECTS(Figure.EFFECT, Figure.RANK),
    /** A part to the sum it is in. */
    ADDS_TO(Figure.SHARE, Figure.RANK, Figure.NORM, Figure.DLA),
    /** A memory value to the head output that attends to it. */
    ATTENDED_BY(Figure.WEIGHT, Figure.SHARE, Figure.RANK, Figure.NORM, Figure.DLA, Figure.EFFECT),
    /** A residual state to its norm, a norm to what the block computes from it. */
    READ_BY();

    private final List<Figure> figures;

    EdgeType(Figure... figures) {
        this.figures = List.of(figures);
    }

    /** The type of that name in the graph; empty if there is none between activations. */
    public static Optional<EdgeType> named(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }

    /** All that it may have, the one that says most of it first. */
    public List<Figure> figures() {
        return figures;
    }

    /** One number for those who want one of every edge: that first figure, or 1 where it just counts. */
    public double weight(ToDoubleFunction<Figure> value) {
        return figures.isEmpty() ? 1 : value.applyAsDouble(figures.get(0));
    }
}
