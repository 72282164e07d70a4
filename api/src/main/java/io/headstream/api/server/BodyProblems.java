package io.headstream.api.server;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What is wrong with a body that is JSON, but not the JSON that is taken: which member, and what it takes. */
@Provider
@Priority(1) // before the mapper that answers without a problem
public class BodyProblems extends ExceptionMapperBase<MismatchedInputException> {

    @Override
    protected HttpProblem toProblem(MismatchedInputException failure) {
        return HttpProblem.valueOf(Status.BAD_REQUEST, text(failure));
    }

    /** For a problem's detail. */
    static String text(JsonMappingException failure) {
        if (failure instanceof UnrecognizedPropertyException unknown) {
            List<String> known = unknown.getKnownPropertyIds() == null
                    ? List.of()
                    : unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .toList();
            return "member \"" + path(failure) + "\" is not known"
                    + UnknownMembers.meant(unknown.getPropertyName(), known);
        }
        if (failure instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            String path = path(failure);
            return (path.isEmpty() ? "the body" : "member \"" + path + "\"") + " takes "
                    + takes(mismatch.getTargetType(), path.isEmpty());
        }
        return failure.getOriginalMessage();
    }

    private static String path(JsonMappingException failure) {
        return failure.getPath().stream()
                .map(step -> step.getFieldName() == null
                        ? "[" + step.getIndex() + "]"
                        : "." + Objects.requireNonNull(step.getFieldName()))
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static String takes(Class<?> type, boolean isBody) {
        if (type == String.class) {
            return "a text";
        }
        if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
            return "a whole number";
        }
        if (Number.class.isAssignableFrom(type) || type == double.class || type == float.class) {
            return "a number";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "a list, [...]";
        }
        return Map.class.isAssignableFrom(type) || !isBody
                ? "an object, {...}"
                : "one object: {\"" + members(type) + "}";
    }

    private static String members(Class<?> type) {
        return type.isRecord()
                ? java.util.Arrays.stream(type.getRecordComponents())
                        .map(member -> member.getName())
                        .collect(Collectors.joining("\": ..., \"", "", "\": ..."))
                : "...\": ...";
    }
}
