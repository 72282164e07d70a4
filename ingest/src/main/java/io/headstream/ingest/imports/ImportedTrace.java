package io.headstream.ingest.imports;

import static io.headstream.ingest.document.TraceDocument.number;
import static io.headstream.ingest.document.TraceDocument.text;

import io.headstream.cypher.Statements;
import io.headstream.ingest.document.TraceDocument;
import io.headstream.ingest.graph.Batches;
import io.headstream.ingest.graph.Rows;
import io.headstream.schema.ActivationId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.neo4j.driver.Record;
import org.neo4j.driver.Transaction;

/** An imported trace's own nodes and relationships. */
final class ImportedTrace {
    private final Transaction tx;
    private final TraceDocument document;
    private final Map<String, Object> ids;
    private final Map<String, String> elements = new HashMap<>();

    ImportedTrace(Transaction tx, TraceDocument document) {
        this.tx = tx;
        this.document = document;
        this.ids = Map.of("model", document.modelId(), "trace", document.id());
    }

    void write() {
        tx.run(Statements.write("trace"), Map.of("properties", document.trace()))
                .consume();
        rows("positions", Map.of(), document.positions());
        tx.run(Statements.write("next"), ids).consume();
        grouped(document.nodes(), "label").forEach(this::activations);
        components("head-edges", "head");
        components("neuron-edges", "index");
        grouped(document.edges(), "type").forEach(this::edges);
        grouped(document.tokenEdges(), "type").forEach(this::tokenEdges);
        rows("fires", Map.of(), document.fires().stream().map(this::fired).toList());
        rows("predicts", Map.of(), document.predictions());
    }

    /** The layer of the node that an edge starts at. */
    static int layer(Map<String, Object> edge) {
        return ActivationId.parse(text(edge, "source")).orElseThrow().layer();
    }

    private void activations(String label, List<Map<String, Object>> nodes) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Map<String, Object> node : nodes) {
            Map<String, Object> row = without(node, Set.of("label"));
            row.put("trace", document.id());
            rows.add(row);
        }
        List<Record> written = rows("activations", Map.of("label", label), rows);
        for (int i = 0; i < nodes.size(); i++) {
            elements.put(text(nodes.get(i), "node"), written.get(i).get("id").asString());
        }
    }

    private void components(String statement, String number) {
        rows(
                statement,
                Map.of(),
                document.nodes().stream()
                        .filter(node -> node.containsKey(number))
                        .map(node -> Rows.component(element(node, "node"), number(node, "layer"), number(node, number)))
                        .toList());
    }

    private void edges(String type, List<Map<String, Object>> edges) {
        rows(
                "edges",
                Map.of("type", type),
                edges.stream()
                        .map(edge -> Rows.edge(element(edge, "source"), element(edge, "target"), edge))
                        .sorted(Rows.BY_START)
                        .toList());
    }

    private void tokenEdges(String type, List<Map<String, Object>> edges) {
        rows(
                "token-edges",
                Map.of("type", type),
                edges.stream()
                        .map(edge -> Rows.tokenEdge(element(edge, "source"), number(edge, "token"), edge))
                        .toList());
    }

    private List<Object> fired(Map<String, Object> edge) {
        return Rows.fired(element(edge, "source"), layer(edge), number(edge, "neuron"), edge);
    }

    private String element(Map<String, Object> row, String key) {
        return Objects.requireNonNull(elements.get(text(row, key)), key);
    }

    private static Map<String, List<Map<String, Object>>> grouped(List<Map<String, Object>> rows, String key) {
        return rows.stream().collect(Collectors.groupingBy(row -> text(row, key), TreeMap::new, Collectors.toList()));
    }

    private static Map<String, Object> without(Map<String, Object> row, Set<String> keys) {
        Map<String, Object> rest = new HashMap<>(row);
        rest.keySet().removeAll(new HashSet<>(keys));
        return rest;
    }

    private List<Record> rows(String statement, Map<String, Object> more, List<?> rows) {
        Map<String, Object> parameters = new HashMap<>(ids);
        parameters.putAll(more);
        return Batches.run(tx, Statements.write(statement), parameters, rows);
    }
}
