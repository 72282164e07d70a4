package io.headstream.api.export;

import io.headstream.schema.ActivationId;
import io.headstream.schema.ComponentName;
import io.headstream.schema.EdgeType;
import io.headstream.schema.Figure;
import io.headstream.schema.GraphSchema;
import io.headstream.schema.TokenEdgeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * A trace as nodes and edges for tools that know no labels: its own nodes, and the tokens, heads and neurons they refer to. Rows are
 * by {@link Column}'s names. Ids: {@code L3P5.H2} as within the trace; {@code trace}; {@code P5} a position; {@code T518} a token;
 * {@code L3H2} and {@code L3N12} a head and a neuron.
 */
final class TraceGraph {
    private static final GraphSchema SCHEMA = GraphSchema.load();
    private static final String TRACE = "trace";

    private final TraceReading reading;
    private final Map<String, String> called = new HashMap<>();

    TraceGraph(TraceReading reading) {
        this.reading = reading;
        reading.each("export/labels", r -> {
            Value label = r.get("properties");
            called.put(label.get("component").asString(), label.get("label").asString());
        });
    }

    /** The trace's own properties, lists as one text. */
    Map<String, Object> trace() {
        Map<String, Object> row = new HashMap<>(reading.header().get("trace").asMap());
        row.replaceAll((key, value) -> value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(";"))
                : value);
        return row;
    }

    void nodes(Consumer<Map<String, Object>> row) {
        row.accept(node(TRACE, "Trace", trace().getOrDefault("prompt", TRACE), Map.of()));
        positions()
                .forEach(p -> row.accept(node(
                        "P" + p.get("index").asInt(), "Position", p.get("text").asString(), p.asMap())));
        reading.each("export/activations", r -> row.accept(activation(r)));
        reading.each("export/heads", r -> row.accept(component("Head", r)));
        reading.each("export/neurons", r -> row.accept(component("Neuron", r)));
        reading.each("export/tokens", r -> row.accept(token(r.get("properties").asMap())));
    }

    void edges(Consumer<Map<String, Object>> row) {
        prompt(row);
        reading.header()
                .get("predictions")
                .values()
                .forEach(p -> row.accept(edge(
                        TRACE,
                        token(p.get("token")),
                        "PREDICTS",
                        p.get("properties").asMap())));
        reading.each("export/activations", r -> component(r.get("properties").asMap(), row));
        for (String type : SCHEMA.typesFromActivationsTo(false)) {
            reading.each(
                    "export/edges",
                    type,
                    r -> row.accept(edge(
                            r.get("source").asString(),
                            r.get("target").asString(),
                            type,
                            r.get("properties").asMap())));
        }
        for (String type : SCHEMA.typesFromActivationsTo(true)) {
            reading.each(
                    "export/token-edges",
                    type,
                    r -> row.accept(edge(
                            r.get("source").asString(),
                            token(r.get("token")),
                            type,
                            r.get("properties").asMap())));
        }
        reading.each(
                "export/fires",
                r -> row.accept(edge(
                        r.get("source").asString(),
                        ComponentName.neuron(
                                        r.get("layer").asInt(), r.get("neuron").asInt())
                                .toString(),
                        "FIRES",
                        r.get("properties").asMap())));
    }

    private void prompt(Consumer<Map<String, Object>> row) {
        int p = 0;
        for (Value position : positions()) {
            row.accept(edge(TRACE, "P" + p, "HAS_POSITION", Map.of()));
            row.accept(edge("P" + p, token(position.get("token")), "IS", Map.of()));
            if (p > 0) {
                row.accept(edge("P" + (p - 1), "P" + p, "NEXT", Map.of()));
            }
            p++;
        }
    }

    private Iterable<Value> positions() {
        return reading.header().get("positions").values();
    }

    private Map<String, Object> activation(Record r) {
        Map<String, Object> properties = r.get("properties").asMap();
        return called(node(
                r.get("node").asString(),
                "Activation:" + r.get("label").asString(""),
                properties.getOrDefault("name", ""),
                properties));
    }

    private Map<String, Object> component(String label, Record r) {
        Map<String, Object> properties = r.get("properties").asMap();
        String name = String.valueOf(properties.get("name"));
        return called(node(name, label, name, properties));
    }

    // what people call the component
    private Map<String, Object> called(Map<String, Object> row) {
        String label = called.get(String.valueOf(row.get("name")));
        if (label != null) {
            row.put(Column.USER_LABEL, label);
        }
        return row;
    }

    private static Map<String, Object> token(Map<String, Object> properties) {
        Object text = properties.getOrDefault("text", "");
        Map<String, Object> row = node("T" + properties.get("id"), "Token", text, properties);
        row.put("token", properties.get("id"));
        return row;
    }

    private static String token(Value id) {
        return "T" + id.asInt();
    }

    private static void component(Map<String, Object> properties, Consumer<Map<String, Object>> row) {
        String node = String.valueOf(properties.get("node"));
        ActivationId.parse(node)
                .filter(activation -> activation.site().numbered())
                .flatMap(ActivationId::component)
                .ifPresent(component -> row.accept(edge(node, component.toString(), "OF", Map.of())));
    }

    private static Map<String, Object> node(String id, String labels, Object name, Map<String, Object> properties) {
        Map<String, Object> row = new HashMap<>(properties);
        row.put("id", id);
        row.put("labels", labels);
        row.put("name", name);
        return row;
    }

    private static Map<String, Object> edge(String source, String target, String type, Map<String, Object> properties) {
        Map<String, Object> row = new HashMap<>(properties);
        row.put("source", source);
        row.put("target", target);
        row.put("type", type);
        row.put("weight", weight(type, properties));
        return row;
    }

    /** One number for tools that want one of every edge; docs/exports.md says which. */
    private static double weight(String type, Map<String, Object> p) {
        ToDoubleFunction<Figure> value = figure -> number(p, figure);
        return EdgeType.named(type)
                .map(edge -> edge.weight(value))
                .or(() -> TokenEdgeType.named(type).map(edge -> edge.weight(value)))
                .orElseGet(() -> switch (type) {
                    case "FIRES" -> number(p, Figure.STRENGTH);
                    case "PREDICTS" -> number(p, Figure.PROBABILITY);
                    default -> 1.0;
                });
    }

    private static double number(Map<String, Object> properties, Figure figure) {
        return properties.get(figure.property()) instanceof Number number ? number.doubleValue() : 0;
    }
}
