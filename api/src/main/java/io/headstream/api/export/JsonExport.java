package io.headstream.api.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.headstream.api.graph.Figures;
import io.headstream.schema.GraphSchema;
import io.headstream.schema.TraceFormat;
import io.headstream.schema.TraceFormat.Section;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * A trace as a document that `headstream import` reads, of the schema docs/trace.schema.json. The same trace gives the same bytes:
 * rows are in order, and properties in schema.txt's.
 */
final class JsonExport {
    private static final GraphSchema SCHEMA = GraphSchema.load();
    private static final JsonFactory JSON = new JsonFactory();

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
        json.writeStringField("format", TraceFormat.NAME);
        json.writeNumberField("version", TraceFormat.NEWEST.version());
        json.writeFieldName(Section.MODEL.member());
        row(model(), Map.of(), modelProperties());
        json.writeFieldName(Section.TRACE.member());
        row(reading.header().get("trace").asMap(), Map.of(), SCHEMA.propertiesOf("Trace"));
        list(
                Section.TOKENS,
                () -> reading.each(
                        "export/tokens", r -> row(r.get("properties"), Map.of(), properties("Token", "model"))));
        list(Section.POSITIONS, () -> reading.header().get("positions").values().forEach(this::position));
        list(
                Section.NODES,
                () -> reading.each("export/activations", r -> {
                    String label = r.get("label").asString();
                    row(r.get("properties"), Map.of("label", label), properties(label, "trace"));
                }));
        list(Section.EDGES, () -> SCHEMA.typesFromActivationsTo(false).forEach(this::edges));
        list(Section.TOKEN_EDGES, () -> SCHEMA.typesFromActivationsTo(true).forEach(this::tokenEdges));
        list(
                Section.FIRES,
                () -> reading.each(
                        "export/fires",
                        r -> edge(
                                r.get("properties"),
                                "FIRES",
                                fields("source", r.get("source"), "neuron", r.get("neuron")))));
        list(Section.PREDICTIONS, () -> reading.header()
                .get("predictions")
                .values()
                .forEach(p -> edge(p.get("properties"), "PREDICTS", fields("token", p.get("token")))));
        list(Section.HEAD_PATTERNS, () -> whole("export/head-patterns", "HeadPattern"));
        list(Section.HOOK_POINTS, () -> whole("export/hook-points", "HookPoint"));
        list(Section.LABELS, () -> reading.each("export/labels", r -> said(r, "ComponentLabel")));
        list(Section.VIEWS, () -> reading.views(r -> said(r, "SavedView")));
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private void whole(String statement, String label) {
        reading.each(statement, r -> row(r.get("properties"), Map.of(), properties(label, "trace")));
    }

    private void said(Record r, String label) {
        List<GraphSchema.Property> properties = SCHEMA.propertiesOf(label).stream()
                .filter(p -> !TraceFormat.NOT_OF_WHAT_IS_SAID.contains(p.name()))
                .toList();
        row(r.get("properties"), Map.of(), properties);
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
                .filter(p -> !TraceFormat.NOT_OF_THE_MODEL.contains(p.name()))
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
                "export/edges",
                type,
                r -> edge(
                        r.get("properties"),
                        type,
                        fields("type", type, "source", r.get("source"), "target", r.get("target"))));
    }

    private void tokenEdges(String type) {
        reading.each(
                "export/token-edges",
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
            json.writeObject(value instanceof ZonedDateTime time ? Figures.time(time) : value);
        }
    }

    private void list(Section section, Runnable rows) throws IOException {
        json.writeArrayFieldStart(section.member());
        rows.run();
        json.writeEndArray();
    }
}
