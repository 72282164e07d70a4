package io.headstream.api.flow;

import io.headstream.api.graph.GraphReader;
import io.headstream.api.graph.Node;
import io.headstream.api.graph.Problems;
import io.headstream.api.story.StoryReading;
import io.headstream.cypher.Statements;
import io.headstream.schema.ActivationId;
import io.headstream.schema.EdgeType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Draws traces. */
@ApplicationScoped
public class Flows {
    private final GraphReader graph;
    private final StoryReading reading;

    public Flows(GraphReader graph, StoryReading reading) {
        this.graph = graph;
        this.reading = reading;
    }

    Flow flow(String trace, double threshold, Detail asked, Range layers, Range positions) {
        Record row = graph.row("trace/overview", Map.of("trace", trace)).orElseThrow(() -> Problems.noTrace(trace));
        Value properties = row.get("trace");
        Detail detail = asked.atMost(properties.get("detail").asString("neurons"));
        int depth = properties.get("layers").asInt();
        int target = properties.get("targetPosition").asInt();
        String end = ActivationId.residPost(depth - 1, target).toString();
        Picture whole = Picture.draw(nodes(trace, detail), edges(trace, detail));
        Picture shown =
                whole.reaching(end, threshold).only(node -> layers.has(node.layer()) && positions.has(node.position()));
        return new Flow(
                trace,
                threshold,
                detail.label(),
                depth,
                row.get("tokens")
                        .asList(token -> new Flow.Position(
                                token.get("index").asInt(), token.get("text").asString())),
                target,
                end,
                withTokens(trace, shown.nodes()),
                shown.edges(),
                reading.lens(trace, target, properties.get("distractor").asString(null)).stream()
                        .filter(state -> layers.has(state.layer()))
                        .toList(),
                new Flow.Total(whole.nodes().size(), whole.edges().size()),
                Statements.read("flow/picture"));
    }

    private List<Node> nodes(String trace, Detail detail) {
        return graph.rows("flow/nodes", Map.of("trace", trace, "labels", detail.nodeLabels())).stream()
                .map(row ->
                        Node.of(row.get("properties").asMap(), row.get("labels").asList(Value::asString), null))
                .toList();
    }

    private List<Picture.Stored> edges(String trace, Detail detail) {
        return graph.rows("flow/edges", Map.of("trace", trace, "neurons", detail.neurons())).stream()
                .map(row -> new Picture.Stored(
                        row.get("source").asString(),
                        row.get("target").asString(),
                        row.get("type").asString().equals(EdgeType.ATTENDED_BY.name()),
                        row.get("share").asDouble(0),
                        row.get("weight").asDouble(0)))
                .toList();
    }

    private List<Node> withTokens(String trace, List<Node> nodes) {
        Map<String, String> tokens = new HashMap<>();
        List<String> ids = nodes.stream().map(Node::id).toList();
        graph.rows("flow/tokens", Map.of("trace", trace, "nodes", ids))
                .forEach(row ->
                        tokens.put(row.get("node").asString(), row.get("token").asString()));
        return nodes.stream()
                .map(node -> node.withTopToken(tokens.get(node.id())))
                .toList();
    }
}
