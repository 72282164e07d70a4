package io.headstream.access.connection;

import io.headstream.access.caller.Caller;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A comment every some seconds in a stream of events, so that nobody between takes its silence for its end, and one whose reader has gone is noticed. */
@ApplicationScoped
public class Heartbeat {
    private static final int BEFORE_ALL = 999;
    private static final String PASSED_ON = Heartbeat.class.getName();
    // a line that begins with a colon is no event
    private static final String COMMENT = ":\n\n";

    private final Vertx vertx;
    private final Duration every;

    public Heartbeat(
            Vertx vertx,
            @ConfigProperty(name = "headstream.connection.heartbeat", defaultValue = "15s") Duration every) {
        this.vertx = vertx;
        this.every = every;
    }

    void register(@Observes Filters filters) {
        filters.register(this::listen, BEFORE_ALL);
    }

    /** Says that the stream of an answer is another server's, which has heartbeats of its own. */
    public static void leave(RoutingContext context) {
        context.put(PASSED_ON, true);
    }

    private void listen(RoutingContext context) {
        context.addHeadersEndHandler(sent -> {
            if (Caller.isSentEvents(context) && context.get(PASSED_ON) == null) {
                begin(context);
            }
        });
        context.next();
    }

    private void begin(RoutingContext context) {
        HttpServerResponse response = context.response();
        long timer = vertx.setPeriodic(every.toMillis(), beat -> {
            if (!response.ended() && !response.closed()) {
                response.write(COMMENT);
            }
        });
        context.addEndHandler(ended -> vertx.cancelTimer(timer));
    }
}
