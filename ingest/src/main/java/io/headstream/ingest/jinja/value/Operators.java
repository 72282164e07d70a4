package io.headstream.ingest.jinja.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;
import org.jspecify.annotations.Nullable;

/** Python's operators, and how values are taken apart. */
public final class Operators {
    private Operators() {}

    public static Object calculated(Bounds bounds, String operator, @Nullable Object a, @Nullable Object b) {
        try {
            return switch (operator) {
                case "+" -> sum(bounds, a, b);
                case "-" -> numbers(a, b, Math::subtractExact, (x, y) -> x - y);
                case "*" -> product(bounds, a, b);
                case "/" -> Values.number(a).doubleValue() / divisor(b);
                case "//" -> {
                    divisor(b);
                    yield numbers(a, b, Math::floorDiv, (x, y) -> Math.floor(x / y));
                }
                case "%" -> {
                    divisor(b);
                    yield numbers(a, b, Math::floorMod, (x, y) -> x - y * Math.floor(x / y));
                }
                case "**" -> power(a, b);
                default -> throw new JinjaException("'" + operator + "' is not known here");
            };
        } catch (ArithmeticException e) {
            throw new JinjaException("a number is too large");
        }
    }

    private static double divisor(@Nullable Object b) {
        double divisor = Values.number(b).doubleValue();
        if (divisor == 0) {
            throw new JinjaException("a number is divided by 0");
        }
        return divisor;
    }

    private static Object sum(Bounds bounds, @Nullable Object a, @Nullable Object b) {
        if (a instanceof String left && b instanceof String right) {
            bounds.size((long) left.length() + right.length());
            return left + right;
        }
        if (a instanceof List<?> left && b instanceof List<?> right) {
            bounds.size((long) left.size() + right.size());
            List<Object> both = new ArrayList<>(left);
            both.addAll(right);
            return a instanceof Tuple ? new Tuple(both) : both;
        }
        if (Values.isNumber(a) && Values.isNumber(b)) {
            return numbers(a, b, Math::addExact, Double::sum);
        }
        throw new JinjaException(Values.kind(a) + " and " + Values.kind(b) + " cannot be added");
    }

