package io.headstream.api.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.headstream.schema.GraphSchema;
import io.headstream.schema.TraceFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** docs/trace.schema.json: the JSON Schema of an exported trace, made of schema.txt's vocabulary. */
final class TraceSchemaFile {
    private static final GraphSchema SCHEMA = GraphSchema.load();
    private static final List<String> MEMBERS = List.of(
            "format",
            "version",
            "model",
            "trace",
            "tokens",
            "positions",
            "nodes",
            "edges",
            "tokenEdges",
            "fires",
            "predictions",
            "headPatterns",
            "hookPoints",
            "labels",
            "views");

    private TraceSchemaFile() {}

    static String text() throws Exception {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("$schema", Map.of("type", "string"));
        members.put("format", Map.of("const", "headstream-trace"));
        members.put("version", Map.of("const", TraceFormat.NEWEST.version()));
        members.put(
                "model",
                object(
                        "The model's identity; one that the graph lacks is made of it",
                        without(SCHEMA.propertiesOf("Model"), "files", "notes", "indexedLayers", "partial"),
                        Map.of(),
                        List.of("id", "name", "layers", "heads", "dMlp", "vocabulary")));
        List<String> ofTrace = new ArrayList<>(SCHEMA.propertiesOf("Trace").stream()
                .map(GraphSchema.Property::name)
                .toList());
        ofTrace.removeAll(List.of(
                "distractor",
                "distractorToken",
                "proposedDistractor",
                "targetTokens",
                "targetPositions",
                "targetRanks",
                "targetLogProbabilities",
                "distractorTokens",
                "generation",
                "step",
                "generated",
                "generatedTokens",
                "sampling",
                "baseline",
                "profile",
                "notes",
                "interventions",
                "influenceCoverage",
                "effectCoverage",
                "edgeCoverage",
                "budget"));
        members.put("trace", object("One forward pass", SCHEMA.propertiesOf("Trace"), Map.of(), ofTrace));
        members.put(
                "tokens",
                rows(object(
                        "Every token that the document refers to",
                        without(SCHEMA.propertiesOf("Token"), "model"),
                        Map.of(),
                        List.of("id", "text"))));
        members.put(
                "positions",
                rows(object(
                        "The prompt, in order",
                        without(SCHEMA.propertiesOf("Position"), "trace"),
                        Map.of("token", whole("id of the token that stands there")),
                        List.of("index", "text", "token"))));
        members.put("nodes", rows(nodes()));
        members.put("edges", rows(edges(false)));
        members.put("tokenEdges", rows(edges(true)));
        members.put(
                "fires",
                rows(object(
                        "(:MlpOutput)-[:FIRES]->(:Neuron)",
                        SCHEMA.relationshipsOf("FIRES").get(0).properties(),
                        fields(
                                "source",
                                text("node of the mlp_out"),
                                "neuron",
                                whole("the neuron's index within that layer")),
                        List.of("source", "neuron"))));
        members.put(
                "predictions",
                rows(object(
                        "The answer",
                        SCHEMA.relationshipsOf("PREDICTS").get(0).properties(),
                        Map.of("token", whole("id of the token")),
                        List.of("token"))));
        members.put(
                "headPatterns",
                rows(object(
                        "A head at all positions",
                        without(SCHEMA.propertiesOf("HeadPattern"), "trace"),
                        Map.of(),
                        List.of("layer", "head", "name", "starts", "keys", "weights", "rest"))));
        members.put(
                "hookPoints",
                rows(object(
                        "A residual site at all positions",
                        without(SCHEMA.propertiesOf("HookPoint"), "trace"),
                        Map.of(),
                        List.of("layer", "site", "name"))));
        members.put(
                "labels",
                rows(object(
                        "What someone calls a component that the document names",
                        without(SCHEMA.propertiesOf("ComponentLabel"), "model", "by"),
                        Map.of(),
                        List.of("component", "label", "updatedAt"))));
        members.put(
                "views",
                rows(object(
                        "A saved view of what is traced",
                        without(SCHEMA.propertiesOf("SavedView"), "pass", "by"),
                        Map.of(),
                        List.of("name", "address", "updatedAt"))));
        Map<String, Object> schema = fields(
                "$schema",
                "https://json-schema.org/draft/2020-12/schema",
                "$id",
                "urn:headstream:trace:" + TraceFormat.NEWEST.version(),
                "title",
                "A Headstream trace",
                "description",
                "What `headstream export --format json` writes and `headstream import` reads; docs/exports.md. Made of schema.txt by"
                        + " TraceSchemaTest. A figure that does not exist is absent.",
                "type",
                "object",
                "properties",
                members,
                "required",
                MEMBERS,
                "additionalProperties",
                false);
        return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(schema) + "\n";
    }

