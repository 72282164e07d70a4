package io.headstream.access.refusal;

import jakarta.ws.rs.core.Response;
import java.util.Map;

/** A refusal as a resource answers it. */
public final class RefusalResponse {
    private RefusalResponse() {}

    public static Response of(Refusal refusal) {
        Response.ResponseBuilder response = Response.status(refusal.status())
                .type("application/problem+json")
                .entity(Map.of("title", refusal.title(), "status", refusal.status(), "detail", refusal.detail()));
        return (refusal.retryAfter() > 0 ? response.header("Retry-After", refusal.retryAfter()) : response).build();
    }
}
