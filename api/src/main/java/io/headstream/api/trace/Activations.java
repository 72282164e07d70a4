package io.headstream.api.trace;

import io.headstream.api.graph.Figures;
import io.headstream.api.graph.GraphReader;
import io.headstream.api.graph.Node;
import io.headstream.api.graph.Problems;
import io.headstream.api.graph.TokenScore;
import io.headstream.cypher.Statements;
import io.headstream.schema.ActivationId;
import io.headstream.schema.ComponentName;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** The inspector's view of a trace: one activation at a time. */
@ApplicationScoped
public class Activations {
    private final GraphReader graph;

    public Activations(GraphReader graph) {
        this.graph = graph;
    }

    Activation get(String trace, String id) {
        Record row = graph.row("trace/activation", Map.of("trace", trace, "node", id))
                .orElseThrow(() -> {
                    graph.requireTrace(trace);
                    return Problems.notFound("trace '" + trace + "' keeps no activation '" + id
                            + "'; what has too small a share is in its whole's remainder, and ids look like L3P5.H2");
                });
        Map<String, Object> p = row.get("properties").asMap();
        List<TokenScore> writes = TokenScore.list(row.get("writes").asList(Value::asMap));
        List<String> labels = row.get("labels").asList(Value::asString);
        return new Activation(
                Node.of(p, labels, writes.isEmpty() ? null : writes.get(0).text()),
                labels,
                row.get("text").asString(null),
                component(id),
                Figures.number(p, "remainder"),
                Figures.number(p, "remainderDla"),
                Figures.number(p, "activation"),
                Figures.number(p, "strength"),
                Figures.number(p, "entropy"),
                writes,
                TokenScore.list(row.get("erases").asList(Value::asMap)),
                TokenScore.list(row.get("seeks").asList(Value::asMap)),
                TokenScore.list(row.get("offers").asList(Value::asMap)),
                shifts(row.get("lifts")),
                shifts(row.get("filters")),
                links(row.get("inputs")),
                links(row.get("outputs")),
                Statements.read("trace/activation"));
    }

    private static List<Activation.TokenShift> shifts(Value tokens) {
        return tokens
                .asList(t -> new Activation.TokenShift(
                        t.get("text").asString(),
                        t.get("rank").asLong(),
                        t.get("before").asDouble(),
                        t.get("after").asDouble()))
                .stream()
                .sorted(Comparator.comparingLong(Activation.TokenShift::rank))
                .toList();
    }

    // an MLP is one too, but it is called by its block
    private static @Nullable String component(String id) {
        return ActivationId.parse(id)
                .filter(activation -> activation.site().numbered())
                .flatMap(ActivationId::component)
                .map(ComponentName::toString)
                .orElse(null);
    }

    private static List<Activation.Link> links(Value links) {
        return links.asList(Activations::link).stream()
                .sorted(Comparator.comparingDouble(link -> link.share() == null ? 0 : -link.share()))
                .toList();
    }

    private static Activation.Link link(Value link) {
        Map<String, Object> edge = link.get("edge").asMap();
        return new Activation.Link(
                Node.of(
                        link.get("properties").asMap(),
                        link.get("labels").asList(Value::asString),
                        link.get("topToken").asString(null)),
                link.get("type").asString(),
                Figures.number(edge, "share"),
                Figures.number(edge, "weight"),
                Figures.number(edge, "dla"),
                Figures.number(edge, "effect"),
                (String) edge.get("via"),
                Figures.whole(edge, "rank"),
                Figures.number(edge, "norm"));
    }
}
