package io.headstream.ingest.document;

import io.headstream.ingest.body.Nearest;
import io.headstream.schema.GraphSchema;
import io.headstream.schema.TraceFormat;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The fields that a row may and must have, with the types that schema.txt declares. */
record Fields(Map<String, String> types, Set<String> required) {
    private static final String TEXT = "STRING";
    private static final String WHOLE = "INTEGER";

    /** The declared properties but some; all others may be absent unless they are required. */
    static Fields of(List<GraphSchema.Property> properties, Set<String> without, Set<String> required) {
        Map<String, String> types = new HashMap<>();
        properties.forEach(property -> types.put(property.name(), property.type()));
        types.keySet().removeAll(without);
        return new Fields(types, required);
    }

    /** The same with fields that are texts; all of them required. */
    Fields withTexts(String... names) {
        return with(TEXT, names);
    }

    /** The same with fields that are whole numbers; all of them required. */
    Fields withNumbers(String... names) {
        return with(WHOLE, names);
    }

    private Fields with(String type, String... names) {
        Map<String, String> more = new HashMap<>(types);
        Set<String> needed = new HashSet<>(required);
        for (String name : names) {
            more.put(name, type);
            needed.add(name);
        }
        return new Fields(more, needed);
    }

    /** The row with each value of its declared type; fails naming the place. */
    Map<String, Object> check(Map<String, Object> row, String place) {
        Map<String, Object> typed = new HashMap<>();
        row.forEach((key, value) -> {
            String at = place + "/" + key;
            String type = types.get(key);
            if (type == null) {
                throw DocumentException.at(
                        at,
                        "is no field of version " + TraceFormat.NEWEST.version() + "; "
                                + Nearest.of(key, types.keySet())
                                        .map(near -> "meant " + near + "?")
                                        .orElse("leave it out"));
            }
            typed.put(key, value(value, type, at));
        });
        for (String name : required) {
            if (!row.containsKey(name)) {
                throw DocumentException.at(place, "has no " + name);
            }
        }
        return typed;
    }

    private static Object value(Object value, String type, String place) {
        boolean fits =
                switch (type) {
                    case WHOLE -> value instanceof Long;
                    case "FLOAT" -> value instanceof Long || value instanceof Double;
                    case "BOOLEAN" -> value instanceof Boolean;
                    case "LIST OF STRING" ->
                        value instanceof List<?> list && list.stream().allMatch(String.class::isInstance);
                    case "LIST OF FLOAT" ->
                        value instanceof List<?> list && list.stream().allMatch(Number.class::isInstance);
                    case "ZONED DATETIME" -> value instanceof String text && isTime(text);
                    default -> value instanceof String;
                };
        if (!fits) {
            throw DocumentException.at(place, "is " + shown(value) + ", not " + expected(type));
        }
        return switch (type) {
            case "FLOAT" -> ((Number) value).doubleValue();
            case "LIST OF FLOAT" ->
                ((List<?>) value)
                        .stream().map(number -> ((Number) number).doubleValue()).toList();
            default -> value;
        };
    }

    private static boolean isTime(String text) {
        try {
            ZonedDateTime.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static String expected(String type) {
        return switch (type) {
            case WHOLE -> "a whole number";
            case "FLOAT" -> "a number";
            case "BOOLEAN" -> "true or false";
            case "LIST OF STRING" -> "a list of texts";
            case "LIST OF FLOAT" -> "a list of numbers";
            case "ZONED DATETIME" -> "a date and time such as 2026-11-24T08:00:00Z";
            default -> "a text";
        };
    }

    private static String shown(Object value) {
        return value instanceof String text
                ? '"' + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + '"'
                : "" + value;
    }
}
