package io.headstream.api.server;

import io.headstream.access.connection.Heartbeat;
import io.headstream.access.guard.Admission;
import io.headstream.access.guard.Behalf;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Models, jobs, imports and what is computed on demand are ingest's. Where it runs in a process of its own, at HEADSTREAM_INGEST_URI, requests for them go through, with
 * the name and role of who sent them; without that setting they are answered in this process, or not at all.
 */
@ApplicationScoped
public class IngestProxy {
    private static final int BEFORE_RESOURCES = -10;

    private static final List<String> OF_INGEST = List.of("/api/models", "/api/import", "/api/jobs", "/api/computed");

    private final Optional<URI> ingest;
    private final Admission admission;
    private final Behalf behalf;
    private final Vertx vertx;

    public IngestProxy(
            @ConfigProperty(name = "headstream.ingest.uri") Optional<URI> ingest,
            Admission admission,
            Behalf behalf,
            Vertx vertx) {
        this.admission = admission;
        this.behalf = behalf;
        this.ingest = ingest;
        this.vertx = vertx;
    }

    void register(@Observes Router router) {
        ingest.ifPresent(uri -> {
            HttpClient client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(3000));
            int port = uri.getPort() > 0 ? uri.getPort() : 80;
            HttpProxy proxy = HttpProxy.reverseProxy(client).origin(port, uri.getHost());
            for (String path : OF_INGEST) {
                router.route(path).order(BEFORE_RESOURCES).handler(context -> forward(proxy, context));
                router.route(path + "/*").order(BEFORE_RESOURCES).handler(context -> forward(proxy, context));
            }
        });
    }

    private void forward(HttpProxy proxy, RoutingContext context) {
        admission.admit(context, () -> {
            behalf.put(context, context.request().headers());
            Heartbeat.leave(context);
            proxy.handle(context.request());
        });
    }
}
