package io.headstream.ingest.body;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.headstream.access.text.WholeCharacters;
import java.io.IOException;
import java.util.List;

/** What is wrong with a body, said of its members rather than of classes. */
final class Wrong {
    private Wrong() {}

    static String of(JsonProcessingException e, Members members) {
        Throwable cause = e;
        while (cause.getCause() instanceof JsonProcessingException inner) {
            cause = inner;
        }
        if (cause instanceof StreamConstraintsException) {
            return "the body is deeper, or has more values, than any that is taken; give less at a time";
        }
        List<JsonMappingException.Reference> path = e instanceof JsonMappingException at ? at.getPath() : List.of();
        if (e instanceof UnrecognizedPropertyException unknown) {
            return path.size() == 1
                    ? members.unknown(unknown.getPropertyName())
                    : place(path.subList(0, path.size() - 1)) + ": "
                            + Members.of(unknown.getReferringClass()).unknown(unknown.getPropertyName());
        }
        if (!path.isEmpty()) {
            return member(e, path, members);
        }
        return e instanceof MismatchedInputException && e.getProcessor() instanceof JsonParser parser
                ? trailing(e) ? "there is more behind the body's end" : members.body(shown(parser))
                : "the body is no JSON" + place(e) + ": " + e.getOriginalMessage();
    }

    private static boolean trailing(JsonProcessingException e) {
        return String.valueOf(e.getMessage()).startsWith("Trailing token");
    }

    // interventions[0].at
    private static String place(List<JsonMappingException.Reference> path) {
        StringBuilder place = new StringBuilder();
        for (JsonMappingException.Reference step : path) {
            if (step.getFieldName() == null) {
                place.append('[').append(step.getIndex()).append(']');
            } else {
                place.append(place.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return place.toString();
    }

    private static String member(
            JsonProcessingException e, List<JsonMappingException.Reference> path, Members members) {
        if (path.size() > 2 || path.size() == 2 && path.get(1).getFieldName() != null) {
            return place(path) + " is " + given(e) + "; it takes " + nested(path);
        }
        String name = String.valueOf(path.get(0).getFieldName());
        boolean element = path.size() > 1;
        String place = element ? name + "[" + path.get(1).getIndex() + "]" : name;
        return place + " is " + given(e) + "; it takes " + members.takes(name, element);
    }

    // by the last record on the way
    private static String nested(List<JsonMappingException.Reference> path) {
        JsonMappingException.Reference last = path.get(path.size() - 1);
        boolean element = last.getFieldName() == null;
        JsonMappingException.Reference member = element ? path.get(path.size() - 2) : last;
        Object from = member.getFrom();
        Class<?> type = from instanceof Class<?> known ? known : from == null ? Object.class : from.getClass();
        return Members.of(type).takes(String.valueOf(member.getFieldName()), element);
    }

    private static String given(JsonProcessingException e) {
        if (e instanceof InvalidNullException) {
            return "null";
        }
        if (e instanceof InvalidFormatException format
                && format.getValue() instanceof String text
                && !WholeCharacters.make(text)) {
            return WholeCharacters.PROBLEM;
        }
        return e.getProcessor() instanceof JsonParser parser ? shown(parser) : "something else";
    }

    private static String shown(JsonParser parser) {
        JsonToken token = parser.currentToken();
        try {
            return switch (token == null ? JsonToken.NOT_AVAILABLE : token) {
                case START_ARRAY, END_ARRAY -> "a list";
                case START_OBJECT, END_OBJECT, FIELD_NAME -> "an object";
                case VALUE_STRING -> "\"" + Members.shortened(parser.getText()) + "\"";
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Members.shortened(parser.getText());
                case VALUE_NULL, VALUE_TRUE, VALUE_FALSE -> parser.getText();
                default -> "something else";
            };
        } catch (IOException e) {
            return "something else";
        }
    }

    private static String place(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : ", at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }
}
