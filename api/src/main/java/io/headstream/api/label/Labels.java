package io.headstream.api.label;

import io.headstream.access.caller.Caller;
import io.headstream.api.component.ComponentPlace;
import io.headstream.api.graph.Figures;
import io.headstream.api.graph.GraphReader;
import io.headstream.api.graph.NameResolver;
import io.headstream.api.graph.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/** What people call components. */
@ApplicationScoped
public class Labels {
    private final GraphReader graph;
    private final NameResolver names;
    private final ComponentPlace place;
    private final Caller caller;

    public Labels(GraphReader graph, NameResolver names, ComponentPlace place, Caller caller) {
        this.graph = graph;
        this.names = names;
        this.place = place;
        this.caller = caller;
    }

    List<ComponentLabel> of(@Nullable String model, @Nullable String words, int limit) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("model", model == null ? null : names.model(model));
        parameters.put("words", words == null || words.isBlank() ? null : words.strip());
        parameters.put("limit", limit);
        return graph.rows("label/all", parameters).stream()
                .map(row -> label(
                        row.get("properties"),
                        row.get("modelName").isNull()
                                ? null
                                : row.get("modelName").asString()))
                .toList();
    }

    ComponentLabel put(String model, String component, LabelRequest request) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        ComponentPlace.Found found = place.find(model, component);
        parameters.put("model", found.model());
        parameters.put("component", found.name().toString());
        parameters.put("label", request.label().strip());
        String note = request.note();
        parameters.put("note", note == null || note.isBlank() ? null : note.strip());
        parameters.put("by", caller.name());
        return label(graph.write("label/put", parameters).get("properties"), null);
    }

    void delete(String model, String component) {
        Map<String, Object> parameters = Map.of("model", names.model(model), "component", component);
        if (graph.write("label/delete", parameters).get("labels").asInt() == 0) {
            throw Problems.notFound("'" + component + "' of '" + model + "' has no label");
        }
    }

    private static ComponentLabel label(Value label, @Nullable String modelName) {
        return new ComponentLabel(
                label.get("model").asString(),
                modelName,
                label.get("component").asString(),
                label.get("label").asString(),
                label.get("note").isNull() ? null : label.get("note").asString(),
                label.get("by").asString(),
                Figures.time(label.get("updatedAt").asObject()));
    }
}
