package io.headstream.api.sandbox;

import io.headstream.access.text.WholeCharacters;
import io.headstream.api.graph.Problems;
import jakarta.ws.rs.core.Response.Status;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How much a statement's parameters may hold, and what no answer could tell again. */
final class ParameterSize {
    private static final int DEEPEST = 50;
    private static final int MOST = 4_000_000; // characters, each other value counting as 8

    private long size;

    private ParameterSize() {}

    /** Fails with status 413 for what is too large, 400 for what is nested too deep. */
    static void check(Map<String, ? extends @Nullable Object> parameters) {
        parameters.forEach((name, value) -> new ParameterSize().add(name, value, 1));
    }

    private void add(String name, @Nullable Object value, int depth) {
        if (depth > DEEPEST) {
            throw Problems.badRequest(
                    "parameter '" + name + "' nests lists or maps more than " + DEEPEST + " deep; give it flat");
        }
        size += value instanceof String text ? text.length() : 8;
        if (size > MOST) {
            throw Problems.of(
                    Status.REQUEST_ENTITY_TOO_LARGE,
                    "parameter '" + name + "' holds more than " + MOST / 1_000_000 + " MB; give less at a time");
        }
        requireSound(name, value);
        if (value instanceof Collection<?> list) {
            list.forEach(item -> add(name, item, depth + 1));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> {
                size += String.valueOf(key).length();
                add(name, item, depth + 1);
            });
        }
    }

    private static void requireSound(String name, @Nullable Object value) {
        if (value instanceof Double number && !Double.isFinite(number)) {
            throw Problems.badRequest("parameter '" + name + "' holds a number that is too large for 64 bits");
        }
        if (value instanceof String text && !WholeCharacters.make(text)) {
            throw Problems.badRequest("parameter '" + name + "' holds " + WholeCharacters.PROBLEM);
        }
    }
}
