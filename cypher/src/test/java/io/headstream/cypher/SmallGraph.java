package io.headstream.cypher;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionContext;

/** A one-layer, one-head, two-position trace, made with the write statements alone and in the order ingest uses them. */
final class SmallGraph {
    private final TransactionContext tx;
    private final String model;
    private final String trace;

    private SmallGraph(TransactionContext tx, String model, String trace) {
        this.tx = tx;
        this.model = model;
        this.trace = trace;
    }

    static void write(Driver driver, String model, String trace) {
        try (Session session = driver.session()) {
            session.executeWriteWithoutResult(tx -> new SmallGraph(tx, model, trace).write());
        }
    }

    private void write() {
        if (!tx.run(Statements.write("model-exists"), Map.of("model", model))
                .single()
                .get("found")
                .asBoolean()) {
            weights();
        }
        prompt();
        activations();
    }

    private void weights() {
        run("model", Map.of("properties", Map.of("id", model, "name", "small", "layers", 1, "heads", 1)));
        run("heads", Map.of("rows", List.of(Map.of("layer", 0, "head", 0, "name", "L0H0"))));
        run("neurons", Map.of("rows", List.of(Map.of("layer", 0, "index", 3, "name", "L0N3", "norm", 0.5))));
        run("tokens", Map.of("rows", List.of(Map.of("id", 0, "text", "Hi"), Map.of("id", 1, "text", " Mary"))));
        index();
    }

    private void index() {
        List<Map<String, Object>> mary = List.of(Map.of("token", 1, "rank", 1, "logit", 2.5));
        Map<String, Object> neuron =
                Map.of("index", 3, "entropy", 0.5, "promotes", mary, "suppresses", mary, "detects", mary);
        run("index-neurons", Map.of("layer", 0, "rows", List.of(neuron)));
        Map<String, Object> head = Map.of("head", 0, "copyingScore", 0.75, "copies", mary);
        run("index-heads", Map.of("layer", 0, "rows", List.of(head)));
        run("index-layer", Map.of("layer", 0));
    }

    private void prompt() {
        run(
                "trace",
                Map.of(
                        "properties",
                        Map.of(
                                "id",
                                trace,
                                "model",
                                model,
                                "prompt",
                                "Hi Mary",
                                "target",
                                " Mary",
                                "targetToken",
                                1,
                                "targetPosition",
                                1,
                                "createdAt",
                                "2026-11-23T10:00:00Z",
                                "layers",
                                1,
                                "detail",
                                "neurons",
                                "tags",
                                List.of("small"))));
        run(
                "positions",
                Map.of(
                        "rows",
                        List.of(
                                Map.of("index", 0, "text", "Hi", "token", 0),
                                Map.of("index", 1, "text", " Mary", "token", 1))));
        run("next", Map.of());
        run("predicts", Map.of("rows", List.of(Map.of("token", 1, "rank", 1, "logit", 3.5, "probability", 0.9))));
    }

    private void activations() {
        String embed = activation("Residual", "L0P1.embed", Map.of("site", "embed", "dla", 0.5));
        String mid = activation("Residual", "L0P1.mid", Map.of("site", "mid", "dla", 1.5));
        String post = activation("Residual", "L0P1.post", Map.of("site", "post", "dla", 2.0, "targetRank", 1));
        String attention = activation("AttentionOutput", "L0P1.attn", Map.of("dla", 1.0, "share", 0.4));
        String head = activation(
                "HeadOutput", "L0P1.H0", Map.of("head", 0, "name", "L0H0", "dla", 0.75, "share", 0.3, "effect", 0.7));
        String value = activation("MemoryValue", "L0P0.H0.v", Map.of("head", 0, "name", "L0H0", "share", 0.3));
        String mlp = activation("MlpOutput", "L0P1.mlp", Map.of("dla", 0.5, "share", 0.2, "remainder", 0.1));
        String neuron = activation(
                "NeuronActivation", "L0P1.N3", Map.of("index", 3, "name", "L0N3", "activation", 2.0, "strength", 1.0));
        String bias = activation("Bias", "L0P1.b_O", Map.of("site", "b_O", "dla", 0.25, "share", 0.1));
        edge("ADDS_TO", embed, mid, Map.of("share", 0.6, "rank", 1, "dla", 0.5));
        edge("ADDS_TO", attention, mid, Map.of("share", 0.4, "rank", 2, "dla", 1.0));
        edge("ADDS_TO", head, attention, Map.of("share", 0.75, "rank", 1, "dla", 0.75));
        edge("ADDS_TO", bias, attention, Map.of("share", 0.25, "rank", 2, "dla", 0.25));
        edge("ATTENDED_BY", value, head, Map.of("share", 1.0, "rank", 1, "weight", 0.9));
        edge("ADDS_TO", mid, post, Map.of("share", 0.8, "rank", 1, "dla", 1.5));
        edge("ADDS_TO", mlp, post, Map.of("share", 0.2, "rank", 2, "dla", 0.5));
        edge("ADDS_TO", neuron, mlp, Map.of("share", 0.9, "rank", 1, "dla", 0.5));
        String norm = activation("Normalized", "L0P1.ln1", Map.of("site", "ln1"));
        edge("AFFECTS", embed, head, Map.of("effect", 0.2, "via", "query", "rank", 1));
        rows("fires", Map.of(), Arrays.asList(mlp, 0, 3, 1, 1.0, 2.0));
        shift("FILTERS", norm, 1);
        shift("LIFTS", norm, 0);
        word("SEEKS", head, 1, 1);
        word("OFFERS", value, 1, 1);
        word("WRITES", post, 1, 1);
        word("WRITES", head, 1, 1);
        word("ERASES", head, 0, 2);
        rows("head-edges", Map.of(), List.of(head, 0, 0));
        rows("neuron-edges", Map.of(), List.of(neuron, 0, 3));
    }

    private String activation(String label, String node, Map<String, Object> properties) {
        Map<String, Object> row = new HashMap<>(properties);
        row.put("trace", trace);
        row.put("node", node);
        row.put("layer", 0);
        row.putIfAbsent("name", node);
        row.put("position", Integer.parseInt(node.substring(3, 4)));
        return tx.run(Statements.write("activations"), Map.of("label", label, "rows", List.of(row)))
                .single()
                .get("id")
                .asString();
    }

    private void edge(String type, String start, String end, Map<String, Object> properties) {
        List<Object> row = new ArrayList<>(List.of(start, end));
        for (String property : List.of("share", "rank", "norm", "weight", "dla", "effect", "via")) {
            row.add(properties.get(property));
        }
        rows("edges", Map.of("type", type), row);
    }

    private void shift(String type, String start, int token) {
        rows("token-edges", Map.of("type", type), Arrays.asList(start, token, 1, null, null, 0.5, 0.25));
    }

    private void word(String type, String start, int token, int rank) {
        rows("token-edges", Map.of("type", type), Arrays.asList(start, token, rank, 3.5, 0.9, null, null));
    }

    private void rows(String statement, Map<String, Object> parameters, List<Object> row) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("rows", List.of(row));
        run(statement, all);
    }

    private void run(String statement, Map<String, Object> parameters) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("model", model);
        all.put("trace", trace);
        tx.run(Statements.write(statement), all).consume();
    }
}
