package io.headstream.access;

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

    /** The name of the key that was given, else the address that the request came from. */
    public String name() {
        return context()
                .map(context -> context.request().remoteAddress())
                .map(address -> String.valueOf(address.hostAddress()))
                .orElse(OWN);
    }

    /** Runs something as soon as the caller has gone, or has the answer. */
    public void whenGone(Runnable then) {
        context().ifPresent(context -> context.addEndHandler(ended -> then.run()));
    }

    private Optional<RoutingContext> context() {
        return Arc.container().requestContext().isActive()
                ? Optional.ofNullable(request.getCurrent())
                : Optional.empty();
    }
}
