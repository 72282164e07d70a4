package io.headstream.standalone.bolt;

import io.headstream.access.caller.Role;
import io.headstream.access.guard.Admission;
import io.headstream.access.refusal.Refusal;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Takes the WebSockets that Neo4j Browser opens at this server (its driver ignores paths, so they come to /) to the embedded database, logged on. Only for
 * the page that this server itself has sent, and only for who may administer. There is none where the database is a server of one's own.
 */
@ApplicationScoped
public class BrowserTunnel {
    private static final int BEFORE_THE_PAGE = -20;
    private static final int MOST_AT_A_TIME = 64;
    private static final int CONNECT_MILLIS = 5_000;

    private final Admission admission;
    private final Vertx vertx;
    private final NetClient databases;
    private final Optional<Buffer> logon;
    private final int port;
    private final AtomicInteger open = new AtomicInteger();

    public BrowserTunnel(
            Admission admission,
            Vertx vertx,
            @ConfigProperty(name = "headstream.browser-account.name") Optional<String> user,
            @ConfigProperty(name = "headstream.browser-account.password") Optional<String> password,
            @ConfigProperty(name = "headstream.bolt.port", defaultValue = "7687") int port) {
        this.admission = admission;
        this.vertx = vertx;
        this.databases = vertx.createNetClient(new NetClientOptions().setConnectTimeout(CONNECT_MILLIS));
        this.logon = user.flatMap(name -> password.map(secret -> Logon.of(name, secret)));
        this.port = port;
    }

    void register(@Observes Router router) {
        logon.ifPresent(message -> router.get("/").order(BEFORE_THE_PAGE).handler(context -> handle(context, message)));
    }

    private void handle(RoutingContext context, Buffer message) {
        HttpServerRequest request = context.request();
        if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
            context.next();
        } else if (!OwnOrigin.sent(request)) {
            refuse(
                    context,
                    Refusal.forbidden(
                            "the database is open to this server's own page alone; programs connect over Bolt"));
        } else {
            request.pause();
            admission.admit(context, Role.ADMIN, () -> connect(context, message));
        }
    }

    private void connect(RoutingContext context, Buffer message) {
        if (open.incrementAndGet() > MOST_AT_A_TIME) {
            open.decrementAndGet();
            refuse(context, Refusal.unavailable("too many connections of Neo4j Browser; close some of its tabs"));
            return;
        }
        databases.connect(port, "127.0.0.1").onComplete(connected -> {
            if (connected.failed()) {
                open.decrementAndGet();
                refuse(context, Refusal.unavailable("the database cannot be reached"));
                return;
            }
            connected.result().closeHandler(closed -> open.decrementAndGet());
            connected.result().pause();
            context.request().toWebSocket().onComplete(upgraded -> {
                if (upgraded.failed()) {
                    connected.result().close();
                    return;
                }
                ServerWebSocket client = upgraded.result();
                client.pause();
                Tunnel.join(vertx, client, connected.result(), new Opening(message));
            });
        });
    }

    private static void refuse(RoutingContext context, Refusal refusal) {
        context.response().putHeader("Connection", "close");
        refusal.send(context);
    }
}
