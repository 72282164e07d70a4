package io.headstream.api.heads;

import io.headstream.api.graph.Figures;
import io.headstream.api.graph.GraphReader;
import io.headstream.api.graph.Problems;
import io.headstream.cypher.Statements;
import io.headstream.schema.ActivationId;
import io.headstream.schema.PatternScore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** All heads of a trace with their figures. */
@ApplicationScoped
public class Heads {
    private static final String STATEMENT = "heads/of-a-trace";

    private final GraphReader graph;

    public Heads(GraphReader graph) {
        this.graph = graph;
    }

    private record Place(int layer, int head) {}

    /** Heads by layer and index; fails where there is no such trace, or it keeps no figures of all heads. */
    TraceHeads of(String trace) {
        List<Record> rows = graph.rows(STATEMENT, Map.of("trace", trace));
        if (rows.isEmpty()) {
            graph.requireTrace(trace);
            throw Problems.notFound(
                    "trace '" + trace
                            + "' keeps no figures of all heads: its detail is stream, or it is of version 1; trace its prompt again, with detail heads or more");
        }
        Map<Place, Set<Integer>> nodes = new HashMap<>();
        graph.rows("heads/outputs", Map.of("trace", trace))
                .forEach(row ->
                        nodes.put(place(row), new TreeSet<>(row.get("positions").asList(Value::asInt))));
        Record any = rows.get(0);
        int first = any.get("first").asInt();
        int target = any.get("targetPosition").asInt(-1);
        return new TraceHeads(
                trace,
                first,
                target,
                rows.stream()
                        .map(row -> head(row, nodes.getOrDefault(place(row), Set.of()), first, target))
                        .toList(),
                Statements.read(STATEMENT));
    }

    private static TraceHeads.Row head(Record row, Set<Integer> positions, int first, int target) {
        Place place = place(row);
        Map<Integer, String> nodes = new TreeMap<>();
        positions.forEach(position -> nodes.put(
                position,
                ActivationId.head(place.layer(), position, place.head()).toString()));
        Integer strongest = strongest(row, positions, first, target);
        return new TraceHeads.Row(
                row.get("head").asString(),
                place.layer(),
                place.head(),
                number(row.get("effect")),
                number(row.get("measured")),
                number(row.get("circuit")),
                number(row.get("dla")),
                number(row.get("share")),
                number(row.get("influence")),
                scores(row.get("scores")),
                Figures.rounded(row.get("effects")),
                strongest == null ? null : nodes.get(strongest),
                nodes);
    }

    /** Where it does most of the positions that count; of equals the target's, then the last. */
    private static @Nullable Integer strongest(Record row, Set<Integer> positions, int first, int target) {
        Value amounts = row.get("effects").isNull() ? row.get("influences") : row.get("effects");
        return positions.stream()
                .max(Comparator.comparing((Integer position) -> position >= first)
                        .thenComparing(position -> amount(amounts, position))
                        .thenComparing(position -> position == target)
                        .thenComparing(Comparator.naturalOrder()))
                .orElse(null);
    }

    private static double amount(Value amounts, int position) {
        return amounts.isNull() || position >= amounts.size()
                ? 0
                : Math.abs(amounts.get(position).asDouble(0));
    }

    private static Map<String, Double> scores(Value given) {
        Map<String, Double> scores = new TreeMap<>();
        for (PatternScore score : PatternScore.values()) {
            Double value = number(given.get(score.property()));
            if (value != null) {
                scores.put(score.property(), value);
            }
        }
        return scores;
    }

    private static Place place(Record row) {
        return new Place(row.get("layer").asInt(), row.get("index").asInt());
    }

    private static @Nullable Double number(Value value) {
        return value.isNull() ? null : Figures.rounded((Double) value.asDouble());
    }
}
