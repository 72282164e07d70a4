package io.headstream.api.graph;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;
import org.neo4j.driver.exceptions.ClientException;

/** JSON values as the database's. */
public final class Parameters {
    private Parameters() {}

    /** Fails with status 400 for a value that the database has no type for, such as a whole number beyond 64 bits. */
    public static Value of(Map<String, ? extends @Nullable Object> parameters) {
        for (Map.Entry<String, ? extends @Nullable Object> parameter : parameters.entrySet()) {
            try {
                Values.value(parameter.getValue());
            } catch (ClientException e) {
                throw Problems.badRequest("parameter '" + parameter.getKey() + "' is " + parameter.getValue()
                        + ", which the database has no type for; give a 64-bit number, text, list or map");
            }
        }
        return Values.value(parameters);
    }
}
