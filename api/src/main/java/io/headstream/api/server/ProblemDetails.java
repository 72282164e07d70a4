package io.headstream.api.server;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkiverse.resteasy.problem.validation.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;

/** Every problem has a detail: where a parameter or field is out of its range, it is named there too. */
@ApplicationScoped
public class ProblemDetails implements ProblemPostProcessor {

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        if (problem.getDetail() != null) {
            return problem;
        }
        String detail = problem.getParameters().get("violations") instanceof List<?> violations
                ? violations.stream().map(ProblemDetails::text).sorted().collect(Collectors.joining("; "))
                : problem.getTitle() + ": " + context.path;
        return HttpProblem.builder(problem).withDetail(detail).build();
    }

    private static String text(Object violation) {
        return violation instanceof Violation named ? named.field + " " + named.message : String.valueOf(violation);
    }
}
