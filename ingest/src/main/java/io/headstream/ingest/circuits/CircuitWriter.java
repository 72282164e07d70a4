package io.headstream.ingest.circuits;

import io.headstream.cypher.Statements;
import io.headstream.tracer.circuit.FoundCircuit;
import io.headstream.tracer.circuit.Nodes;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;

/** Writes a circuit, in one transaction, in the place of the one of its name. */
@ApplicationScoped
public class CircuitWriter {
    private final Driver driver;

    public CircuitWriter(Driver driver) {
        this.driver = driver;
    }

    /** @param model the model's id, which the graph has */
    public void write(String id, String model, CircuitReading.Read asked, FoundCircuit found, Instant started) {
        try (Session session = driver.session();
                Transaction tx = session.beginTransaction()) {
            tx.run(
                            Statements.write("circuit/circuit"),
                            Map.of("properties", properties(id, model, asked, found, started)))
                    .consume();
            tx.run(Statements.write("circuit/put-nodes"), Map.of("circuit", id, "model", model, "rows", nodes(found)))
                    .consume();
            tx.run(Statements.write("circuit/put-edges"), Map.of("circuit", id, "rows", edges(found)))
                    .consume();
            tx.commit();
        }
    }

    private static Map<String, Object> properties(
            String id, String model, CircuitReading.Read asked, FoundCircuit found, Instant started) {
        Map<String, Object> p = new HashMap<>();
        p.put("id", id);
        p.put("name", asked.name());
        p.put("model", model);
        p.put("metric", asked.compared() ? "logit_difference" : "logit");
        p.put("ablation", asked.request().ablation().label());
        p.put("steps", asked.request().steps());
        p.put("keep", asked.request().keep());
        p.put("seed", asked.request().seed());
        p.put("foundWith", asked.request().found().size());
        p.put("judgedBy", asked.request().heldOut().size());
        p.put("edges", found.edges().size());
        p.put("edgesOfModel", found.nodes().edges());
        p.put("nodes", found.joined().length);
        p.put("metricFull", found.metricFull());
        p.put("metricEmpty", found.metricEmpty());
        p.put("metricValue", found.metric());
        p.put("faithfulness", found.faithfulness());
        p.put("foundFaithfulness", found.foundFaithfulness());
        p.put("complement", found.complement());
        p.put("incompleteness", found.incompleteness());
        p.put("random", found.random());
        p.put("trials", found.trials());
        p.put("createdAt", started.toString());
        p.put("elapsed", Duration.between(started, Instant.now()).toMillis());
        return p;
    }

    private static List<Map<String, Object>> nodes(FoundCircuit found) {
        Nodes nodes = found.nodes();
        return IntStream.of(found.joined())
                .mapToObj(node -> {
                    Map<String, Object> row = new HashMap<>();
                    row.put("name", nodes.name(node));
                    row.put("kind", nodes.kind(node).name().toLowerCase(Locale.ROOT));
                    row.put("layer", nodes.layer(node));
                    if (nodes.kind(node) == Nodes.Kind.HEAD) {
                        row.put("head", nodes.headOf(node));
                    }
                    return row;
                })
                .toList();
    }

    private static List<Map<String, Object>> edges(FoundCircuit found) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (FoundCircuit.Edge edge : found.edges()) {
            rows.add(Map.of(
                    "from", found.nodes().name(edge.writer()),
                    "to", found.nodes().name(edge.reader()),
                    "score", edge.score(),
                    "rank", rows.size() + 1));
        }
        return rows;
    }
}
