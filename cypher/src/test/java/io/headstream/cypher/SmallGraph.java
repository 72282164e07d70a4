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
        if (!tx.run(Statements.read("model/is-whole"), Map.of("model", model))
                .single()
                .get("found")
                .asBoolean()) {
            weights();
        }
        prompt();
        wholes();
        activations();
    }

    private void weights() {
        run("model/model", Map.of("properties", Map.of("id", model, "name", "small", "layers", 1, "heads", 1)));
        run("model/heads", Map.of("rows", List.of(Map.of("layer", 0, "head", 0, "name", "L0H0"))));
        run("model/neurons", Map.of("rows", List.of(Map.of("layer", 0, "index", 3, "name", "L0N3", "norm", 0.5))));
        run("model/tokens", Map.of("rows", List.of(Map.of("id", 0, "text", "Hi"), Map.of("id", 1, "text", " Mary"))));
        index();
    }

    private void index() {
        List<Map<String, Object>> mary = List.of(Map.of("token", 1, "rank", 1, "logit", 2.5));
        Map<String, Object> neuron =
                Map.of("index", 3, "entropy", 0.5, "promotes", mary, "suppresses", mary, "detects", mary);
        run("index/neurons", Map.of("layer", 0, "rows", List.of(neuron)));
        Map<String, Object> head = Map.of("head", 0, "copyingScore", 0.75, "copies", mary);
        run("index/heads", Map.of("layer", 0, "rows", List.of(head)));
        run("index/layer", Map.of("layer", 0));
    }

    private void prompt() {
        run(
                "trace/trace",
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
                "trace/positions",
                Map.of(
                        "rows",
                        List.of(
                                Map.of("index", 0, "text", "Hi", "token", 0),
                                Map.of("index", 1, "text", " Mary", "token", 1))));
        run("trace/next", Map.of());
        run("trace/predicts", Map.of("rows", List.of(Map.of("token", 1, "rank", 1, "logit", 3.5, "probability", 0.9))));
    }

    private void wholes() {
        Map<String, Object> pattern = new HashMap<>(Map.of("trace", trace, "layer", 0, "head", 0, "name", "L0H0"));
        pattern.putAll(Map.of("starts", List.of(0, 1, 3), "keys", List.of(0, 0, 1), "weights", List.of(1.0, 0.9, 0.1)));
        pattern.putAll(Map.of("rest", List.of(0.0, 0.0), "firstToken", 0.9, "dla", 0.75, "effect", List.of(0.1, 0.7)));
        pattern.putAll(Map.of("share", List.of(0.2, 0.3), "influence", List.of(0.1, 0.3), "norm", List.of(1.0, 2.0)));
        run("trace/head-patterns", Map.of("rows", List.of(pattern)));
        Map<String, Object> point = new HashMap<>(Map.of("trace", trace, "layer", 0, "site", "post"));
        point.putAll(Map.of("targetRank", List.of(2, 1), "targetProbability", List.of(0.25, 0.75)));
        point.putAll(Map.of("tokens", List.of(0, 1), "probabilities", List.of(0.75, 0.75)));
        run("trace/hook-points", Map.of("rows", List.of(point)));
    }

    private void activations() {
        String embed = activation("Residual", "L0P1.embed", Map.of("site", "embed", "dla", 0.5));
        String mid = activation("Residual", "L0P1.mid", Map.of("site", "mid", "dla", 1.5));
        String post = activation("Residual", "L0P1.post", Map.of("site", "post", "dla", 2.0, "targetRank", 1));
        String attention = activation("AttentionOutput", "L0P1.attn", Map.of("dla", 1.0, "share", 0.4));
        String head = activation(
                "HeadOutput", "L0P1.H0", Map.of("head", 0, "name", "L0H0", "dla", 0.75, "share", 0.3, "effect", 0.7));
        String value = activation("MemoryValue", "L0P0.H0.v", Map.of("head", 0, "name", "L0H0", "share", 0.3));
        String mlp =
                activation("MlpOutput", "L0P1.mlp", Map.of("dla", 0.5, "share", 0.2, "remainder", 0.1, "effect", 0.4));
        String neuron = activation(
                "NeuronActivation",
                "L0P1.N3",
                Map.of("index", 3, "name", "L0N3", "activation", 2.0, "strength", 1.0, "dla", 0.5));
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
        edge("AFFECTS", head, mlp, Map.of("effect", 0.1, "via", "mlp", "rank", 2));
        rows("trace/fires", Map.of(), Arrays.asList(mlp, 0, 3, 1, 1.0, 2.0));
        shift("FILTERS", norm, 1);
        shift("LIFTS", norm, 0);
        word("SEEKS", head, 1, 1);
        word("OFFERS", value, 1, 1);
        word("WRITES", post, 1, 1);
        word("WRITES", head, 1, 1);
        word("ERASES", head, 0, 2);
        rows("trace/head-uses", Map.of(), List.of(head, 0, 0));
        rows("trace/neuron-uses", Map.of(), List.of(neuron, 0, 3));
    }

    private String activation(String label, String node, Map<String, Object> properties) {
        Map<String, Object> row = new HashMap<>(properties);
        row.put("trace", trace);
        row.put("node", node);
        row.put("layer", 0);
        row.putIfAbsent("name", node);
        row.put("position", Integer.parseInt(node.substring(3, 4)));
        return tx.run(Statements.write("trace/activations"), Map.of("label", label, "rows", List.of(row)))
                .single()
                .get("id")
                .asString();
    }

    private void edge(String type, String start, String end, Map<String, Object> properties) {
        List<Object> row = new ArrayList<>(List.of(start, end));
        for (String property : List.of("share", "rank", "norm", "weight", "dla", "effect", "via")) {
            row.add(properties.get(property));
        }
        rows("trace/edges", Map.of("type", type), row);
    }

    private void shift(String type, String start, int token) {
        rows("trace/token-edges", Map.of("type", type), Arrays.asList(start, token, 1, null, null, 0.5, 0.25));
    }

    private void word(String type, String start, int token, int rank) {
        rows("trace/token-edges", Map.of("type", type), Arrays.asList(start, token, rank, 3.5, 0.9, null, null));
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
