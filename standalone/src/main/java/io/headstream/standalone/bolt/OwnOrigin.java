package io.headstream.standalone.bolt;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.List;

/** The origin of this server as the caller addressed it: whether that name is the server's is for the guard to say. */
public final class OwnOrigin {
    private OwnOrigin() {}

    /** Whether the page that sent a request came from here: a browser always says so when it opens a WebSocket. */
    static boolean sent(HttpServerRequest request) {
        List<String> origins = request.headers().getAll("Origin");
        HostAndPort own = request.authority();
        return own != null
                && origins.size() == 1
                && origins.get(0).equalsIgnoreCase(request.scheme() + "://" + name(request, own));
    }

    /** Where Neo4j Browser's driver finds the database through this server, such as bolt://localhost:8080. */
    public static String bolt(HttpServerRequest request) {
        return (isSecure(request) ? "bolt+s://" : "bolt://") + withPort(request);
    }

    /** The same as a page's policy names it. */
    public static String socket(HttpServerRequest request) {
        return (isSecure(request) ? "wss://" : "ws://") + withPort(request);
    }

    private static String withPort(HttpServerRequest request) {
        HostAndPort own = request.authority();
        return own == null ? "localhost" : own.host() + ":" + port(request, own);
    }

    // as origins are written, without the scheme's own port
    private static String name(HttpServerRequest request, HostAndPort own) {
        int port = port(request, own);
        return port == standard(request) ? own.host() : own.host() + ":" + port;
    }

    private static int port(HttpServerRequest request, HostAndPort own) {
        return own.port() > 0 ? own.port() : standard(request);
    }

    private static int standard(HttpServerRequest request) {
        return isSecure(request) ? 443 : 80;
    }

    private static boolean isSecure(HttpServerRequest request) {
        return "https".equals(request.scheme());
    }
}
