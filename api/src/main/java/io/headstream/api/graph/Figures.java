package io.headstream.api.graph;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers out of a node's or relationship's properties; null where there is none. */
public final class Figures {
    private Figures() {}

    public static @Nullable Double number(Map<String, Object> properties, String key) {
        return properties.get(key) instanceof Number number ? (Double) number.doubleValue() : null;
    }

    public static @Nullable Long whole(Map<String, Object> properties, String key) {
        return properties.get(key) instanceof Number number ? (Long) number.longValue() : null;
    }

    /** A number that every such node has; -1 in a graph that others wrote. */
    public static int required(Map<String, Object> properties, String key) {
        return properties.get(key) instanceof Number number ? number.intValue() : -1;
    }
}
