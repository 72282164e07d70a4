package io.headstream.ingest.imports;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;

/** Why a sound document is not imported. */
public final class ImportRefusal {
    private ImportRefusal() {}

    static HttpProblem exists(String trace) {
        return conflict("there is a trace '" + trace + "' already; delete it, or import with --replace (replace=true)");
    }

    static HttpProblem conflict(String detail) {
        return problem(Status.CONFLICT, detail);
    }

    public static HttpProblem problem(Status status, String detail) {
        return HttpProblem.builder()
                .withStatus(status)
                .withTitle("This cannot be imported")
                .withDetail(detail)
                .build();
    }
}
