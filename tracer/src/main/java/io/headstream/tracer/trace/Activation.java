package io.headstream.tracer.trace;

import io.headstream.schema.ActivationId;
import io.headstream.schema.Figure;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/** A node of the trace: one vector of the pass and what is known of it. A figure that does not exist is absent. */
public record Activation(ActivationId place, Map<Figure, Double> figures) {
    Activation(ActivationId place) {
        this(place, new EnumMap<>(Figure.class));
    }

    Activation with(Figure figure, double value) {
        figures.put(figure, value);
        return this;
    }

    public OptionalDouble figure(Figure figure) {
        Double value = figures.get(figure);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
