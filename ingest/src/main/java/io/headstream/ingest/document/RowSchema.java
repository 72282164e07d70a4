package io.headstream.ingest.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.ValidationMessage;
import io.headstream.access.text.Nearest;
import io.headstream.schema.TraceFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a row of a document must be by the schema that is published, and what is wrong with one that is not. */
final class RowSchema {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int SHOWN = 40;

    private final JsonSchema schema;
    private final JsonNode properties;
    private final List<String> names = new ArrayList<>();
    private final Set<String> numbers = new HashSet<>();
    private final Set<String> listsOfNumbers = new HashSet<>();
    private final Set<String> wholes = new HashSet<>();

    /**
     * @param schema of an object
     * @param properties what it says of each field
     */
    RowSchema(JsonSchema schema, JsonNode properties) {
        this.schema = schema;
        this.properties = properties;
        properties.properties().forEach(property -> {
            names.add(property.getKey());
            if (isWhole(property.getValue()) || isWhole(property.getValue().path("items"))) {
                wholes.add(property.getKey());
            }
            if (isNumber(property.getValue())) {
                numbers.add(property.getKey());
            } else if (isNumber(property.getValue().path("items"))) {
                listsOfNumbers.add(property.getKey());
            }
        });
    }

    private static boolean isWhole(JsonNode schema) {
        return schema.path("type").asText().equals("integer");
    }

    private static boolean isNumber(JsonNode schema) {
        return schema.path("type").asText().equals("number");
    }

    /** The row with each value of its declared type; fails naming the place. */
    Map<String, Object> check(Map<String, Object> row, String place) {
        Set<ValidationMessage> wrong = schema.validate(json(row));
        if (!wrong.isEmpty()) {
            throw refusal(wrong, row, place);
        }
        wholes.forEach(name -> requireWhole(row.get(name), place + "/" + name));
        Map<String, Object> typed = new HashMap<>(row);
        numbers.forEach(name -> typed.computeIfPresent(name, (key, value) -> ((Number) value).doubleValue()));
        listsOfNumbers.forEach(name -> typed.computeIfPresent(name, (key, value) -> ((List<?>) value)
                .stream().map(number -> ((Number) number).doubleValue()).toList()));
        return typed;
    }

    // 6.0 is an integer to a JSON schema, and not to the graph
    private static void requireWhole(@Nullable Object value, String place) {
        if (value instanceof Double) {
            throw DocumentException.at(place, "is " + value + ", not a whole number");
        }
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                requireWhole(list.get(i), place + "/" + i);
            }
        }
    }

    private static ObjectNode json(Map<String, Object> row) {
        ObjectNode json = JSON.objectNode();
        row.forEach((name, value) -> json.set(name, json(value)));
        return json;
    }

    private static JsonNode json(Object value) {
        if (value instanceof List<?> list) {
            ArrayNode json = JSON.arrayNode(list.size());
            list.forEach(item -> json.add(json(item)));
            return json;
        }
        if (value instanceof Long number) {
            return JSON.numberNode(number.longValue());
        }
        if (value instanceof Double number) {
            return JSON.numberNode(number.doubleValue());
        }
        return value instanceof Boolean flag ? JSON.booleanNode(flag) : JSON.textNode((String) value);
    }

    // one is told of, the plainest: a field that there is not, then one that is of the wrong type, then one that is
    // missing
    private DocumentException refusal(Set<ValidationMessage> wrong, Map<String, Object> row, String place) {
        ValidationMessage first = wrong.stream()
                .min(Comparator.comparingInt((ValidationMessage message) -> rank(message.getType()))
                        .thenComparing(message -> String.valueOf(message.getInstanceLocation())))
                .orElseThrow();
        String field = String.valueOf(first.getProperty());
        return switch (first.getType()) {
            case "additionalProperties" -> DocumentException.at(place + "/" + field, noField(field));
            case "required" -> DocumentException.at(place, "has no " + field);
            default -> value(first.getInstanceLocation(), row, place);
        };
    }

    private static int rank(String keyword) {
        return switch (keyword) {
            case "additionalProperties" -> 0;
            case "required" -> 2;
            default -> 1;
        };
    }

    private String noField(String field) {
        return "is no field of version " + TraceFormat.NEWEST.version() + "; "
                + Nearest.of(field, names).map(near -> "meant " + near + "?").orElse("leave it out");
    }

    private DocumentException value(JsonNodePath at, Map<String, Object> row, String place) {
        String field = at.getName(0);
        Object value = row.get(field);
        JsonNode declared = properties.path(field);
        String path = place + "/" + field;
        if (at.getNameCount() > 1 && value instanceof List<?> list) {
            int item = Integer.parseInt(at.getName(1));
            path += "/" + item;
            value = list.get(item);
            declared = declared.path("items");
        }
        return DocumentException.at(path, "is " + shown(value) + ", not " + expected(declared));
    }

    private static String expected(JsonNode schema) {
        if (schema.has("const")) {
            return schema.path("const").toString();
        }
        return switch (schema.path("type").asText()) {
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "boolean" -> "true or false";
            case "array" -> listOf(schema.path("items").path("type").asText());
            default ->
                schema.path("format").asText().equals("date-time")
                        ? "a date and time such as 2026-11-24T08:00:00Z"
                        : "a text";
        };
    }

    private static String listOf(String type) {
        return switch (type) {
            case "integer" -> "a list of whole numbers";
            case "number" -> "a list of numbers";
            default -> "a list of texts";
        };
    }

    private static String shown(@Nullable Object value) {
        return value instanceof String text
                ? '"' + (text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text) + '"'
                : "" + value;
    }
}
