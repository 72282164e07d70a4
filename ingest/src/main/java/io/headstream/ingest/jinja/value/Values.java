package io.headstream.ingest.jinja.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Python's values: None is null, and bool, int, float, str, list (and tuple) and dict are Boolean, Long, Double, String, List and Map; {@link Undefined} is
 * jinja2's own.
 */
public final class Values {
    private Values() {}

    public static boolean truth(@Nullable Object value) {
        if (value instanceof Boolean b) {
            return b;
        }
        if (value instanceof Number n) {
            return n.doubleValue() != 0;
        }
        if (value instanceof String s) {
            return !s.isEmpty();
        }
        if (value instanceof List<?> list) {
            return !list.isEmpty();
        }
        if (value instanceof Map<?, ?> map) {
            return !map.isEmpty();
        }
        return value != null && !(value instanceof Undefined);
    }

    /** What is written of a value. */
    public static String text(Bounds bounds, @Nullable Object value) {
        return value instanceof String text ? text : value instanceof Undefined ? "" : shown(bounds, value);
    }

    /** Python's repr. */
    static String shown(Bounds bounds, @Nullable Object value) {
        bounds.work(1);
        if (value == null) {
            return "None";
        }
        if (value instanceof Boolean b) {
            return b ? "True" : "False";
        }
        if (value instanceof Double d) {
            return real(d);
        }
        if (value instanceof String text) {
            return quoted(text);
        }
        if (value instanceof List<?> list) {
            String items = list.stream().map(item -> shown(bounds, item)).collect(Collectors.joining(", "));
            bounds.size(items.length());
            return value instanceof Tuple ? "(" + items + (list.size() == 1 ? ",)" : ")") : "[" + items + "]";
        }
        if (value instanceof Map<?, ?> map) {
            String items = map.entrySet().stream()
                    .map(e -> shown(bounds, e.getKey()) + ": " + shown(bounds, e.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
            bounds.size(items.length());
            return items;
        }
        if (value instanceof Long) {
            return value.toString();
        }
        throw new JinjaException("what is neither a text, a number, a list nor a map cannot be written");
    }

    private static String real(double d) {
        double size = Math.abs(d);
        if (Double.isNaN(d) || Double.isInfinite(d)) {
            throw new JinjaException("a number is not finite");
        }
        if (d == Math.rint(d) && size < 1e16) {
            return BigDecimal.valueOf(d).toBigInteger() + ".0";
        }
        if (size >= 1e-4 && size < 1e16) {
            return new BigDecimal(Double.toString(d)).toPlainString();
        }
        return Double.toString(d)
                .replace(".0E", "E")
                .replaceAll("E(\\d)$", "e+0$1")
                .replaceAll("E-(\\d)$", "e-0$1")
                .replaceAll("E(\\d)", "e+$1")
                .replace("E", "e");
    }

    private static String quoted(String text) {
        char quote = text.contains("'") && !text.contains("\"") ? '"' : '\'';
        StringBuilder shown = new StringBuilder().append(quote);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\n' -> shown.append("\\n");
                case '\t' -> shown.append("\\t");
                case '\r' -> shown.append("\\r");
                case '\\' -> shown.append("\\\\");
                default -> {
                    if (c == quote) {
                        shown.append('\\').append(quote);
                    } else if (c < 0x20 || c >= 0x7f && c < 0xa0) {
                        shown.append("\\x%02x".formatted(c));
                    } else {
                        shown.appendCodePoint(c);
                    }
                }
            }
        });
        return shown.append(quote).toString();
    }

    /** What a loop over a value goes through; of a map its keys, of a text its characters. */
    public static List<Object> items(Bounds bounds, @Nullable Object value) {
        if (value instanceof List<?> list) {
            bounds.size(list.size());
            return new ArrayList<>(list);
        }
        if (value instanceof Map<?, ?> map) {
            bounds.size(map.size());
            return new ArrayList<>(map.keySet());
        }
        if (value instanceof String text) {
            bounds.size(text.length());
            return text.codePoints().mapToObj(Character::toString).collect(Collectors.toCollection(ArrayList::new));
        }
        if (value instanceof Undefined) {
            return new ArrayList<>();
        }
        throw new JinjaException("there is nothing to go through in " + kind(value));
    }

    public static long length(@Nullable Object value) {
        if (value instanceof String text) {
            return text.codePointCount(0, text.length());
        }
        if (value instanceof List<?> list) {
            return list.size();
        }
        if (value instanceof Map<?, ?> map) {
            return map.size();
        }
        if (value instanceof Undefined) {
            return 0;
        }
        throw new JinjaException(kind(value) + " has no length");
    }

    static boolean equal(Bounds bounds, @Nullable Object a, @Nullable Object b) {
        bounds.work(1);
        if (isNumber(a) && isNumber(b)) {
            return a instanceof Double || b instanceof Double
                    ? number(a).doubleValue() == number(b).doubleValue()
                    : number(a).longValue() == number(b).longValue();
        }
        if (a instanceof String text && b instanceof String) {
            bounds.work(text.length());
            return a.equals(b);
        }
        if (a instanceof List<?> left && b instanceof List<?> right) {
            boolean same = left.size() == right.size() && a instanceof Tuple == b instanceof Tuple;
            for (int i = 0; same && i < left.size(); i++) {
                same = equal(bounds, left.get(i), right.get(i));
            }
            return same;
        }
        if (a instanceof Map<?, ?> left && b instanceof Map<?, ?> right) {
            return left.size() == right.size()
                    && left.entrySet().stream()
                            .allMatch(e -> right.containsKey(e.getKey())
                                    && equal(bounds, e.getValue(), right.get(e.getKey())));
        }
        return a == null ? b == null : a instanceof Undefined ? b instanceof Undefined : a == b;
    }

    /** Less than 0, 0 or more than 0. */
    static int compare(Bounds bounds, @Nullable Object a, @Nullable Object b) {
        bounds.work(1);
        if (isNumber(a) && isNumber(b)) {
            return Double.compare(number(a).doubleValue(), number(b).doubleValue());
        }
        if (a instanceof String left && b instanceof String right) {
            bounds.work(left.length());
            return left.compareTo(right);
        }
        if (a instanceof List<?> left && b instanceof List<?> right) {
            for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
                if (!equal(bounds, left.get(i), right.get(i))) {
                    return compare(bounds, left.get(i), right.get(i));
                }
            }
            return Integer.compare(left.size(), right.size());
        }
        throw new JinjaException(kind(a) + " and " + kind(b) + " have no order");
    }

    public static boolean contains(Bounds bounds, @Nullable Object all, @Nullable Object one) {
        if (all instanceof String text && one instanceof String wanted) {
            bounds.search(text, wanted);
            return text.contains(wanted);
        }
        if (all instanceof Map<?, ?> map) {
            return map.containsKey(one);
        }
        if (all instanceof String) {
            throw new JinjaException(kind(one) + " cannot be in a text");
        }
        return items(bounds, all).stream().anyMatch(item -> equal(bounds, item, one));
    }

    static boolean isNumber(@Nullable Object value) {
        return value instanceof Long || value instanceof Double || value instanceof Boolean;
    }

    /** True counts as 1. */
    static Number number(@Nullable Object value) {
        if (value instanceof Boolean b) {
            return b ? 1L : 0L;
        }
        if (value instanceof Number number) {
            return number;
        }
        throw new JinjaException(kind(value) + " is no number");
    }

    public static String kind(@Nullable Object value) {
        if (value instanceof Undefined undefined) {
            return "'" + undefined.name() + "', which is not defined,";
        }
        return value == null
                ? "None"
                : value instanceof String
                        ? "a text"
                        : value instanceof List
                                ? "a list"
                                : value instanceof Map ? "a map" : isNumber(value) ? "a number" : "this";
    }
}
