package io.headstream.access.turns;

import io.headstream.access.refusal.Refusal;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * How long a request may be: an imported trace as long as the server takes any, all others a few megabytes. The server's own limit cuts the
 * connection while the client still sends, which most clients report as a broken pipe; so a body that says it is too long is read to its end,
 * kept nowhere, and then answered. One of unknown length is held to the limit by the server.
 */
@ApplicationScoped
public class BodySize {
    private static final String IMPORT = "/api/import";
    private static final int AFTER_THE_GUARD = 90;
    // where Quarkus keeps the limit that reading a body of unknown length is held to; its own handler is at -2
    private static final String LIMIT = "io.quarkus.max-request-size";
    private static final int AFTER_QUARKUS = -1;
    private static final long MOST = 4_000_000;
    private static final long NOT_EVEN_READ = 256_000_000;

    void register(@Observes Filters filters) {
        filters.register(BodySize::check, AFTER_THE_GUARD);
    }

    void register(@Observes Router router) {
        router.route().order(AFTER_QUARKUS).handler(context -> {
            if (!isImport(context)) {
                context.put(LIMIT, MOST);
            }
            context.next();
        });
    }

    private static boolean isImport(RoutingContext context) {
        return context.normalizedPath().equals(IMPORT);
    }

    private static void check(RoutingContext context) {
        long length = length(context.request());
        if (length > MOST && length < NOT_EVEN_READ && !isImport(context)) {
            context.request().handler(part -> {});
            context.request().endHandler(end -> Refusal.tooLarge(length, MOST).send(context));
            context.request().resume();
        } else {
            context.next();
        }
    }

    private static long length(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return length == null || !length.matches("\\d{1,18}") ? 0 : Long.parseLong(length);
    }
}
