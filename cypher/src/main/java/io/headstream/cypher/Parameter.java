package io.headstream.cypher;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a named query asks for.
 *
 * @param defaultValue taken where nothing is given: a string, long or double as of the type; {@link #LATEST} for a trace;
 *     null for "any", and for parameters that are required
 */
public record Parameter(String name, Type type, boolean required, @Nullable Object defaultValue, String explanation) {

    /** Stands for the newest trace; whoever runs the query puts its id in its place. */
    public static final String LATEST = "latest";

    /** What a value means, hence which control the page shows for it. */
    public enum Type {
        STRING,
        INTEGER,
        FLOAT,
        TOKEN,
        TRACE,
        MODEL,
        HEAD;

        /** The name in headers and in JSON. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The value as the database is to see it.
     *
     * @throws QueryException if it is of another type
     */
    Object check(Object value) {
        return switch (type) {
            case INTEGER -> integer(value);
            case FLOAT -> {
                if (value instanceof Number number) {
                    yield number.doubleValue();
                }
                throw wrong(value, "a number, such as 0.5");
            }
            case HEAD -> {
                if (value instanceof String text && text.matches("L\\d+H\\d+")) {
                    yield text;
                }
                throw wrong(value, "a head's name, such as \"L3H2\"");
            }
            default -> {
                if (value instanceof String text) {
                    yield text;
                }
                throw wrong(value, "a string");
            }
        };
    }

    private long integer(Object value) {
        if (value instanceof Number number && number.doubleValue() == Math.rint(number.doubleValue())) {
            return number.longValue();
        }
        throw wrong(value, "a whole number, such as 5");
    }

    private QueryException wrong(Object value, String expected) {
        String shown = value instanceof String ? "\"" + value + "\"" : String.valueOf(value);
        return new QueryException("parameter '" + name + "' (" + explanation + ") is " + shown + "; give " + expected);
    }
}
