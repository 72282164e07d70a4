package io.headstream.standalone.bolt;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.NetSocket;

/** One WebSocket joined to one connection to the database; when either ends, so does the other. All on one event loop. */
final class Tunnel {
    private static final long LOGON_MILLIS = 10_000;
    private static final long PING_MILLIS = 30_000;
    private static final short POLICY_VIOLATION = 1008;

    private final Vertx vertx;
    private final ServerWebSocket client;
    private final NetSocket database;
    private final Opening opening;
    private final long deadline;
    private final long pings;
    private boolean answered = true;

    private Tunnel(Vertx vertx, ServerWebSocket client, NetSocket database, Opening opening) {
        this.vertx = vertx;
        this.client = client;
        this.database = database;
        this.opening = opening;
        this.deadline = vertx.setTimer(LOGON_MILLIS, timer -> refuseIfClosed());
        this.pings = vertx.setPeriodic(PING_MILLIS, timer -> ping());
    }

    static void join(Vertx vertx, ServerWebSocket client, NetSocket database, Opening opening) {
        new Tunnel(vertx, client, database, opening).run();
    }

    private void run() {
        client.pongHandler(pong -> answered = true);
        client.closeHandler(closed -> end());
        client.exceptionHandler(failure -> end());
        client.handler(this::fromClient);
        database.exceptionHandler(failure -> end());
        database.pipeTo(client).onComplete(ended -> end());
        client.resume();
    }

    private void fromClient(Buffer bytes) {
        try {
            Buffer out = opening.take(bytes);
            if (out.length() > 0) {
                database.write(out);
            }
        } catch (Opening.Refused e) {
            client.close(POLICY_VIOLATION, e.getMessage());
            return;
        }
        if (database.writeQueueFull()) {
            client.pause();
            database.drainHandler(drained -> client.resume());
        }
    }

    private void refuseIfClosed() {
        if (!opening.isOver()) {
            client.close(POLICY_VIOLATION, "no LOGON in time");
        }
    }

    // a browser whose machine is gone sends no end
    private void ping() {
        if (!answered) {
            client.close();
            end();
        } else {
            answered = false;
            client.writePing(Buffer.buffer("headstream"));
        }
    }

    private void end() {
        vertx.cancelTimer(deadline);
        vertx.cancelTimer(pings);
        database.close();
    }
}
