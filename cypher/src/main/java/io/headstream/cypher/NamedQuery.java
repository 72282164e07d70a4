package io.headstream.cypher;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A question with a name: one file of {@code headstream/queries}.
 *
 * @param group the heading it is listed under
 * @param statement the file without its header
 */
public record NamedQuery(
        String name,
        Group group,
        String title,
        String explanation,
        List<Parameter> parameters,
        List<Column> columns,
        String statement) {
    /** The parameter that says how many rows there may be at the most. */
    public static final String LIMIT = "limit";

    /**
     * All parameters the statement needs, from those given and the defaults. "any" becomes null; {@link Parameter#LATEST}
     * is left for the caller to resolve.
     *
     * @throws QueryException for a parameter that is missing, unknown or of the wrong type
     */
    public Map<String, @Nullable Object> bind(Map<String, ? extends @Nullable Object> given) {
        for (String key : given.keySet()) {
            if (parameters.stream().noneMatch(parameter -> parameter.name().equals(key))) {
                throw new QueryException(
                        "query '" + name + "' has no parameter '" + key + "'; it takes " + signature());
            }
        }
        Map<String, @Nullable Object> bound = new HashMap<>();
        for (Parameter parameter : parameters) {
            Object value = given.get(parameter.name());
            if (value == null && parameter.required()) {
                throw new QueryException(
                        "query '" + name + "' needs parameter '" + parameter.name() + "': " + parameter.explanation());
            }
            bound.put(parameter.name(), value == null ? parameter.defaultValue() : parameter.check(value));
        }
        return bound;
    }

    private String signature() {
        return parameters.isEmpty()
                ? "none"
                : parameters.stream()
                        .map(parameter ->
                                parameter.name() + " (" + parameter.type().label() + ")")
                        .collect(Collectors.joining(", "));
    }
}
