package io.headstream.ingest.jinja.value;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands after {@code is}. */
public final class Tests {
    private Tests() {}

    public static boolean holds(Bounds bounds, String test, @Nullable Object value, Arguments a) {
        return switch (test) {
            case "defined" -> !(value instanceof Undefined);
            case "undefined" -> value instanceof Undefined;
            case "none" -> value == null;
            case "true" -> Boolean.TRUE.equals(value);
            case "false" -> Boolean.FALSE.equals(value);
            case "boolean" -> value instanceof Boolean;
            case "integer" -> value instanceof Long;
            case "float" -> value instanceof Double;
            case "number" -> Values.isNumber(value);
            case "string" -> value instanceof String;
            case "mapping" -> value instanceof Map;
            case "sequence" ->
                value instanceof String || value instanceof List || value instanceof Map || value instanceof Undefined;
            case "iterable" ->
                value instanceof String || value instanceof List || value instanceof Map || value instanceof Undefined;
            case "callable" -> value instanceof Callable;
            case "odd" -> Math.floorMod(Values.number(value).longValue(), 2L) == 1;
            case "even" -> Math.floorMod(Values.number(value).longValue(), 2L) == 0;
            case "divisibleby" ->
                Operators.calculated(bounds, "%", value, a.needed(0)).equals(0L);
            case "upper" -> isCase(Values.text(bounds, value), true);
            case "lower" -> isCase(Values.text(bounds, value), false);
            case "in" -> Values.contains(bounds, a.needed(0), value);
            case "sameas" -> value == a.needed(0) || value instanceof Boolean && value.equals(a.needed(0));
            default -> compared(bounds, test, value, a);
        };
    }

    private static boolean compared(Bounds bounds, String test, @Nullable Object value, Arguments a) {
        return switch (test) {
            case "equalto", "eq", "==" -> Values.equal(bounds, value, a.needed(0));
            case "ne", "!=" -> !Values.equal(bounds, value, a.needed(0));
            case "gt", "greaterthan", ">" -> Values.compare(bounds, value, a.needed(0)) > 0;
            case "ge", ">=" -> Values.compare(bounds, value, a.needed(0)) >= 0;
            case "lt", "lessthan", "<" -> Values.compare(bounds, value, a.needed(0)) < 0;
            case "le", "<=" -> Values.compare(bounds, value, a.needed(0)) <= 0;
            default -> throw new JinjaException("the test '" + test + "' is not known here");
        };
    }

    private static boolean isCase(String text, boolean upper) {
        return text.codePoints().anyMatch(Character::isLetter)
                && text.equals(upper ? text.toUpperCase(Locale.ROOT) : text.toLowerCase(Locale.ROOT));
    }
}
