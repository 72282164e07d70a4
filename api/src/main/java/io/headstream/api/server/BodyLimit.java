package io.headstream.api.server;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** How long a request may be: an imported trace as long as the server takes any, all others a few megabytes. */
@ApplicationScoped
public class BodyLimit {
    private static final String IMPORT = "/api/import";
    private static final long MOST = 4L << 20;
    // where Quarkus keeps the limit that reading a body of unknown length is held to; its own handler is at -2
    private static final String LIMIT = "io.quarkus.max-request-size";
    private static final int AFTER_QUARKUS = -1;

    void register(@Observes Router router) {
        router.route().order(AFTER_QUARKUS).handler(BodyLimit::limit);
    }

    private static void limit(RoutingContext context) {
        if (context.normalizedPath().startsWith(IMPORT)) {
            context.next();
            return;
        }
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && length.matches("\\d{1,18}") && Long.parseLong(length) > MOST) {
            context.response()
                    .setStatusCode(413)
                    .putHeader("Content-Type", "application/problem+json")
                    .putHeader("Connection", "close")
                    .end(new JsonObject()
                            .put("title", "Request Entity Too Large")
                            .put("status", 413)
                            .put("detail", "a request may have " + MOST + " bytes; send less")
                            .encode());
            return;
        }
        context.put(LIMIT, MOST);
        context.next();
    }
}