    private static Object product(Bounds bounds, @Nullable Object a, @Nullable Object b) {
        if (a instanceof Long times && (b instanceof String || b instanceof List)) {
            return product(bounds, b, times);
        }
        if (a instanceof String text && b instanceof Long times) {
            int n = (int) Math.max(0, Math.min(times, Integer.MAX_VALUE));
            bounds.size((long) text.length() * n);
            return text.isEmpty() ? "" : text.repeat(n);
        }
        if (a instanceof List<?> list && b instanceof Long times) {
            int n = list.isEmpty() ? 0 : (int) Math.max(0, Math.min(times, Integer.MAX_VALUE));
            bounds.size((long) list.size() * n);
            List<Object> all = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                all.addAll(list);
            }
            return all;
        }
        return numbers(a, b, Math::multiplyExact, (x, y) -> x * y);
    }

    private static Object power(@Nullable Object a, @Nullable Object b) {
        double power = Math.pow(Values.number(a).doubleValue(), Values.number(b).doubleValue());
        boolean isWhole = !(a instanceof Double)
                && !(b instanceof Double)
                && Values.number(b).longValue() >= 0;
        if (Math.abs(power) > 1e15) {
            throw new JinjaException("a number is too large");
        }
        return isWhole ? (Object) Math.round(power) : (Object) power;
    }

    private static Object numbers(
            @Nullable Object a, @Nullable Object b, LongBinaryOperator whole, DoubleBinaryOperator other) {
        Number left = Values.number(a);
        Number right = Values.number(b);
        return left instanceof Double || right instanceof Double
                ? (Object) other.applyAsDouble(left.doubleValue(), right.doubleValue())
                : (Object) whole.applyAsLong(left.longValue(), right.longValue());
    }

    /** {@code value.name}: of a map its methods come before its entries. */
    public static @Nullable Object attribute(Bounds bounds, @Nullable Object value, String name) {
        if (value instanceof Map<?, ?> map) {
            Callable method = method(bounds, map, name);
            return method != null ? method : map.containsKey(name) ? map.get(name) : new Undefined(name);
        }
        return value instanceof Loop loop ? loop.attribute(name) : other(bounds, value, name);
    }

    private static @Nullable Object other(Bounds bounds, @Nullable Object value, String name) {
        if (value instanceof Namespace namespace) {
            return namespace.attributes().containsKey(name)
                    ? namespace.attributes().get(name)
                    : new Undefined(name);
        }
        if (value instanceof String text) {
            return (Callable) arguments -> Texts.call(bounds, text, name, arguments);
        }
        if (value instanceof Undefined) {
            throw new JinjaException(Values.kind(value) + " has no '" + name + "'");
        }
        return new Undefined(name);
    }

    private static @Nullable Callable method(Bounds bounds, Map<?, ?> map, String name) {
        return switch (name) {
            case "items" -> a -> entries(bounds, map);
            case "keys" -> a -> Values.items(bounds, map);
            case "values" -> a -> Values.items(bounds, new ArrayList<>(map.values()));
            case "get" -> a -> map.containsKey(a.needed(0)) ? map.get(a.needed(0)) : a.get(1, "default");
            case "copy" -> a -> new LinkedHashMap<>(map);
            default -> null;
        };
    }

    static List<Object> entries(Bounds bounds, Map<?, ?> map) {
        bounds.size(map.size());
        List<Object> entries = new ArrayList<>();
        map.forEach((key, value) -> entries.add(new Tuple(java.util.Arrays.asList(key, value))));
        return entries;
    }

    /** {@code value[key]}: of a map its entries come first. */
    public static @Nullable Object item(Bounds bounds, @Nullable Object value, @Nullable Object key) {
        if (value instanceof Map<?, ?> map && map.containsKey(key)) {
            return map.get(key);
        }
        if (key instanceof Long place && (value instanceof List || value instanceof String)) {
            long size = Values.length(value);
            long at = place < 0 ? place + size : place;
            return at < 0 || at >= size
                    ? new Undefined(String.valueOf(place))
                    : value instanceof List<?> list ? list.get((int) at) : character((String) value, (int) at);
        }
        if (key instanceof String name && !(value instanceof List)) {
            return attribute(bounds, value, name);
        }
        if (value instanceof Undefined) {
            throw new JinjaException(Values.kind(value) + " has no items");
        }
        return new Undefined(String.valueOf(key));
    }

    private static String character(String text, int at) {
        int from = text.offsetByCodePoints(0, at);
        return text.substring(from, text.offsetByCodePoints(from, 1));
    }

    /** {@code value[from:to:step]}; null where a part is not given. */
    public static Object slice(
            Bounds bounds, @Nullable Object value, @Nullable Object from, @Nullable Object to, @Nullable Object step) {
        if (!(value instanceof List) && !(value instanceof String)) {
            throw new JinjaException(Values.kind(value) + " cannot be sliced");
        }
        List<Object> items = Values.items(bounds, value);
        long by = step == null ? 1 : Values.number(step).longValue();
        if (by == 0) {
            throw new JinjaException("a slice's step is 0");
        }
        long size = items.size();
        long first = bound(from, size, by > 0 ? 0 : size - 1, by);
        long end = bound(to, size, by > 0 ? size : -1, by);
        List<Object> taken = new ArrayList<>();
        for (long i = first; by > 0 ? i < end : i > end; i += by) {
            taken.add(items.get((int) i));
        }
        return value instanceof String
                ? Texts.joined(bounds, taken, "")
                : value instanceof Tuple ? new Tuple(taken) : taken;
    }

    private static long bound(@Nullable Object given, long size, long otherwise, long step) {
        if (given == null) {
            return otherwise;
        }
        long place = Values.number(given).longValue();
        long counted = place < 0 ? place + size : place;
        return Math.max(step > 0 ? 0 : -1, Math.min(step > 0 ? size : size - 1, counted));
    }
}
