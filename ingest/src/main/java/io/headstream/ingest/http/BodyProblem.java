package io.headstream.ingest.http;

import io.headstream.ingest.body.BodyException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/** A body that is not what the call takes: what is wrong with it is the user's to read. */
@Provider
@Priority(Priorities.USER)
public class BodyProblem extends ExceptionMapperBase<BodyException> {
    @Override
    protected HttpProblem toProblem(BodyException exception) {
        return HttpProblem.builder()
                .withStatus(Response.Status.BAD_REQUEST)
                .withTitle("This cannot be read")
                .withDetail(exception.getMessage())
                .build();
    }
}
