package io.headstream.standalone;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.StaticHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
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
        StaticHandler files = StaticHandler.create("browser").setIndexPage("index.html");
        router.get("/browser").order(BEFORE_THE_PAGE).handler(context -> context.redirect("/browser/"));
        router.get("/browser/preview/*").order(BEFORE_THE_PAGE).handler(context -> context.fail(404));
        router.get("/browser/*").order(BEFORE_THE_PAGE).handler(this::bound).handler(files);
        router.get("/").order(BEFORE_THE_PAGE).handler(this::discover);
    }

    private void bound(RoutingContext context) {
        HttpServerResponse response = context.response();
        response.putHeader("Content-Security-Policy", policy).putHeader("X-Content-Type-Options", "nosniff");
        context.next();
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
