package io.headstream.api.trace;

import io.headstream.api.graph.GraphReader;
import io.headstream.api.graph.Node;
import io.headstream.api.graph.Problems;
import io.headstream.cypher.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Wholes and their parts, for waterfalls. */
@ApplicationScoped
public class Sums {
    private static final String PREDICTION = "sum/prediction";
    private static final String ACTIVATION = "sum/activation";

    private final GraphReader graph;

    public Sums(GraphReader graph) {
        this.graph = graph;
    }

    /** The metric, from the embedding up. */
    Sum ofPrediction(String trace) {
        Record row = graph.row(PREDICTION, Map.of("trace", trace)).orElseThrow(() -> Problems.noTrace(trace));
        Steps steps = new Steps();
        row.get("parts").asList(v -> v).forEach(part -> steps.add(part, "value"));
        steps.add(null, "constant", row.get("constant").asDouble());
        return new Sum(
                row.get("metric").asString(), row.get("total").asDouble(), steps.parts, Statements.read(PREDICTION));
    }

    /** An activation's DLA where it has one, at the target position; otherwise its shares, which make 1. */
    Sum ofActivation(String trace, String node) {
        Record row = graph.row(ACTIVATION, Map.of("trace", trace, "node", node)).orElseThrow(() -> {
            graph.requireTrace(trace);
            return Problems.notFound(
                    "trace '" + trace + "' keeps no activation '" + node + "'; ids look like L3P5.mlp");
        });
        List<Value> parts = row.get("parts").asList(v -> v);
        if (parts.isEmpty()) {
            throw Problems.notFound("activation '" + node
                    + "' is no sum: sums are resid_mid, resid_post, attn_out, mlp_out and head outputs");
        }
        boolean dla = parts.stream().noneMatch(part -> part.get("dla").isNull());
        Steps steps = new Steps();
        parts.forEach(part -> steps.add(part, dla ? "dla" : "share"));
        steps.add(null, "remainder", row.get(dla ? "remainderDla" : "remainder").asDouble(0));
        return new Sum(
                dla ? "dla" : "share", dla ? row.get("dla").asDouble() : 1, steps.parts, Statements.read(ACTIVATION));
    }

    private static final class Steps {
        private final List<Sum.Part> parts = new ArrayList<>();
        private double at;

        void add(Value part, String figure) {
            Node node =
                    Node.of(part.get("properties").asMap(), part.get("labels").asList(Value::asString), null);
            add(node, node.name(), part.get(figure).asDouble(0));
        }

        void add(@Nullable Node node, String name, double value) {
            parts.add(new Sum.Part(node, name, value, at, at + value));
            at += value;
        }
    }
}
