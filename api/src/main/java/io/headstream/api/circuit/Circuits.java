package io.headstream.api.circuit;

import io.headstream.api.graph.Figures;
import io.headstream.api.graph.GraphReader;
import io.headstream.api.graph.NameResolver;
import io.headstream.api.graph.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** The circuits that the graph has. */
@ApplicationScoped
public class Circuits {
    private final GraphReader graph;
    private final NameResolver names;

    public Circuits(GraphReader graph, NameResolver names) {
        this.graph = graph;
        this.names = names;
    }

    List<CircuitSummary> all(@Nullable String model) {
        return rows(model, null);
    }

    /** By its id or name; the newest where models have one each. */
    public WholeCircuit whole(String name, @Nullable String model) {
        CircuitSummary circuit = find(name, model);
        Map<String, Object> id = Map.of("circuit", circuit.id());
        return new WholeCircuit(
                circuit,
                graph.rows("circuit/nodes", id).stream()
                        .map(row -> new WholeCircuit.Node(
                                row.get("name").asString(),
                                row.get("kind").asString(),
                                row.get("layer").asInt(),
                                row.get("head").isNull()
                                        ? null
                                        : (Integer) row.get("head").asInt()))
                        .toList(),
                edges(id));
    }

    private record Ends(String from, String to) {
        static Ends of(Record row) {
            return new Ends(row.get("from").asString(), row.get("to").asString());
        }
    }

    private List<WholeCircuit.Edge> edges(Map<String, Object> id) {
        Map<Ends, Record> measured =
                graph.rows("circuit/measured", id).stream().collect(Collectors.toMap(Ends::of, row -> row));
        return graph.rows("circuit/edges", id).stream()
                .map(row -> {
                    Ends ends = Ends.of(row);
                    Optional<Record> of = Optional.ofNullable(measured.get(ends));
                    return new WholeCircuit.Edge(
                            ends.from(),
                            ends.to(),
                            row.get("score").asDouble(),
                            row.get("rank").asInt(),
                            of.map(m -> m.get("measured").asDouble()).orElse(null),
                            of.map(m -> m.get("traces").asInt()).orElse(null));
                })
                .toList();
    }

    void remove(String name, @Nullable String model) {
        graph.write("circuit/remove", Map.of("circuit", find(name, model).id()));
    }

    private CircuitSummary find(String name, @Nullable String model) {
        return rows(model, name).stream()
                .findFirst()
                .orElseThrow(() -> Problems.notFound("there is no circuit '" + name + "'"
                        + (model == null ? "" : " of '" + model + "'") + "; GET /api/circuits lists those there are"));
    }

    private List<CircuitSummary> rows(@Nullable String model, @Nullable String name) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("model", model == null ? null : names.model(model));
        parameters.put("name", name);
        return graph.rows("circuit/all", parameters).stream()
                .map(Circuits::summary)
                .toList();
    }

    private static CircuitSummary summary(Record row) {
        Value c = row.get("properties");
        return new CircuitSummary(
                c.get("id").asString(),
                c.get("name").asString(),
                c.get("model").asString(),
                row.get("modelName").asString(),
                c.get("metric").asString(),
                c.get("ablation").asString(),
                c.get("steps").asInt(),
                c.get("keep").asDouble(),
                c.get("foundWith").asInt(),
                c.get("judgedBy").asInt(),
                c.get("edges").asInt(),
                c.get("edgesOfModel").asInt(),
                c.get("nodes").asInt(),
                c.get("metricFull").asDouble(),
                c.get("metricEmpty").asDouble(),
                c.get("metricValue").asDouble(),
                c.get("faithfulness").asDouble(),
                c.get("foundFaithfulness").asDouble(),
                c.get("complement").asDouble(),
                c.get("incompleteness").asDouble(),
                c.get("random").asList(Value::asDouble),
                c.get("trials").asInt(),
                Figures.time(c.get("createdAt").asObject()),
                c.get("elapsed").asLong());
    }
}
