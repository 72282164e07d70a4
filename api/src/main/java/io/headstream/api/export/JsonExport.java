package io.headstream.api.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.headstream.cypher.GraphSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neo4j.driver.Value;

/**
 * A trace as a document that `headstream import` reads, of the schema docs/trace.schema.json. The same trace gives the same bytes:
 * rows are in order, and properties in schema.txt's.
 */
final class JsonExport {
    /** Raised when the document's form changes; ingest reads this one and those before. */
    static final int VERSION = 1;

    private static final GraphSchema SCHEMA = GraphSchema.load();
    private static final JsonFactory JSON = new JsonFactory();
    // of the machine that the model lies on, or of what else was done with it
    private static final Set<String> NOT_OF_THE_MODEL = Set.of("files", "notes", "indexedLayers", "partial");

    private final TraceReading reading;
    private final JsonGenerator json;

    private JsonExport(TraceReading reading, JsonGenerator json) {
        this.reading = reading;
        this.json = json;
    }

    static void write(TraceReading reading, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
            new JsonExport(reading, json).document();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void document() throws IOException {
        json.writeStartObject();
        json.writeStringField("format", "headstream-trace");
        json.writeNumberField("version", VERSION);
        json.writeFieldName("model");
        row(model(), Map.of(), modelProperties());
        json.writeFieldName("trace");
        row(reading.header().get("trace").asMap(), Map.of(), SCHEMA.propertiesOf("Trace"));
        list(
                "tokens",
                () -> reading.each(
                        "export-tokens", r -> row(r.get("properties"), Map.of(), properties("Token", "model"))));
        list("positions", () -> reading.header().get("positions").values().forEach(this::position));
        list(
                "nodes",
                () -> reading.each("export-activations", r -> {
                    String label = r.get("label").asString();
                    row(r.get("properties"), Map.of("label", label), properties(label, "trace"));
                }));
        list("edges", () -> SCHEMA.typesFromActivationsTo(false).forEach(this::edges));
        list("tokenEdges", () -> SCHEMA.typesFromActivationsTo(true).forEach(this::tokenEdges));
        list(
                "fires",
                () -> reading.each(
                        "export-fires",
                        r -> edge(
                                r.get("properties"),
                                "FIRES",
                                fields("source", r.get("source"), "neuron", r.get("neuron")))));
        list("predictions", () -> reading.header()
                .get("predictions")
                .values()
                .forEach(p -> edge(p.get("properties"), "PREDICTS", fields("token", p.get("token")))));
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private Map<String, Object> model() {
        return reading.header().get("model").isNull()
                ? Map.of()
                : reading.header().get("model").asMap();
    }

    // a folder is of one machine, and its path nobody else's business
    private List<GraphSchema.Property> modelProperties() {
        boolean ofTheHub = model().containsKey("revision");
        return SCHEMA.propertiesOf("Model").stream()
                .filter(p -> !NOT_OF_THE_MODEL.contains(p.name()))
                .filter(p -> ofTheHub || !p.name().equals("source"))
                .toList();
    }

    private static List<GraphSchema.Property> properties(String label, String without) {
        return SCHEMA.propertiesOf(label).stream()
                .filter(p -> !p.name().equals(without))
                .toList();
    }

    private void position(Value position) {
        row(position.asMap(), fields("token", position.get("token")), properties("Position", "trace"));
    }

    private void edges(String type) {
        reading.each(
                "export-edges",
                type,
                r -> edge(
                        r.get("properties"),
                        type,
                        fields("type", type, "source", r.get("source"), "target", r.get("target"))));
    }

    private void tokenEdges(String type) {
        reading.each(
                "export-token-edges",
                type,
                r -> edge(
                        r.get("properties"),
                        type,
                        fields("type", type, "source", r.get("source"), "token", r.get("token"))));
    }

    private void edge(Value properties, String type, Map<String, Object> place) {
        row(properties, place, SCHEMA.relationshipsOf(type).get(0).properties());
    }

    private static Map<String, Object> fields(Object... keysAndValues) {
        Map<String, Object> fields = new java.util.LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            Object value = keysAndValues[i + 1];
            fields.put((String) keysAndValues[i], value instanceof Value v ? v.asObject() : value);
        }
        return fields;
    }

    private void row(Value properties, Map<String, Object> place, List<GraphSchema.Property> declared) {
        row(properties.asMap(), place, declared);
    }

    private void row(Map<String, Object> properties, Map<String, Object> place, List<GraphSchema.Property> declared) {
        try {
            json.writeStartObject();
            for (Map.Entry<String, Object> field : place.entrySet()) {
                json.writeObjectField(field.getKey(), field.getValue());
            }
            for (GraphSchema.Property property : declared) {
                Object value = properties.get(property.name());
                if (value != null && !(value instanceof Double number && !Double.isFinite(number))) {
                    json.writeFieldName(property.name());
                    value(value);
                }
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void value(Object value) throws IOException {
        if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object each : list) {
                json.writeObject(each instanceof Number ? each : String.valueOf(each));
            }
            json.writeEndArray();
        } else {
            json.writeObject(value);
        }
    }

    private void list(String name, Runnable rows) throws IOException {
        json.writeArrayFieldStart(name);
        rows.run();
        json.writeEndArray();
    }
}
