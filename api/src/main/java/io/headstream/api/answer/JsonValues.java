package io.headstream.api.answer;

import io.headstream.api.graph.Problems;
import jakarta.ws.rs.core.Response.Status;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.types.Entity;
import org.neo4j.driver.types.Node;
import org.neo4j.driver.types.Path;
import org.neo4j.driver.types.Point;
import org.neo4j.driver.types.Relationship;

/** The database's values as JSON's. One for each answer, as it also counts how much of it there is. */
public final class JsonValues {
    private static final long EXACT = 1L << 53; // whole numbers up to here are exact in a browser
    private static final int OF_A_VALUE = 20; // bytes, about, with its place in memory in mind

    private final long most;
    private long bytes;

    /** For an answer of about so many bytes; the value that is begun by then may be as large again. */
    public JsonValues(long most) {
        this.most = most;
    }

    /** Whether the answer has its bytes. */
    public boolean isFull() {
        return bytes >= most;
    }

    /** Fails with status 413 where one value is more than a whole answer may be. */
    @Nullable
    public Object of(@Nullable Object value) {
        bytes += OF_A_VALUE + (value instanceof String text ? text.length() : 0);
        if (bytes > 2 * most) {
            throw Problems.of(
                    Status.REQUEST_ENTITY_TOO_LARGE,
                    "a row of the answer is larger than " + most / 1_000_000
                            + " MB; return a part of the list or text, such as list[..100], or its size()");
        }
        if (value == null || value instanceof Boolean || value instanceof String) {
            return value;
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof Entity || value instanceof Path) {
            return graph(value);
        }
        if (value instanceof Map<?, ?> map) {
            return map(map);
        }
        if (value instanceof List<?> list) {
            return list(list);
        }
        if (value instanceof Point point) {
            return point(point);
        }
        return value instanceof byte[] bytes ? Base64.getEncoder().encodeToString(bytes) : value.toString();
    }

    private static Object number(Number number) {
        if (number instanceof Long whole) {
            return Math.abs(whole) <= EXACT && whole != Long.MIN_VALUE ? whole : (Object) whole.toString();
        }
        return Double.isFinite(number.doubleValue()) ? number : number.toString();
    }

    private Map<String, @Nullable Object> graph(Object value) {
        if (value instanceof Node node) {
            List<String> labels =
                    StreamSupport.stream(node.labels().spliterator(), false).toList();
            return one("$node", fields("id", node.elementId(), "labels", labels, "properties", map(node.asMap())));
        }
        if (value instanceof Relationship r) {
            Map<String, @Nullable Object> fields = fields("id", r.elementId(), "type", r.type());
            fields.put("start", r.startNodeElementId());
            fields.put("end", r.endNodeElementId());
            fields.put("properties", map(r.asMap()));
            return one("$relationship", fields);
        }
        Path path = (Path) value;
        List<@Nullable Object> nodes = new ArrayList<>();
        path.nodes().forEach(node -> nodes.add(of(node)));
        List<@Nullable Object> relationships = new ArrayList<>();
        path.relationships().forEach(relationship -> relationships.add(of(relationship)));
        return one("$path", fields("nodes", nodes, "relationships", relationships));
    }

    private static Map<String, @Nullable Object> point(Point point) {
        Map<String, @Nullable Object> fields = fields("srid", point.srid(), "x", point.x(), "y", point.y());
        if (!Double.isNaN(point.z())) {
            fields.put("z", point.z());
        }
        return one("$point", fields);
    }

    private Map<String, @Nullable Object> map(Map<?, ?> map) {
        Map<String, @Nullable Object> converted = new LinkedHashMap<>();
        map.forEach((key, value) -> converted.put(String.valueOf(key), of(value)));
        return converted;
    }

    private List<@Nullable Object> list(List<?> list) {
        List<@Nullable Object> converted = new ArrayList<>(list.size());
        list.forEach(value -> converted.add(of(value)));
        return converted;
    }

    private static Map<String, @Nullable Object> one(String key, Object value) {
        return fields(key, value);
    }

    private static Map<String, @Nullable Object> fields(Object... keysAndValues) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            fields.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return fields;
    }
}
