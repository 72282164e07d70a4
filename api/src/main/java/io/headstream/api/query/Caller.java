package io.headstream.api.query;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Who sent the request that is being answered, and whether they still wait for it. */
@ApplicationScoped
public class Caller {
    private static final String OWN = "this server";

    private final CurrentVertxRequest request;

    public Caller(CurrentVertxRequest request) {
        this.request = request;
    }

    /** One name for all requests from an address. */
    String name() {
        return context()
                .map(context -> context.request().remoteAddress())
                .map(address -> String.valueOf(address.hostAddress()))
                .orElse(OWN);
    }

    /** Runs something as soon as the caller has gone, or has the answer. */
    void whenGone(Runnable then) {
        context().ifPresent(context -> context.addEndHandler(ended -> then.run()));
    }

    private Optional<RoutingContext> context() {
        return Arc.container().requestContext().isActive()
                ? Optional.ofNullable(request.getCurrent())
                : Optional.empty();
    }
}
