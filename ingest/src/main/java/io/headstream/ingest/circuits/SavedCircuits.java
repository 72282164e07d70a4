package io.headstream.ingest.circuits;

import io.headstream.cypher.Statements;
import io.headstream.tracer.circuit.Ablation;
import io.headstream.tracer.circuit.EdgeSet;
import io.headstream.tracer.circuit.Nodes;
import io.headstream.tracer.error.TraceException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;

/** The circuits that the graph has, for those who go on with one. */
@ApplicationScoped
public class SavedCircuits {
    private final Driver driver;

    public SavedCircuits(Driver driver) {
        this.driver = driver;
    }

    /**
     * A circuit without its edges.
     *
     * @param ablation what goes along edges that are cut in it
     */
    public record Saved(String id, String name, String model, String modelName, Ablation ablation) {}

    /**
     * The newest of a name, or that of an id, of a model.
     *
     * @param model the model's id or its name
     * @throws TraceException where there is none
     */
    public Saved find(String circuit, String model) {
        List<Saved> all = all(circuit);
        return all.stream()
                .filter(each -> each.model().equals(model) || each.modelName().equals(model))
                .findFirst()
                .orElseThrow(() -> new TraceException(
                        all.isEmpty()
                                ? "there is no circuit '" + circuit + "'; GET /api/circuits lists those there are"
                                : "circuit '" + circuit + "' is of model '"
                                        + all.get(0).modelName()
                                        + "'; name that model, or take one of this model's circuits"));
    }

    private List<Saved> all(String circuit) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("model", null);
        parameters.put("name", circuit);
        try (Session session = driver.session()) {
            return session.run(Statements.read("circuit/all"), parameters).list(SavedCircuits::saved);
        }
    }

    private static Saved saved(Record row) {
        return new Saved(
                row.get("properties").get("id").asString(),
                row.get("properties").get("name").asString(),
                row.get("properties").get("model").asString(),
                row.get("modelName").asString(),
                Ablation.labelled(row.get("properties").get("ablation").asString()));
    }

    /** Its edges. */
    public EdgeSet edges(Saved circuit, Nodes nodes) {
        Map<String, Integer> numbers = nodes.byName();
        try (Session session = driver.session()) {
            return EdgeSet.of(
                    nodes,
                    session.run(Statements.read("circuit/edges"), Map.of("circuit", circuit.id())).list().stream()
                            .mapToInt(row -> nodes.edge(
                                    number(numbers, row.get("from").asString()),
                                    number(numbers, row.get("to").asString()))));
        }
    }

    private static int number(Map<String, Integer> numbers, String name) {
        return Objects.requireNonNull(numbers.get(name), name);
    }
}
