package io.headstream.ingest.http;

import io.headstream.tracer.error.TraceException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/** What cannot be traced is the request's fault, and its message is the user's to read. */
@Provider
@Priority(Priorities.USER)
public class ProblemMapper extends ExceptionMapperBase<TraceException> {
    @Override
    protected HttpProblem toProblem(TraceException exception) {
        return HttpProblem.builder()
                .withStatus(Response.Status.BAD_REQUEST)
                .withTitle("This cannot be traced")
                .withDetail(exception.getMessage())
                .build();
    }
}
