package io.headstream.api.trace;

import io.headstream.api.graph.GraphReader;
import io.headstream.api.graph.Problems;
import io.headstream.cypher.Statements;
import io.headstream.schema.PatternScore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Whole attention patterns. */
@ApplicationScoped
public class Attentions {
    /** Rows and columns of thumbnails, unless asked otherwise, at the least and at the most. */
    static final int SIZE = 40;

    static final int SMALLEST = 8;
    static final int LARGEST = 128;

    private static final String STATEMENT = "trace/attention";
    private static final String PATTERNS = "trace/patterns";

    private final GraphReader graph;

    public Attentions(GraphReader graph) {
        this.graph = graph;
    }

    /**
     * Heads by layer and index.
     *
     * @param layer only of that layer
     * @param head only of that index within its layer
     */
    Attention of(String trace, @Nullable Integer layer, @Nullable Integer head) {
        Map<String, Object> parameters = new HashMap<>(Map.of("trace", trace));
        parameters.put("layer", layer);
        parameters.put("head", head);
        List<Attention.Head> heads = graph.rows(STATEMENT, parameters).stream()
                .map(row -> head(row.get("properties")))
                .toList();
        if (heads.isEmpty()) {
            graph.requireTrace(trace);
            throw Problems.notFound(
                    "trace '" + trace + "' keeps no such head's attention whole: "
                            + "the layer or head is outside the model, its detail is stream, or it is of version 1; then trace its prompt again");
        }
        return new Attention(trace, heads, Statements.read(STATEMENT));
    }

    /**
     * The patterns of all heads, drawn small.
     *
     * @param asked rows and columns; of shorter prompts as many as there are tokens
     */
    AttentionThumbnails thumbnails(String trace, @Nullable Integer asked) {
        int size = asked == null ? SIZE : asked;
        if (size < SMALLEST || size > LARGEST) {
            throw Problems.badRequest("size is " + size + "; give " + SMALLEST + " to " + LARGEST);
        }
        List<Record> rows = graph.rows(PATTERNS, Map.of("trace", trace));
        if (rows.isEmpty()) {
            graph.requireTrace(trace);
            throw Problems.notFound(
                    "trace '" + trace
                            + "' keeps no attention patterns: its detail is stream, or it is of version 1; trace its prompt again, with detail heads or more");
        }
        int positions = rows.get(0).get("starts").size() - 1;
        int cells = Math.min(size, positions);
        List<AttentionThumbnails.Pattern> heads = rows.stream()
                .map(row -> new AttentionThumbnails.Pattern(
                        row.get("head").asString(),
                        row.get("layer").asInt(),
                        row.get("index").asInt(),
                        Base64.getEncoder()
                                .encodeToString(Thumbnails.of(
                                        row.get("starts").asList(Value::asInt),
                                        row.get("keys").asList(Value::asInt),
                                        row.get("weights").asList(Value::asDouble),
                                        cells))))
                .toList();
        return new AttentionThumbnails(trace, positions, cells, heads, Statements.read(PATTERNS));
    }

    private static Attention.Head head(Value properties) {
        Map<String, Double> scores = new HashMap<>();
        for (PatternScore score : PatternScore.values()) {
            if (properties.containsKey(score.property())) {
                scores.put(score.property(), properties.get(score.property()).asDouble());
            }
        }
        return new Attention.Head(
                properties.get("name").asString(),
                properties.get("layer").asInt(),
                properties.get("head").asInt(),
                properties.get("starts").asList(Value::asInt),
                properties.get("keys").asList(Value::asInt),
                numbers(properties, "weights"),
                numbers(properties, "rest"),
                scores,
                properties.containsKey("dla") ? properties.get("dla").asDouble() : null,
                properties.containsKey("norm") ? numbers(properties, "norm") : null,
                properties.containsKey("share") ? numbers(properties, "share") : null,
                properties.containsKey("influence") ? numbers(properties, "influence") : null,
                properties.containsKey("effect") ? numbers(properties, "effect") : null);
    }

    // with weights that are NaN there is no list
    private static List<Double> numbers(Value properties, String key) {
        return properties.get(key).asList(Value::asDouble, List.of());
    }
}
