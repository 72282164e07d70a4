package io.headstream.tracer.trace;

import io.headstream.schema.ActivationId;
import io.headstream.schema.EdgeType;
import io.headstream.schema.Figure;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A relationship between two activations of a trace.
 *
 * @param via of AFFECTS, what reads: query, key, value, mlp or logits; otherwise empty
 */
public record Edge(EdgeType type, ActivationId from, ActivationId to, String via, Map<Figure, Double> figures) {
    Edge(EdgeType type, ActivationId from, ActivationId to) {
        this(type, from, to, "", new EnumMap<>(Figure.class));
    }

    static Edge affects(ActivationId from, ActivationId to, String via) {
        return new Edge(EdgeType.AFFECTS, from, to, via, new EnumMap<>(Figure.class));
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
