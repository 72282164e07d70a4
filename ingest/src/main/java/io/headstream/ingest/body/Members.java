package io.headstream.ingest.body;

import io.headstream.access.text.Nearest;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The members that a body takes.
 *
 * @param types by name, in order
 */
record Members(Map<String, Type> types) {
    static Members of(Class<?> type) {
        Map<String, Type> types = new LinkedHashMap<>();
        Optional.ofNullable(type.getRecordComponents()).stream()
                .flatMap(Arrays::stream)
                .forEach((RecordComponent member) -> types.put(member.getName(), member.getGenericType()));
        return new Members(types);
    }

    /** That the body is no object. */
    String body(String shown) {
        return "the body is " + shown + "; it takes an object with " + names();
    }

    /** That a member is not known, with the one that was probably meant. */
    String unknown(String name) {
        return "\"" + shortened(name) + "\" is no member of the body; "
                + Nearest.of(name, types.keySet())
                        .map(near -> "meant \"" + near + "\"? ")
                        .orElse("")
                + "It takes " + names();
    }

    /** What a member takes, or an element of one that is a list. */
    String takes(String name, boolean element) {
        Type type = types.getOrDefault(name, Object.class);
        if (type instanceof ParameterizedType list) {
            Type of = list.getActualTypeArguments()[0];
            return element ? one(of) : "a list of " + many(of);
        }
        return one(type);
    }

    private String names() {
        return String.join(", ", types.keySet());
    }

    static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "..." : text;
    }

    private static String one(Type type) {
        if (type == Integer.class || type == int.class) {
            return "a whole number";
        }
        if (type == Double.class || type == double.class) {
            return "a number";
        }
        if (type instanceof Class<?> of && of.isRecord()) {
            return "an object with " + Members.of(of).names();
        }
        if (type instanceof ParameterizedType list) {
            return "a list of " + many(list.getActualTypeArguments()[0]);
        }
        return type == Boolean.class || type == boolean.class ? "true or false" : "a text";
    }

    private static String many(Type type) {
        if (type == Double.class) {
            return "numbers";
        }
        if (type instanceof Class<?> of && of.isRecord()) {
            return "objects with " + Members.of(of).names();
        }
        return type instanceof ParameterizedType
                ? "lists"
                : List.of(Integer.class, int.class).contains(type) ? "whole numbers" : "texts";
    }
}
