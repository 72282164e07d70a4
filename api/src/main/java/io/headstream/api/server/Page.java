package io.headstream.api.server;

import io.headstream.access.site.ContentPolicy;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The page's index, with a nonce that lets the editor's styles in; all other files are served as they lie. Below {@code /embed/trace/} it is the same page, which shows
 * a trace without anything around it; who may frame it is said by {@link ContentPolicy}.
 */
@ApplicationScoped
public class Page {
    private static final int BEFORE_FILES = -5;
    private static final String FILE = "META-INF/resources/index.html";

    private final ContentPolicy policy;
    private final String html;
    private final String embedded;

    public Page(ContentPolicy policy) {
        this.policy = policy;
        this.html = read();
        // its files lie two folders up
        this.embedded = html.replace("=\"./", "=\"../../");
    }

    void register(@Observes Router router) {
        if (!html.isEmpty()) {
            router.get("/").order(BEFORE_FILES).handler(this::send);
            router.get("/index.html").order(BEFORE_FILES).handler(this::send);
            router.get("/embed/trace/:id").order(BEFORE_FILES).handler(context -> send(context, embedded));
        }
    }

    private void send(RoutingContext context) {
        send(context, html);
    }

    private void send(RoutingContext context, String html) {
        String nonce = policy.nonce();
        context.response()
                .putHeader(ContentPolicy.HEADER, policy.ofPage(nonce))
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                // it names its assets by content, so it alone must be asked for anew
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .end(html.replace("</title>", "</title>\n    <meta property=\"csp-nonce\" nonce=\"" + nonce + "\" />"));
    }

    private static String read() {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the page cannot be read", e);
        }
    }
}
