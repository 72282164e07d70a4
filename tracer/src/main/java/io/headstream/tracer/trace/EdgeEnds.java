package io.headstream.tracer.trace;

import io.headstream.schema.ActivationId;
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
    static ActivationId place(EdgeEffects.Component component, int position) {
        return switch (component.kind()) {
            case EMBEDDING -> ActivationId.embed(position);
            case HEAD, QUERY -> ActivationId.head(component.layer(), position, component.head());
            case KEY, VALUE -> ActivationId.memory(component.layer(), position, component.head());
            case MLP -> ActivationId.mlp(component.layer(), position);
            case LOGITS -> ActivationId.residPost(component.layer(), position);
        };
    }

    static String via(EdgeEffects.Component reader) {
        return reader.kind().name().toLowerCase(Locale.ROOT);
    }
}
