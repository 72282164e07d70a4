package io.headstream.api.component;

import io.headstream.api.graph.GraphReader;
import io.headstream.api.graph.NameResolver;
import io.headstream.api.graph.Problems;
import io.headstream.schema.ComponentName;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.neo4j.driver.Record;

/** What callers call a component: the model and the piece of its weights, both there. */
@ApplicationScoped
public class ComponentPlace {
    private final GraphReader graph;
    private final NameResolver names;

    public ComponentPlace(GraphReader graph, NameResolver names) {
        this.graph = graph;
        this.names = names;
    }

    /**
     * A component of a model.
     *
     * @param model its id
     */
    public record Found(String model, String modelName, ComponentName name) {}

    /** Fails with status 404 for a model that is not in the graph, with 400 for what is no component of it. */
    public Found find(String model, String name) {
        ComponentName component = ComponentName.parse(name)
                .orElseThrow(() -> Problems.badRequest("'" + name
                        + "' names no component; write a head as L3H2, a neuron as L3N1204, an MLP as L3.mlp"));
        String id = names.model(model);
        Record shape = graph.row("component/shape", Map.of("model", id)).orElseThrow();
        long layers = shape.get("layers").asLong();
        long heads = shape.get("heads").asLong();
        long neurons = shape.get("neurons").asLong();
        long numbers =
                switch (component.component()) {
                    case HEAD -> heads;
                    case NEURON -> neurons;
                    case MLP -> 0;
                };
        if (component.layer() >= layers || component.number() >= numbers) {
            throw Problems.badRequest("'" + name + "' is no component of '" + model + "', which has " + layers
                    + " layers of " + heads + " heads and " + neurons + " neurons, counted from 0");
        }
        return new Found(id, shape.get("name").asString(id), component);
    }
}
