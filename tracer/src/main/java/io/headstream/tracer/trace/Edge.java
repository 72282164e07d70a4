package io.headstream.tracer.trace;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/** A relationship between two activations of a trace. */
public record Edge(Type type, Place from, Place to, Map<Figure, Double> figures) {
    /** Named as in the graph. */
    public enum Type {
        /** A part to the sum it is in. */
        ADDS_TO,
        /** A memory value to the head output that attends to it. */
        ATTENDED_BY,
        /** A residual state to its norm, a norm to what the block computes from it. */
        READ_BY
    }

    Edge(Type type, Place from, Place to) {
        this(type, from, to, new EnumMap<>(Figure.class));
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
