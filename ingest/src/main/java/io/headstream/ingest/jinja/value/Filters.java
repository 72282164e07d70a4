package io.headstream.ingest.jinja.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stands after {@code |}. */
public final class Filters {
    /** All there are; a template that uses another is refused before it runs. */
    static final Set<String> NAMES = Set.of(
            "abs",
            "capitalize",
            "count",
            "d",
            "default",
            "dictsort",
            "first",
            "float",
            "indent",
            "int",
            "items",
            "join",
            "last",
            "length",
            "list",
            "lower",
            "map",
            "max",
            "min",
            "reject",
            "rejectattr",
            "replace",
            "reverse",
            "round",
            "safe",
            "select",
            "selectattr",
            "sort",
            "string",
            "sum",
            "title",
            "tojson",
            "trim",
            "unique",
            "upper");

    private Filters() {}

    public static @Nullable Object apply(Bounds bounds, String filter, @Nullable Object value, Arguments a) {
        return switch (filter) {
            case "default", "d" ->
                value instanceof Undefined || a.truth(1, "boolean") && !Values.truth(value)
                        ? a.has(0, "default_value") ? a.get(0, "default_value") : ""
                        : value;
            case "length", "count" -> Values.length(value);
            case "list" -> Values.items(bounds, value);
            case "items" ->
                value instanceof Map<?, ?> map
                        ? Operators.entries(bounds, map)
                        : Values.items(bounds, requireUndefined(value));
            case "tojson" ->
                Json.text(bounds, value, (int)
                        Math.min(16, a.has(0, "indent") && a.get(0, "indent") != null ? a.whole(0, "indent", 0) : -1));
            case "string", "safe" -> Values.text(bounds, value);
            case "int" -> whole(value, a.get(0, "default"));
            case "float" -> real(value, a.get(0, "default"));
            case "abs" ->
                value instanceof Double d
                        ? (Object) Math.abs(d)
                        : (Object) Math.abs(Values.number(value).longValue());
            case "round" -> rounded(value, a);
            case "upper", "lower", "title", "capitalize", "trim", "replace", "indent" ->
                text(bounds, filter, Values.text(bounds, value), a);
            default -> ofItems(bounds, filter, value, a);
        };
    }

    private static String text(Bounds bounds, String filter, String text, Arguments a) {
        bounds.work(text.length());
        return switch (filter) {
            case "upper" -> text.toUpperCase(Locale.ROOT);
            case "lower" -> text.toLowerCase(Locale.ROOT);
            case "title" -> Texts.titled(text);
            case "capitalize" -> Texts.capitalized(text);
            case "trim" -> Texts.stripEnd(Texts.stripStart(text, a.text(0)), a.text(0));
            case "replace" -> Texts.replaced(bounds, text, a.neededText(0), a.neededText(1), a.whole(2, "count", -1));
            default -> indented(bounds, text, a);
        };
    }

    private static String indented(Bounds bounds, String text, Arguments a) {
        Object width = a.has(0, "width") ? a.get(0, "width") : Long.valueOf(4);
        String indent = width instanceof String given
                ? given
                : " ".repeat(bounds.size(Math.max(0, Values.number(width).longValue())));
        List<Object> lines = Texts.split(bounds, text, "\n", -1);
        for (int i = a.truth(1, "first") ? 0 : 1; i < lines.size(); i++) {
            if (!lines.get(i).equals("") || a.truth(2, "blank")) {
                bounds.size((long) indent.length() + ((String) lines.get(i)).length());
                lines.set(i, indent + lines.get(i));
            }
        }
        return Texts.joined(bounds, lines, "\n");
    }

    private static @Nullable Object ofItems(Bounds bounds, String filter, @Nullable Object value, Arguments a) {
        List<Object> items = Values.items(bounds, value);
        Object first = a.has(0, "attribute") ? a.get(0, "attribute") : null;
        return switch (filter) {
            case "first" -> items.isEmpty() ? new Undefined("the first of none") : items.get(0);
            case "last" -> items.isEmpty() ? new Undefined("the last of none") : items.get(items.size() - 1);
            case "join" -> {
                Object attribute = a.get(1, "attribute");
                yield Texts.joined(
                        bounds,
                        attribute == null ? items : mapped(bounds, items, attribute),
                        a.has(0, "d") ? Values.text(bounds, a.get(0, "d")) : "");
            }
            case "reverse" -> {
                Collections.reverse(items);
                yield value instanceof String ? Texts.joined(bounds, items, "") : items;
            }
            case "sum" -> {
                Object sum = 0L;
                for (Object item : first == null ? items : mapped(bounds, items, first)) {
                    sum = Operators.calculated(bounds, "+", sum, item);
                }
                yield sum;
            }
            case "map" -> {
                if (a.byName().containsKey("attribute")) {
                    List<Object> found = mapped(bounds, items, a.byName().get("attribute"));
                    if (a.byName().containsKey("default")) {
                        found.replaceAll(
                                one -> one instanceof Undefined ? a.byName().get("default") : one);
                    }
                    yield found;
                }
                Arguments rest =
                        new Arguments(a.byPlace().subList(1, a.byPlace().size()), a.byName());
                String name = known(a.neededText(0));
                items.replaceAll(item -> apply(bounds, name, item, rest));
                yield items;
            }
            case "min", "max", "sort", "unique", "dictsort" -> ordered(bounds, filter, value, items, a);
            default -> {
                boolean ofAttribute = filter.endsWith("attr");
                boolean keeps = filter.startsWith("select");
                items.removeIf(item -> isChosen(bounds, item, ofAttribute, a) != keeps);
                yield items;
            }
        };
    }

