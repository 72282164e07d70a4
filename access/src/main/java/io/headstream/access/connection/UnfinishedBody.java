package io.headstream.access.connection;

import io.headstream.access.refusal.FirstSay;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;

/**
 * A body that was announced and does not come, or breaks off, is its caller's doing and no fault of the server's: one line in the log. Who sent it
 * sees its connection end.
 */
@ApplicationScoped
public class UnfinishedBody implements FirstSay {
    private final CurrentVertxRequest request;

    public UnfinishedBody(CurrentVertxRequest request) {
        this.request = request;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        RoutingContext current = request.getCurrent();
        if (problem.getStatusCode() != Status.INTERNAL_SERVER_ERROR.getStatusCode()
                || !(context.cause instanceof IOException)
                || current == null
                || current.request().isEnded()) {
            return problem;
        }
        return HttpProblem.builder()
                .withStatus(Status.REQUEST_TIMEOUT)
                .withTitle(Status.REQUEST_TIMEOUT.getReasonPhrase())
                .withDetail("the body did not come in whole in time; send it again")
                .build();
    }
}
