package io.headstream.api.export;

import io.headstream.schema.GraphSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A column of a table of nodes or edges. */
public record Column(String name, Type type) {
    /** What its values are. */
    public enum Type {
        TEXT,
        WHOLE,
        NUMBER,
        TRUTH;

        private static Type of(String declared) {
            return switch (declared) {
                case "INTEGER" -> WHOLE;
                case "FLOAT" -> NUMBER;
                case "BOOLEAN" -> TRUTH;
                default -> TEXT;
            };
        }
    }

    /** What people call a component. */
    static final String USER_LABEL = "userLabel";

    private static final GraphSchema SCHEMA = GraphSchema.load();
    // said by the columns before: id, labels, name, and which trace and model it is
    private static final Set<String> SAID = Set.of("id", "node", "name", "trace", "model");

    /** Of any node: id, labels, name, what people call the component, a token's id, then every property that some node of a trace has. */
    static List<Column> ofNodes() {
        Map<String, Column> columns = start("id", "labels", "name", USER_LABEL);
        columns.put("token", new Column("token", Type.WHOLE));
        List<String> labels = new ArrayList<>(SCHEMA.activationLabels());
        labels.addAll(List.of("Position", "Token", "Head", "Neuron"));
        labels.forEach(label -> add(columns, SCHEMA.propertiesOf(label)));
        return List.copyOf(columns.values());
    }

    /** Of any edge: source, target, type, weight, then every property that some relationship of a trace has. */
    static List<Column> ofEdges() {
        Map<String, Column> columns = start("source", "target", "type");
        columns.put("weight", new Column("weight", Type.NUMBER));
        List<String> types = new ArrayList<>(SCHEMA.typesFromActivationsTo(false));
        types.addAll(SCHEMA.typesFromActivationsTo(true));
        types.addAll(List.of("FIRES", "PREDICTS"));
        types.forEach(type -> add(columns, SCHEMA.relationshipsOf(type).get(0).properties()));
        return List.copyOf(columns.values());
    }

    /** Of the trace itself. */
    static List<Column> ofTraces() {
        return SCHEMA.propertiesOf("Trace").stream()
                .map(p -> new Column(p.name(), Type.of(p.type())))
                .toList();
    }

    private static Map<String, Column> start(String... texts) {
        Map<String, Column> columns = new LinkedHashMap<>();
        for (String text : texts) {
            columns.put(text, new Column(text, Type.TEXT));
        }
        return columns;
    }

    private static void add(Map<String, Column> columns, Collection<GraphSchema.Property> properties) {
        properties.stream()
                .filter(p -> !SAID.contains(p.name()))
                .forEach(p -> columns.putIfAbsent(p.name(), new Column(p.name(), Type.of(p.type()))));
    }
}
