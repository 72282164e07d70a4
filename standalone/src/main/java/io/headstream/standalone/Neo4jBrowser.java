package io.headstream.standalone;

import io.vertx.core.buffer.Buffer;
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
 * Neo4j Browser at /browser/, as it lies in its artifact. It may load what this server has and speak to this database, and to nothing else.
 */
@ApplicationScoped
public class Neo4jBrowser {
    private static final int BEFORE_THE_PAGE = -10;

    private final String database;
    private final String policy;

    public Neo4jBrowser(
            @ConfigProperty(name = "headstream.bolt.uri") String database,
            @ConfigProperty(name = "headstream.port", defaultValue = "8080") int port) {
        this.database = database;
        this.policy = policy(URI.create(database), port);
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
        String name = path.equals("/browser/") ? "index.html" : path.substring("/browser/".length());
        Optional<Buffer> file = name.startsWith("preview/") ? Optional.empty() : read(name);
        if (file.isEmpty()) {
            context.next();
            return;
        }
        context.response()
                .putHeader("Content-Security-Policy", policy)
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
            context.json(new JsonObject().put("bolt_direct", database).put("neo4j_edition", "community"));
        } else {
            context.next();
        }
    }

    private static String policy(URI database, int port) {
        String bolt = database.getHost() + ":" + (database.getPort() > 0 ? database.getPort() : 7687);
        return "default-src 'self'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:;"
                + " font-src 'self' data:; worker-src 'self' blob:; frame-ancestors 'self'; connect-src 'self' http://localhost:"
                + port + " http://" + bolt + " https://" + bolt + " ws://" + bolt + " wss://" + bolt;
    }
}
