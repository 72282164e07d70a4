package io.headstream.api.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkiverse.resteasy.problem.validation.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Every problem has a detail that says what to do, those that the framework finds before any resource is reached among them. */
@ApplicationScoped
public class ProblemDetails implements ProblemPostProcessor {
    private static final Logger LOG = Logger.getLogger(ProblemDetails.class);

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        String detail = problem.getDetail();
        Optional<MismatchedInputException> mismatch = problem.getStatusCode() == 400
                ? causes(context.cause)
                        .filter(MismatchedInputException.class::isInstance)
                        .map(MismatchedInputException.class::cast)
                        .findFirst()
                : Optional.empty();
        if (mismatch.isPresent()) {
            detail = BodyProblems.text(mismatch.get());
        } else if (problem.getParameters().get("violations") instanceof List<?> violations) {
            detail = violations.stream().map(ProblemDetails::text).sorted().collect(Collectors.joining("; "));
        } else if (detail == null || detail.startsWith("HTTP " + problem.getStatusCode())) {
            detail = general(problem.getStatusCode(), problem.getTitle(), context);
        }
        log(problem.getStatusCode(), context);
        return HttpProblem.builder(problem).withDetail(detail).build();
    }

    // one line for what a caller did wrong, and for what has no place or no database at present, without what was
    // written; frames for what nobody foresaw. The framework's own line, which quotes what was written, is turned off
    private static void log(int status, ProblemContext context) {
        if (status < 500) {
            LOG.infof("%d at %s", status, context.path);
        } else if (status > 500 || context.cause instanceof HttpProblem) {
            LOG.warnf("%d at %s", status, context.path);
        } else {
            LOG.errorf(context.cause, "%d at %s", status, context.path);
        }
    }

    private static Stream<Throwable> causes(@Nullable Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
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
