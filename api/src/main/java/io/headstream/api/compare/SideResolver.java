package io.headstream.api.compare;

import io.headstream.api.compare.Comparison.Place;
import io.headstream.api.compare.ResolvedSide.Facts;
import io.headstream.api.compare.ResolvedSide.One;
import io.headstream.api.compare.ResolvedSide.Tagged;
import io.headstream.api.graph.Figures;
import io.headstream.api.graph.GraphReader;
import io.headstream.api.graph.NameResolver;
import io.headstream.api.graph.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Finds what a side names. */
@ApplicationScoped
public class SideResolver {
    private static final String TAG = "tag:";

    private final GraphReader graph;
    private final NameResolver names;

    public SideResolver(GraphReader graph, NameResolver names) {
        this.graph = graph;
        this.names = names;
    }

    /** Fails with status 404 where there is no such trace or tag, with 400 where a beginning fits several ids. */
    ResolvedSide find(String name, @Nullable String model) {
        return name.startsWith(TAG)
                ? tag(name.substring(TAG.length()), model)
                : trace(names.traceBeginning(name, "a tag is written tag:NAME"));
    }

    private One trace(String id) {
        Record row = graph.row("trace/overview", Map.of("trace", id)).orElseThrow(() -> Problems.noTrace(id));
        Map<String, Object> p = row.get("trace").asMap();
        ComparedSide.Of trace = new ComparedSide.Of(
                id,
                String.valueOf(p.get("model")),
                text(p, "modelName"),
                text(p, "prompt"),
                text(p, "target"),
                text(p, "distractor"),
                text(p, "metric"),
                Figures.number(p, "metricValue"),
                Figures.required(p, "targetPosition"),
                row.get("answer").isEmpty() ? null : row.get("answer").asList(Value::asString),
                row.get("trace").get("targetPositions").isNull()
                        ? null
                        : row.get("trace").get("targetPositions").asList(Value::asLong),
                Figures.required(p, "layers"),
                text(p, "detail"),
                row.get("trace").get("tags").isNull()
                        ? List.of()
                        : row.get("trace").get("tags").asList(Value::asString));
        return new One(
                new ComparedSide(id, 1, trace),
                List.of(new Facts(
                        trace.model(), trace.metric(), text(p, "effects"), text(p, "shares"), trace.detail())),
                row.get("tokens")
                        .asList(token -> new Place(
                                token.get("index").asInt(),
                                token.get("id").asInt(),
                                token.get("text").asString())));
    }

    private Tagged tag(String tag, @Nullable String model) {
        List<Record> rows = graph.rows("compare/tag", ShownParameters.of("tag", tag, "model", model));
        if (rows.isEmpty()) {
            throw Problems.notFound("no trace" + (model == null ? "" : " of model '" + model + "'") + " has the tag '"
                    + tag + "'; GET /api/traces shows each trace's tags, and a job's `tags` sets them");
        }
        return new Tagged(
                new ComparedSide(
                        TAG + tag,
                        rows.stream()
                                .mapToLong(row -> row.get("traces").asLong())
                                .sum(),
                        null),
                rows.stream().map(row -> facts(row.asMap())).toList(),
                tag,
                rows.stream().mapToInt(row -> row.get("answer").asInt()).max().orElseThrow());
    }

    private static Facts facts(Map<String, Object> row) {
        return new Facts(
                String.valueOf(row.get("model")),
                text(row, "metric"),
                text(row, "effects"),
                text(row, "shares"),
                text(row, "detail"));
    }

    private static @Nullable String text(Map<String, Object> properties, String key) {
        return (String) properties.get(key);
    }
}
