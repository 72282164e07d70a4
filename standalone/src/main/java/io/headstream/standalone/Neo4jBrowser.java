package io.headstream.standalone;

import io.headstream.standalone.bolt.OwnOrigin;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.MimeMapping;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Neo4j Browser at /browser/, as it lies in its artifact. It may load what this server has and speak to this database, and to nothing else: to the
 * embedded one through this server ({@link io.headstream.standalone.bolt.BrowserTunnel}), else to the server of one's own.
 */
@ApplicationScoped
public class Neo4jBrowser {
    private static final int BEFORE_THE_PAGE = -10;
    private static final int DEFAULT_BOLT_PORT = 7687;

    private final String database;
    private final boolean embedded;
    private final String files;

    public Neo4jBrowser(
            @ConfigProperty(name = "headstream.bolt.uri") String database,
            @ConfigProperty(name = "headstream.embedded-data") Optional<String> embedded,
            @ConfigProperty(name = "headstream.port", defaultValue = "8080") int port) {
        this.database = database;
        this.embedded = embedded.isPresent();
        this.files = "http://localhost:" + port;
    }

    void register(@Observes Router router) {
        router.get("/browser*").order(BEFORE_THE_PAGE).blockingHandler(this::send, false);
        router.get("/").order(BEFORE_THE_PAGE).handler(this::discover);
    }

    private void send(RoutingContext context) {
        String path = context.normalizedPath();
        if (path.equals("/browser")) {
            context.redirect("/browser/");
            return;
        }
        if (!path.startsWith("/browser/")) {
            context.next();
            return;
        }
        if (path.equals("/browser/") && embedded && context.request().getParam("dbms") == null) {
            context.redirect("/browser/?dbms=" + OwnOrigin.bolt(context.request()) + "&preselectAuthMethod=NO_AUTH");
            return;
        }
        String name = path.equals("/browser/") ? "index.html" : path.substring("/browser/".length());
        Optional<Buffer> file = name.startsWith("preview/") ? Optional.empty() : read(name);
        if (file.isEmpty()) {
            context.next();
            return;
        }
        context.response()
                .putHeader("Content-Security-Policy", policy(context.request()))
                .putHeader("X-Content-Type-Options", "nosniff")
                // all but the index are named by their content
                .putHeader("Cache-Control", name.endsWith(".html") ? "no-cache" : "max-age=86400")
                .putHeader("Content-Type", MimeMapping.getMimeTypeForFilename(name))
                .end(file.get());
    }

    private static Optional<Buffer> read(String name) {
        try (InputStream in = Neo4jBrowser.class.getClassLoader().getResourceAsStream("browser/" + name)) {
            return in == null || name.endsWith("/") ? Optional.empty() : Optional.of(Buffer.buffer(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name + " of Neo4j Browser's artifact", e);
        }
    }

    // Browser asks the server it came from where the database is
    private void discover(RoutingContext context) {
        String accepted = String.valueOf(context.request().getHeader("Accept"));
        if (accepted.contains("application/json") && !accepted.contains("text/html")) {
            context.json(new JsonObject()
                    .put("bolt_direct", embedded ? OwnOrigin.bolt(context.request()) : database)
                    .put("neo4j_edition", "community"));
        } else {
            context.next();
        }
    }

    private String policy(HttpServerRequest request) {
        return "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:;"
                + " font-src 'self' data:; worker-src 'self' blob:; manifest-src 'self'; base-uri 'none'; form-action 'none';"
                + " frame-ancestors 'none'; connect-src 'self' " + files + " " + sockets(request);
    }

    private String sockets(HttpServerRequest request) {
        if (embedded) {
            return OwnOrigin.socket(request);
        }
        URI uri = URI.create(database);
        String bolt = uri.getHost() + ":" + (uri.getPort() > 0 ? uri.getPort() : DEFAULT_BOLT_PORT);
        return "http://" + bolt + " https://" + bolt + " ws://" + bolt + " wss://" + bolt;
    }
}
