package io.headstream.benchmarks.queries;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Values for queries' parameters that occur in the graph, chosen anew for each run, the same in every benchmark of the same graph. */
final class Values {
    private final Random random = new Random(20_260);
    private final Map<String, List<String>> known = new HashMap<>();

    Values(Api api) throws IOException, InterruptedException {
        known.put("trace", api.column("MATCH (t:Trace) RETURN t.id ORDER BY t.createdAt"));
        known.put("model", api.column("MATCH (:Trace)-[:OF]->(m:Model) RETURN DISTINCT m.name"));
        known.put("tag", api.column("MATCH (t:Trace) UNWIND t.tags AS tag RETURN DISTINCT tag"));
        known.put(
                "head",
                api.column("MATCH (:Trace)-[:OF]->(m:Model) WITH DISTINCT m MATCH (m)-[:HAS_HEAD]->(h) RETURN h.name"));
        known.put(
                "neuron", api.column("MATCH (a:NeuronActivation) WITH a LIMIT 20000 RETURN DISTINCT a.name LIMIT 500"));
        known.put(
                "token",
                api.column(
                        "MATCH (t:Trace) WITH t LIMIT 200 MATCH (t)-[:PREDICTS {rank: 1}]->(k:Token) RETURN DISTINCT k.text"));
        known.put("position", List.of("1", "2", "3", "4"));
    }

    /**
     * A value for each parameter that must be given, and for every trace; the others keep their defaults.
     *
     * @return nothing if there is a parameter that no value is known for
     */
    Optional<Map<String, Object>> of(JsonNode query) {
        Map<String, Object> values = new HashMap<>();
        for (JsonNode parameter : query.path("parameters")) {
            String type = parameter.path("type").asText();
            if (!parameter.path("required").asBoolean() && !type.equals("trace")) {
                continue;
            }
            Optional<Object> value = value(type, parameter.path("choices"));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.put(parameter.path("name").asText(), value.get());
        }
        return Optional.of(values);
    }

    private Optional<Object> value(String type, JsonNode choices) {
        if (!choices.isEmpty()) {
            return Optional.of(choices.get(random.nextInt(choices.size())).asText());
        }
        return switch (type) {
            case "integer" -> Optional.of(1 + random.nextInt(4));
            case "float" -> Optional.of(random.nextDouble());
            case "boolean" -> Optional.of(random.nextBoolean());
            case "string" -> Optional.of("store");
            case "position" -> any(type).map(Integer::valueOf);
            default -> any(type).map(text -> text);
        };
    }

    private Optional<String> any(String type) {
        List<String> values = known.getOrDefault(type, List.of());
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(random.nextInt(values.size())));
    }
}
