package io.headstream.access.connection;

import io.netty.channel.Channel;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells a connection's {@link Patience} of its requests, and closes one whose body does not come. */
@ApplicationScoped
public class Connections {
    private static final int BEFORE_ALL = 1_001;
    private static final Set<HttpMethod> BODILESS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.DELETE);
    private static final String IMPORT = "/api/import";

    private final Vertx vertx;
    private final Duration body;
    private final Duration longBody;

    public Connections(
            Vertx vertx,
            @ConfigProperty(name = "headstream.connection.body", defaultValue = "120s") Duration body,
            @ConfigProperty(name = "headstream.connection.import", defaultValue = "30m") Duration longBody) {
        this.vertx = vertx;
        this.body = body;
        this.longBody = longBody;
    }

    void register(@Observes Filters filters) {
        filters.register(this::serve, BEFORE_ALL);
    }

    private void serve(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.connection() instanceof ConnectionBase connection) {
            Channel channel = connection.channel();
            Patience.requested(channel);
            context.addEndHandler(ended -> {
                if (!isUpgraded(request)) {
                    Patience.answered(channel);
                }
            });
        }
        if (hasBody(request) && !request.isEnded()) {
            long end = request.path() != null && request.path().equals(IMPORT) ? longBody.toMillis() : body.toMillis();
            long timer = vertx.setTimer(end, late -> {
                if (!request.isEnded()) {
                    request.connection().close();
                }
            });
            context.addEndHandler(ended -> vertx.cancelTimer(timer));
        }
        context.next();
    }

    // a request that nobody reads yet has not ended, though it may have no body at all
    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        boolean named =
                length == null ? request.headers().contains(HttpHeaders.TRANSFER_ENCODING) : !length.equals("0");
        return named || request.version() == HttpVersion.HTTP_2 && !BODILESS.contains(request.method());
    }

    // a WebSocket goes on when its request has been answered
    private static boolean isUpgraded(HttpServerRequest request) {
        return request.response().getStatusCode() == 101;
    }
}
