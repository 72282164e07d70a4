package io.headstream.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headstream.cli.client.CommandFailure;
import io.headstream.cypher.Parameter;
import io.headstream.cypher.QueryException;
import io.headstream.cypher.QueryLibrary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A named question's parameters as they are typed: a token {@code [17]} is no list, and words may be a number. */
public final class QueryValues {
    private QueryValues() {}

    /** Those of the question, as JSON of their types; what the question does not have is left for the server to tell. */
    public static void put(ObjectNode values, String question, Map<String, String> typed) {
        typed.forEach((name, text) -> {
            JsonNode value = Output.value(text);
            boolean taken = value.isTextual() || value.isNull() || !isText(question, name);
            values.set(name, taken ? value : values.textNode(text));
        });
    }

    /** Parameters by name, as they are typed: NAME=VALUE, the later where one is given twice. */
    public static Map<String, String> typed(List<String> parameters) {
        Map<String, String> typed = new LinkedHashMap<>();
        for (String parameter : parameters) {
            int sign = parameter.indexOf('=');
            if (sign < 1) {
                throw CommandFailure.wrongInput(
                        "'" + parameter + "' is no parameter; give NAME=VALUE, such as 'token= Mary'");
            }
            typed.put(parameter.substring(0, sign), parameter.substring(sign + 1));
        }
        return typed;
    }

    private static boolean isText(String question, String name) {
        try {
            return QueryLibrary.load().get(question).parameters().stream()
                    .filter(parameter -> parameter.name().equals(name))
                    .map(Parameter::type)
                    .anyMatch(type -> switch (type) {
                        case INTEGER, FLOAT, BOOLEAN, POSITION -> false;
                        default -> true;
                    });
        } catch (QueryException e) {
            return false; // the server says which there are
        }
    }
}
