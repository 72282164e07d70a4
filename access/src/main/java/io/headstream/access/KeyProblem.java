package io.headstream.access;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;

/** What is answered instead of a key. */
final class KeyProblem {
    private KeyProblem() {}

    static HttpProblem badRequest(String detail) {
        return of(Status.BAD_REQUEST, detail);
    }

    static HttpProblem conflict(String detail) {
        return of(Status.CONFLICT, detail);
    }

    static HttpProblem notFound(String detail) {
        return of(Status.NOT_FOUND, detail);
    }

    private static HttpProblem of(Status status, String detail) {
        return HttpProblem.builder()
                .withStatus(status)
                .withTitle(status.getReasonPhrase())
                .withDetail(detail)
                .build();
    }
}
