package io.headstream.access.caller;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.util.Optional;

/** Who sent the request that is being answered, and whether they still wait for it. */
@ApplicationScoped
public class Caller {
    /** What does something without having been asked. */
    public static final String THIS_SERVER = "this server";

    private static final int CLIENT_CLOSED_REQUEST = 499;

    private final CurrentVertxRequest request;

    public Caller(CurrentVertxRequest request) {
        this.request = request;
    }

    /** The name of the key that was given, else the address that the request came from. */
    public String name() {
        return context().map(Caller::name).orElse(THIS_SERVER);
    }

    /** Runs something as soon as the caller has gone, or has the answer. */
    public void whenGone(Runnable then) {
        context().ifPresent(context -> context.addEndHandler(ended -> then.run()));
    }

    /** Goes no further where nobody waits for the answer any more; what is said then nobody reads. */
    public void requireThere() {
        if (context().map(context -> context.response().closed()).orElse(false)) {
            throw new WebApplicationException(CLIENT_CLOSED_REQUEST);
        }
    }

    /** Whether what the caller is being answered is a stream of events; known once the answer has its headers. */
    public static boolean isSentEvents(RoutingContext context) {
        String type = context.response().headers().get("Content-Type");
        return type != null && type.startsWith("text/event-stream");
    }

    public static String name(RoutingContext context) {
        return Identities.of(context)
                .map(identity -> identity.getPrincipal().getName())
                .orElseGet(() -> address(context));
    }

    public static String address(RoutingContext context) {
        SocketAddress address = context.request().remoteAddress();
        return address == null ? THIS_SERVER : String.valueOf(address.hostAddress());
    }

    private Optional<RoutingContext> context() {
        return Arc.container().requestContext().isActive()
                ? Optional.ofNullable(request.getCurrent())
                : Optional.empty();
    }
}
