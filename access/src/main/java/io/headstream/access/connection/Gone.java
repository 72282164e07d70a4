package io.headstream.access.connection;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** A call whose caller has gone before its turn came is not begun: those who open and reset streams by the thousand would hold up the others. */
public class Gone {
    private static final int CLIENT_CLOSED_REQUEST = 499; // nobody reads it

    @ServerRequestFilter
    public Optional<Response> filter(RoutingContext context) {
        return context.response().closed()
                ? Optional.of(Response.status(CLIENT_CLOSED_REQUEST).build())
                : Optional.empty();
    }
}
