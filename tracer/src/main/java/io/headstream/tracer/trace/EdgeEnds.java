package io.headstream.tracer.trace;

import io.headstream.schema.ActivationId;
import io.headstream.tracer.effect.EdgeEffects;
import java.util.Locale;

/** What edges between components begin and end at. */
final class EdgeEnds {
    private EdgeEnds() {}

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
