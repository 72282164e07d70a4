package io.headstream.tracer.trace;

import io.headstream.tracer.effect.EdgeEffects;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The head outputs and memory values of one layer that kept edges begin or end at, and so must be kept. */
record EdgeEnds(Set<At> heads, Set<At> memory) {
    record At(int position, int head) {}

    static EdgeEnds of(EdgeEffects.Kept kept, int layer) {
        EdgeEnds ends = new EdgeEnds(new HashSet<>(), new HashSet<>());
        for (EdgeEffects.Edge edge : kept.edges()) {
            ends.add(edge.from(), edge.position(), layer);
            ends.add(edge.to(), edge.position(), layer);
        }
        return ends;
    }

    private void add(EdgeEffects.Component component, int position, int layer) {
        if (component.layer() == layer) {
            switch (component.kind()) {
                case HEAD, QUERY -> heads.add(new At(position, component.head()));
                case KEY, VALUE -> memory.add(new At(position, component.head()));
                default -> {
                    // is kept in any case
                }
            }
        }
    }

    /** The activation that a component is at a position. */
    static Place place(EdgeEffects.Component component, int position) {
        return switch (component.kind()) {
            case EMBEDDING -> Place.residual("embed", 0, position);
            case HEAD, QUERY -> Place.head(component.layer(), position, component.head());
            case KEY, VALUE -> Place.memory(component.layer(), position, component.head());
            case MLP -> Place.mlp(component.layer(), position);
            case LOGITS -> Place.residual("post", component.layer(), position);
        };
    }

    static String via(EdgeEffects.Component reader) {
        return reader.kind().name().toLowerCase(Locale.ROOT);
    }
}
