package io.headstream.api.server;

import io.headstream.api.graph.Problems;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.Priority;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.ext.Provider;
import java.util.stream.Collectors;

/** A parameter or field out of its range, named in the detail like every other problem. */
@Provider
@Priority(Priorities.USER - 1)
public class ValidationProblems extends ExceptionMapperBase<ConstraintViolationException> {
    @Override
    protected HttpProblem toProblem(ConstraintViolationException exception) {
        return Problems.badRequest(exception.getConstraintViolations().stream()
                .map(ValidationProblems::text)
                .sorted()
                .collect(Collectors.joining("; ")));
    }

    // the last name of the path is the parameter's or field's; those before it are Java's
    private static String text(ConstraintViolation<?> violation) {
        String name = "";
        for (Path.Node node : violation.getPropertyPath()) {
            name = node.getName() == null ? name : node.getName();
        }
        return name + " " + violation.getMessage();
    }
}
