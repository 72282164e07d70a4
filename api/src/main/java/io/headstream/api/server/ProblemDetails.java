package io.headstream.api.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkiverse.resteasy.problem.validation.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every problem has a detail that says what to do, those that the framework finds before any resource is reached among them. */
@ApplicationScoped
public class ProblemDetails implements ProblemPostProcessor {

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        String detail = problem.getDetail();
        if (problem.getParameters().get("violations") instanceof List<?> violations) {
            detail = violations.stream().map(ProblemDetails::text).sorted().collect(Collectors.joining("; "));
        } else if (detail == null || detail.startsWith("HTTP " + problem.getStatusCode())) {
            detail = general(problem.getStatusCode(), problem.getTitle(), context);
        }
        return HttpProblem.builder(problem).withDetail(detail).build();
    }

    private static String text(Object violation) {
        return violation instanceof Violation named ? named.field + " " + named.message : String.valueOf(violation);
    }

    private static String general(int status, String title, ProblemContext context) {
        String see = "; /q/openapi describes every call";
        return switch (status) {
            case 400 -> "the body is not the JSON that " + context.path + " takes" + json(context.cause) + see;
            case 404 -> "there is nothing at " + context.path + " with these parameters" + see;
            case 405 -> context.path + " does not take this method" + see;
            case 415 -> context.path + " takes JSON; send it as Content-Type: application/json";
            default -> title + " at " + context.path + see;
        };
    }

    private static String json(@Nullable Throwable cause) {
        for (Throwable t = cause; t != null; t = t.getCause()) {
            if (t instanceof JsonProcessingException malformed) {
                String place = malformed.getLocation() == null
                        ? ""
                        : " at line " + malformed.getLocation().getLineNr() + ", column "
                                + malformed.getLocation().getColumnNr();
                return place + ": " + malformed.getOriginalMessage();
            }
        }
        return "";
    }
}
