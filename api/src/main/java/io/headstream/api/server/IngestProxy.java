package io.headstream.api.server;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Models, jobs and imports are ingest's. Where it runs in a process of its own, at HEADSTREAM_INGEST_URI, requests for them go through; without that
 * setting they are answered in this process, or not at all.
 */
@ApplicationScoped
public class IngestProxy {
    private static final int BEFORE_RESOURCES = -10;

    private final Optional<URI> ingest;
    private final Vertx vertx;

    public IngestProxy(@ConfigProperty(name = "headstream.ingest.uri") Optional<URI> ingest, Vertx vertx) {
        this.ingest = ingest;
        this.vertx = vertx;
    }

    void register(@Observes Router router) {
        ingest.ifPresent(uri -> {
            HttpClient client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(3000));
            int port = uri.getPort() > 0 ? uri.getPort() : 80;
            HttpProxy proxy = HttpProxy.reverseProxy(client).origin(port, uri.getHost());
            router.route("/api/models*").order(BEFORE_RESOURCES).handler(context -> forward(proxy, context));
            router.route("/api/import*").order(BEFORE_RESOURCES).handler(context -> forward(proxy, context));
            router.route("/api/jobs*").order(BEFORE_RESOURCES).handler(context -> forward(proxy, context));
        });
    }

    private static void forward(HttpProxy proxy, RoutingContext context) {
        proxy.handle(context.request());
    }
}
