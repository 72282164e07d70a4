package io.headstream.api.server;

import io.headstream.api.graph.Problems;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A query parameter that is no number where one is taken. JAX-RS calls that "not found", for the address that has it is known to nobody. */
@Provider
@Priority(1) // before the mapper that is there for all problems
public class WrongParameters extends ExceptionMapperBase<NotFoundException> {
    private static final Map<Class<?>, Function<String, ?>> WHOLE = Map.of(
            int.class,
            Integer::valueOf,
            Integer.class,
            Integer::valueOf,
            long.class,
            Long::valueOf,
            Long.class,
            Long::valueOf);
    private static final Map<Class<?>, Function<String, ?>> DECIMAL = Map.of(
            double.class,
            Double::valueOf,
            Double.class,
            Double::valueOf,
            float.class,
            Float::valueOf,
            Float.class,
            Float::valueOf);

    @Context
    @Nullable
    ResourceInfo resource;

    @Context
    @Nullable
    UriInfo address;

    @Override
    protected HttpProblem toProblem(NotFoundException failure) {
        return failure.getCause() == null
                ? HttpProblem.valueOf(Status.NOT_FOUND)
                : wrong().orElse(HttpProblem.valueOf(Status.NOT_FOUND));
    }

    private Optional<HttpProblem> wrong() {
        Method method = resource == null ? null : resource.getResourceMethod();
        if (method == null || address == null) {
            return Optional.empty();
        }
        Map<String, List<String>> given = address.getQueryParameters();
        return Arrays.stream(method.getParameters())
                .flatMap(parameter -> wrong(parameter, given).stream())
                .findFirst();
    }

    private static Optional<HttpProblem> wrong(Parameter parameter, Map<String, List<String>> given) {
        QueryParam named = parameter.getAnnotation(QueryParam.class);
        if (named == null) {
            return Optional.empty();
        }
        return given.getOrDefault(named.value(), List.of()).stream()
                .flatMap(value -> takes(parameter.getType(), value)
                        .map(takes -> Problems.badRequest(named.value() + " is '" + value + "'; it takes " + takes))
                        .stream())
                .findFirst();
    }

    // what a type takes, where a value is none
    private static Optional<String> takes(Class<?> type, String value) {
        if (WHOLE.containsKey(type)) {
            return isOne(WHOLE.get(type), value) ? Optional.empty() : Optional.of("a whole number, such as 20");
        }
        if (DECIMAL.containsKey(type)) {
            return isOne(DECIMAL.get(type), value) ? Optional.empty() : Optional.of("a number, such as 0.5");
        }
        return Optional.empty();
    }

    private static boolean isOne(@Nullable Function<String, ?> parse, String value) {
        try {
            return parse != null && parse.apply(value) != null;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
