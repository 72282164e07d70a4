package io.headstream.access.turns;

import io.headstream.access.caller.Caller;
import io.headstream.access.guard.OpenPaths;
import io.headstream.access.refusal.Refusal;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * So many requests of one caller are answered at a time; more of them wait their turn, in order, and take no thread meanwhile. So one who sends
 * hundreds at once, or opens and resets streams, keeps the threads and the database from nobody. A stream of events takes no turn once it has begun;
 * what upgrades its connection and what is open to all (health, the page's files) have turns of their own.
 */
@ApplicationScoped
public class FairTurns {
    private static final int AFTER_BODY_SIZE = 80;
    private static final int WAITING = 1_000;

    private final Vertx vertx;
    private final int atATime;
    private final Map<String, Line> lines = new HashMap<>();

    public FairTurns(
            Vertx vertx, @ConfigProperty(name = "headstream.requests-at-a-time", defaultValue = "32") int atATime) {
        this.vertx = vertx;
        this.atATime = atATime;
    }

    void register(@Observes Filters filters) {
        filters.register(this::serve, AFTER_BODY_SIZE);
    }

    private void serve(RoutingContext context) {
        HttpServerRequest request = context.request();
        String kind = request.headers().contains(HttpHeaders.UPGRADE)
                ? " upgrades"
                : OpenPaths.isOpen(request) ? " reads what is open" : "";
        Turn turn = new Turn(Caller.name(context) + kind, context, vertx.getOrCreateContext());
        State state = join(turn);
        context.addEndHandler(ended -> leave(turn));
        if (kind.isEmpty()) {
            context.addHeadersEndHandler(sent -> {
                if (Caller.isSentEvents(context)) {
                    leave(turn);
                }
            });
        }
        switch (state) {
            case HAS_IT -> context.next();
            case WAITS -> {} // its body waits too: Quarkus lets none come in before somebody reads it
            case IS_OVER -> Refusal.tooManyWaiting(WAITING).send(context);
        }
    }

    private synchronized State join(Turn turn) {
        Line line = lines.computeIfAbsent(turn.caller, caller -> new Line());
        if (line.answering < atATime) {
            line.answering++;
            turn.state = State.HAS_IT;
        } else if (line.waiting.size() < WAITING) {
            line.waiting.add(turn);
            turn.state = State.WAITS;
        }
        return turn.state;
    }

    /** Once it is answered, or its caller has gone. */
    private synchronized void leave(Turn turn) {
        State was = turn.state;
        turn.state = State.IS_OVER;
        Line line = lines.get(turn.caller);
        if (line == null || was == State.IS_OVER) {
            return;
        }
        if (was == State.WAITS) {
            line.waiting.remove(turn);
        } else {
            Turn next = line.waiting.poll();
            if (next == null) {
                line.answering--;
            } else {
                next.state = State.HAS_IT;
                next.begin();
            }
        }
        if (line.answering == 0) {
            lines.remove(turn.caller);
        }
    }

    private enum State {
        WAITS,
        HAS_IT,
        IS_OVER
    }

    /** A caller's. */
    private static final class Line {
        int answering;
        final Queue<Turn> waiting = new ArrayDeque<>();
    }

    private static final class Turn {
        final String caller;
        final RoutingContext context;
        final Context thread;
        State state = State.IS_OVER;

        Turn(String caller, RoutingContext context, Context thread) {
            this.caller = caller;
            this.context = context;
            this.thread = thread;
        }

        void begin() {
            thread.runOnContext(turn -> {
                if (!context.response().closed()) {
                    context.next();
                }
            });
        }
    }
}
