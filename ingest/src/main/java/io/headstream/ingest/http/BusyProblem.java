package io.headstream.ingest.http;

import io.headstream.ingest.body.Turns;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/** More at once than the heap may hold: nobody's mistake, and over in a moment. */
@Provider
@Priority(Priorities.USER)
public class BusyProblem extends ExceptionMapperBase<Turns.BusyException> {
    private static final int SECONDS = 5;

    @Override
    protected HttpProblem toProblem(Turns.BusyException exception) {
        return HttpProblem.builder()
                .withStatus(Response.Status.SERVICE_UNAVAILABLE)
                .withTitle("Busy")
                .withDetail(exception.getMessage())
                .withHeader(HttpHeaders.RETRY_AFTER, SECONDS)
                .build();
    }
}
