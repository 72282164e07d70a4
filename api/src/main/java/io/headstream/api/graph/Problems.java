package io.headstream.api.graph;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;

/** What goes wrong at a caller's hand, as RFC 9457 problems: what it is and what to do. */
public final class Problems {
    private Problems() {}

    /** Status 400. */
    public static HttpProblem badRequest(String detail) {
        return HttpProblem.valueOf(Status.BAD_REQUEST, detail);
    }

    /** Status 404. */
    public static HttpProblem notFound(String detail) {
        return HttpProblem.valueOf(Status.NOT_FOUND, detail);
    }

    /** Status 404, for a trace. */
    public static HttpProblem noTrace(String trace) {
        return notFound("there is no trace '" + trace + "'; GET /api/traces lists those there are");
    }

    /** Any other status. */
    public static HttpProblem of(Status status, String detail) {
        return HttpProblem.valueOf(status, detail);
    }
}
