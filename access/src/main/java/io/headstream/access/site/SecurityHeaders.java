package io.headstream.access.site;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What a browser is told of every answer, refusals among them; a page that needs more says so itself, in a policy of its own. */
@ApplicationScoped
public class SecurityHeaders {
    private static final int BEFORE_ALL = 1_000;
    private static final String SWAGGER = "/q/swagger-ui";

    private final ContentPolicy policy;

    public SecurityHeaders(ContentPolicy policy) {
        this.policy = policy;
    }

    void register(@Observes Filters filters) {
        filters.register(this::add, BEFORE_ALL);
    }

    private void add(RoutingContext context) {
        MultiMap headers = context.response().headers();
        String path = String.valueOf(context.request().path());
        boolean swagger = path.equals(SWAGGER) || path.startsWith(SWAGGER + "/");
        headers.set(ContentPolicy.HEADER, swagger ? policy.ofSwaggerUi() : policy.ofData());
        headers.set("X-Content-Type-Options", "nosniff");
        // an address may hold a statement, or a trace's id
        headers.set("Referrer-Policy", "no-referrer");
        headers.set(
                "Permissions-Policy",
                "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(),"
                        + " payment=(), usb=()");
        context.next();
    }
}
