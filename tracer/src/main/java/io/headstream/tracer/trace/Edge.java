package io.headstream.tracer.trace;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A relationship between two activations of a trace.
 *
 * @param via of AFFECTS, what reads: query, key, value, mlp or logits; otherwise empty
 */
public record Edge(Type type, Place from, Place to, String via, Map<Figure, Double> figures) {
    /** Named as in the graph. */
    public enum Type {
        /** An earlier component's output to a later one's input, with what goes along it (edge attribution patching). */
        AFFECTS,
        /** A part to the sum it is in. */
        ADDS_TO,
        /** A memory value to the head output that attends to it. */
        ATTENDED_BY,
        /** A residual state to its norm, a norm to what the block computes from it. */
        READ_BY
    }

    Edge(Type type, Place from, Place to) {
        this(type, from, to, "", new EnumMap<>(Figure.class));
    }

    static Edge affects(Place from, Place to, String via) {
        return new Edge(Type.AFFECTS, from, to, via, new EnumMap<>(Figure.class));
    }

    Edge with(Figure figure, double value) {
        figures.put(figure, value);
        return this;
    }

    public OptionalDouble figure(Figure figure) {
        Double value = figures.get(figure);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
