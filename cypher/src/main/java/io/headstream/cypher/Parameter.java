package io.headstream.cypher;

import io.headstream.schema.Component;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a named query asks for.
 *
 * @param choices all that a string may be; empty where it is free
 * @param defaultValue taken where nothing is given: a string, long, double or boolean as of the type; {@link #LATEST} for a
 *     trace; null for "any", and for parameters that are required
 */
public record Parameter(
        String name,
        Type type,
        List<String> choices,
        boolean required,
        @Nullable Object defaultValue,
        String explanation) {

    /** Stands for the newest trace; whoever runs the query puts its id in its place. */
    public static final String LATEST = "latest";

    /** What a value means, hence which control the page shows for it and what completes it. */
    public enum Type {
        STRING("a string"),
        INTEGER("a whole number from 0, such as 5"),
        FLOAT("a number, such as 0.5"),
        BOOLEAN("true or false"),
        TOKEN("a token's text, such as \" Mary\""),
        TRACE("a trace's id"),
        MODEL("a model's id or name"),
        HEAD("a head's name, such as \"L3H2\""),
        NEURON("a neuron's name, such as \"L3N1204\""),
        TAG("a tag"),
        POSITION("a position, such as 3");

        private final String example;

        Type(String example) {
            this.example = example;
        }

        /** The name in headers and in JSON. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The value as the database is to see it.
     *
     * @throws QueryException if it is of another type, or none of the choices
     */
    Object check(Object value) {
        return switch (type) {
            case INTEGER, POSITION -> whole(value);
            case FLOAT -> {
                if (value instanceof Number number) {
                    yield number.doubleValue();
                }
                throw wrong(value, type.example);
            }
            case BOOLEAN -> {
                if (value instanceof Boolean) {
                    yield value;
                }
                throw wrong(value, type.example);
            }
            case HEAD -> text(value, Component.HEAD::names);
            case NEURON -> text(value, Component.NEURON::names);
            default -> text(value, text -> true);
        };
    }

    private long whole(Object value) {
        if (value instanceof Number number
                && number.doubleValue() >= 0
                && number.doubleValue() == Math.rint(number.doubleValue())) {
            return number.longValue();
        }
        throw wrong(value, type.example);
    }

    private String text(Object value, Predicate<String> form) {
        if (value instanceof String text && form.test(text)) {
            if (choices.isEmpty() || choices.contains(text)) {
                return text;
            }
            throw wrong(value, "one of " + String.join(", ", choices));
        }
        throw wrong(value, type.example);
    }

    private QueryException wrong(Object value, String expected) {
        String shown = value instanceof String ? "\"" + value + "\"" : String.valueOf(value);
        return new QueryException("parameter '" + name + "' (" + explanation + ") is " + shown + "; give " + expected);
    }
}