    private static Map<String, Object> nodes() {
        List<Object> kinds = new ArrayList<>();
        for (String label : SCHEMA.activationLabels()) {
            List<String> required = new ArrayList<>(List.of("label", "node", "name", "layer", "position"));
            for (String place : List.of("site", "head", "index")) {
                if (SCHEMA.propertiesOf(label).stream().anyMatch(p -> p.name().equals(place))) {
                    required.add(place);
                }
            }
            kinds.add(object(
                    SCHEMA.nodes().stream()
                            .filter(n -> n.label().equals(label))
                            .findFirst()
                            .orElseThrow()
                            .explanation(),
                    without(SCHEMA.propertiesOf(label), "trace"),
                    Map.of("label", Map.of("const", label)),
                    required));
        }
        return Map.of("oneOf", kinds);
    }

    private static Map<String, Object> edges(boolean tokens) {
        List<Object> kinds = new ArrayList<>();
        for (String type : SCHEMA.typesFromActivationsTo(tokens)) {
            GraphSchema.RelationshipKind kind = SCHEMA.relationshipsOf(type).get(0);
            String end = tokens ? "token" : "target";
            kinds.add(object(
                    kind.explanation(),
                    kind.properties(),
                    fields(
                            "type",
                            Map.of("const", type),
                            "source",
                            text("a node: " + String.join(", ", kind.starts())),
                            end,
                            tokens ? whole("id of the token") : text("a node: " + String.join(", ", kind.ends()))),
                    List.of("type", "source", end)));
        }
        return Map.of("oneOf", kinds);
    }

    private static Map<String, Object> object(
            String description,
            List<GraphSchema.Property> properties,
            Map<String, Object> place,
            List<String> required) {
        Map<String, Object> fields = new LinkedHashMap<>(place);
        properties.forEach(p -> fields.put(p.name(), type(p)));
        return fields(
                "description", description,
                "type", "object",
                "properties", fields,
                "required", required,
                "additionalProperties", false);
    }

    private static Map<String, Object> type(GraphSchema.Property property) {
        Map<String, Object> type = new LinkedHashMap<>();
        switch (property.type()) {
            case "INTEGER" -> type.put("type", "integer");
            case "FLOAT" -> type.put("type", "number");
            case "BOOLEAN" -> type.put("type", "boolean");
            case "LIST OF STRING" -> {
                type.put("type", "array");
                type.put("items", Map.of("type", "string"));
            }
            case "LIST OF INTEGER" -> {
                type.put("type", "array");
                type.put("items", Map.of("type", "integer"));
            }
            case "LIST OF FLOAT" -> {
                type.put("type", "array");
                type.put("items", Map.of("type", "number"));
            }
            case "ZONED DATETIME" -> {
                type.put("type", "string");
                type.put("format", "date-time");
            }
            default -> type.put("type", "string");
        }
        type.put("description", property.explanation());
        return type;
    }

    private static List<GraphSchema.Property> without(List<GraphSchema.Property> properties, String... names) {
        Set<String> gone = Set.copyOf(Arrays.asList(names));
        return properties.stream().filter(p -> !gone.contains(p.name())).toList();
    }

    private static Map<String, Object> rows(Map<String, Object> row) {
        return fields("type", "array", "items", row);
    }

    private static Map<String, Object> text(String description) {
        return fields("type", "string", "description", description);
    }

    private static Map<String, Object> whole(String description) {
        return fields("type", "integer", "description", description);
    }

    private static Map<String, Object> fields(Object... keysAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            fields.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return fields;
    }
}