    public static String known(String filter) {
        if (!NAMES.contains(filter)) {
            throw new JinjaException("the filter '" + filter + "' is not known here");
        }
        return filter;
    }

    private static boolean isChosen(Bounds bounds, Object item, boolean ofAttribute, Arguments a) {
        Object tested = ofAttribute ? attribute(bounds, item, a.needed(0)) : item;
        int test = ofAttribute ? 1 : 0;
        if (a.byPlace().size() <= test) {
            return Values.truth(tested);
        }
        Arguments rest = new Arguments(a.byPlace().subList(test + 1, a.byPlace().size()), Map.of());
        return Tests.holds(bounds, a.neededText(test), tested, rest);
    }

    private static Object ordered(
            Bounds bounds, String filter, @Nullable Object value, List<Object> items, Arguments a) {
        boolean ignoresCase = !a.truth(filter.equals("sort") ? 1 : 0, "case_sensitive");
        Object attribute = a.byName().get("attribute");
        Comparator<Object> order = (x, y) ->
                Values.compare(bounds, key(bounds, x, attribute, ignoresCase), key(bounds, y, attribute, ignoresCase));
        return switch (filter) {
            case "dictsort" -> {
                if (!(value instanceof Map<?, ?> map)) {
                    throw new JinjaException(Values.kind(value) + " has no items");
                }
                List<Object> entries = Operators.entries(bounds, map);
                entries.sort((x, y) -> order.compare(((Tuple) x).get(0), ((Tuple) y).get(0)));
                yield entries;
            }
            case "sort" -> {
                items.sort(a.truth(0, "reverse") ? order.reversed() : order);
                yield items;
            }
            case "unique" -> {
                List<Object> kept = new ArrayList<>();
                for (Object item : items) {
                    Object key = key(bounds, item, attribute, ignoresCase);
                    if (kept.stream()
                            .noneMatch(k -> Values.equal(bounds, key(bounds, k, attribute, ignoresCase), key))) {
                        kept.add(item);
                    }
                }
                yield kept;
            }
            default ->
                items.isEmpty()
                        ? new Undefined(filter + " of none")
                        : filter.equals("max") ? Collections.max(items, order) : Collections.min(items, order);
        };
    }

    private static @Nullable Object key(Bounds bounds, Object item, @Nullable Object attribute, boolean ignoresCase) {
        Object key = attribute == null ? item : attribute(bounds, item, attribute);
        return ignoresCase && key instanceof String text ? text.toLowerCase(Locale.ROOT) : key;
    }

    private static List<Object> mapped(Bounds bounds, List<Object> items, Object attribute) {
        List<Object> mapped = new ArrayList<>();
        items.forEach(item -> mapped.add(attribute(bounds, item, attribute)));
        return mapped;
    }

    /** An attribute's name may have several parts, {@code a.b.0}. */
    private static @Nullable Object attribute(Bounds bounds, @Nullable Object item, @Nullable Object path) {
        Object value = item;
        for (String part : Values.text(bounds, path).split("\\.")) {
            value = Operators.item(bounds, value, part.matches("\\d{1,9}") ? (Object) Long.valueOf(part) : part);
        }
        return value;
    }

    private static @Nullable Object requireUndefined(@Nullable Object value) {
        if (!(value instanceof Undefined)) {
            throw new JinjaException(Values.kind(value) + " has no items");
        }
        return value;
    }

    private static Object whole(@Nullable Object value, @Nullable Object otherwise) {
        if (Values.isNumber(value)) {
            return Values.number(value).longValue();
        }
        try {
            return (long) Double.parseDouble(value instanceof String text ? text.strip() : "");
        } catch (NumberFormatException e) {
            return otherwise == null ? (Object) 0L : otherwise;
        }
    }

    private static Object real(@Nullable Object value, @Nullable Object otherwise) {
        if (Values.isNumber(value)) {
            return Values.number(value).doubleValue();
        }
        try {
            return Double.parseDouble(value instanceof String text ? text.strip() : "");
        } catch (NumberFormatException e) {
            return otherwise == null ? (Object) 0.0 : otherwise;
        }
    }

    private static Object rounded(@Nullable Object value, Arguments a) {
        if (a.has(1, "method")) {
            throw new JinjaException("a method of rounding is not known here");
        }
        int digits = (int) Math.max(-300, Math.min(300, a.whole(0, "precision", 0)));
        return new java.math.BigDecimal(Values.number(value).doubleValue())
                .setScale(digits, java.math.RoundingMode.HALF_EVEN)
                .doubleValue();
    }
}
