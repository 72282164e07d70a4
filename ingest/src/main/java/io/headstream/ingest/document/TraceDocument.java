package io.headstream.ingest.document;

import io.headstream.schema.TracedPass;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A whole trace as docs/exports.md describes it. Rows hold the properties that schema.txt declares, each of its declared type, beside what places
 * them: a node's {@code label}, an edge's {@code type}, {@code source} and {@code target}, a {@code token}'s id.
 *
 * @param model what is known of the model: id, name and shape
 * @param trace the trace's own properties
 */
public record TraceDocument(
        Map<String, Object> model,
        Map<String, Object> trace,
        List<Map<String, Object>> tokens,
        List<Map<String, Object>> positions,
        List<Map<String, Object>> nodes,
        List<Map<String, Object>> edges,
        List<Map<String, Object>> tokenEdges,
        List<Map<String, Object>> fires,
        List<Map<String, Object>> predictions,
        List<Map<String, Object>> headPatterns,
        List<Map<String, Object>> hookPoints,
        List<Map<String, Object>> labels,
        List<Map<String, Object>> views) {
    public String id() {
        return text(trace, "id");
    }

    /** The same as if it had been traced now, under an id of its own. */
    public TraceDocument anew() {
        Map<String, Object> renamed = new HashMap<>(trace);
        renamed.put("id", UUID.randomUUID().toString());
        renamed.put("createdAt", Instant.now().toString());
        return new TraceDocument(
                model,
                renamed,
                tokens,
                positions,
                nodes,
                edges,
                tokenEdges,
                fires,
                predictions,
                headPatterns,
                hookPoints,
                labels,
                views);
    }

    /** What is traced. */
    public TracedPass pass() {
        return new TracedPass(
                modelId(),
                number(trace, "targetPosition"),
                text(trace, "target"),
                Optional.ofNullable((String) trace.get("distractor")),
                positions.stream()
                        .map(position -> (long) number(position, "token"))
                        .toList());
    }

    public String modelId() {
        return text(model, "id");
    }

    /** A number of a row that counts or places something; -1 where there is none, or one that places nothing. */
    public static int number(Map<String, Object> row, String key) {
        return row.get(key) instanceof Long number && number == number.intValue() ? number.intValue() : -1;
    }

    /** A text of a row that has been checked. */
    public static String text(Map<String, Object> row, String key) {
        return String.valueOf(row.get(key));
    }
}
