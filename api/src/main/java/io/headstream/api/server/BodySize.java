package io.headstream.api.server;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Says what is wrong with a question whose body is too large. The server's own limit cuts the connection while the client still sends, which
 * most clients report as a broken pipe; so such a body is read to its end, kept nowhere, and then answered.
 */
@ApplicationScoped
public class BodySize {
    private static final int AFTER_THE_DOOR = 90;
    private static final long MOST = 4_000_000;
    private static final long NOT_EVEN_READ = 256_000_000;

    void register(@Observes Filters filters) {
        filters.register(BodySize::check, AFTER_THE_DOOR);
    }

    private static void check(RoutingContext context) {
        String path = context.normalizedPath();
        long length = length(context.request());
        if (length > MOST
                && length < NOT_EVEN_READ
                && (path.startsWith("/api/cypher") || path.startsWith("/api/queries"))) {
            context.request().handler(part -> {});
            context.request().endHandler(end -> refuse(context, length));
            context.request().resume();
        } else {
            context.next();
        }
    }

    private static long length(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return length == null || !length.matches("\\d{1,18}") ? 0 : Long.parseLong(length);
    }

    private static void refuse(RoutingContext context, long length) {
        context.response()
                .setStatusCode(413)
                .putHeader("Content-Type", "application/problem+json")
                .end(new JsonObject()
                        .put("title", "Request Entity Too Large")
                        .put("status", 413)
                        .put(
                                "detail",
                                "the body has " + length + " bytes; a statement with its parameters may have " + MOST
                                        + ": give less at a time")
                        .encode());
    }
}
