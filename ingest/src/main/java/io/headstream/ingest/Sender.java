package io.headstream.ingest;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Who sends the request at hand, for a fair share of the queue. */
@ApplicationScoped
public class Sender {
    private final CurrentVertxRequest request;

    public Sender(CurrentVertxRequest request) {
        this.request = request;
    }

    String name() {
        return Optional.ofNullable(request.getCurrent())
                .map(RoutingContext::request)
                .map(current -> current.remoteAddress())
                .map(SocketAddress::hostAddress)
                .orElse("unknown");
    }
}
