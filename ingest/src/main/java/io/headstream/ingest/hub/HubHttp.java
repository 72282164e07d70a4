package io.headstream.ingest.hub;

import io.headstream.tracer.error.TraceException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Requests to the hub. Redirects are followed here rather than by Java's client, because the token goes to the hub alone and never to
 * the store of files that it redirects to.
 */
final class HubHttp {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final int MOST_REDIRECTS = 10;

    private final HubSettings settings;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    HubHttp(HubSettings settings) {
        this.settings = settings;
    }

    /**
     * The last answer of a chain of redirects.
     *
     * @param hub headers of the hub's own last answer in the chain, which say what a file is
     * @param fromHub whether the hub itself gave the body
     * @param tokenSent whether the hub was sent a token
     */
    record Answer(int status, HttpHeaders headers, HubBody body, HttpHeaders hub, boolean fromHub, boolean tokenSent)
            implements AutoCloseable {
        Optional<String> header(String name) {
            return headers.firstValue(name);
        }

        @Override
        public void close() {
            body.close();
        }
    }

    /** Asks the hub for the bytes at a path such as {@code /api/models/gpt2}. */
    Answer get(String path, Map<String, String> headers) throws IOException, InterruptedException {
        return send("GET", path, headers, true);
    }

    /** What the hub says of a file, without following it to where its bytes are. */
    Answer head(String path) throws IOException, InterruptedException {
        return send("HEAD", path, Map.of(), false);
    }

    private Answer send(String method, String path, Map<String, String> headers, boolean leaveHub)
            throws IOException, InterruptedException {
        URI hub = address(settings.endpoint() + path);
        Optional<String> token = settings.token();
        URI at = hub;
        HttpHeaders ofHub = HttpHeaders.of(Map.of(), (name, value) -> true);
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            boolean fromHub = isSameOrigin(hub, at);
            HttpRequest.Builder request = HttpRequest.newBuilder(at)
                    .method(method, HttpRequest.BodyPublishers.noBody())
                    .timeout(ANSWER)
                    .header("User-Agent", "headstream")
                    .header("Accept-Encoding", "identity");
            headers.forEach(request::header);
            if (fromHub) {
                token.ifPresent(t -> request.header("Authorization", "Bearer " + t));
            }
            HttpResponse<HubBody> response = client.send(request.build(), info -> new HubBody());
            ofHub = fromHub ? response.headers() : ofHub;
            Optional<URI> next = redirect(at, response);
            if (next.isEmpty() || !leaveHub && !isSameOrigin(hub, next.get())) {
                return new Answer(
                        response.statusCode(), response.headers(), response.body(), ofHub, fromHub, token.isPresent());
            }
            response.body().close();
            at = next.get();
        }
        throw new TraceException("the hub at " + settings.endpoint() + " redirects in a circle");
    }

    private static Optional<URI> redirect(URI from, HttpResponse<?> response) {
        int status = response.statusCode();
        boolean moved = status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
        return response.headers().firstValue("Location").filter(l -> moved).map(location -> {
            URI to = from.resolve(address(location));
            boolean plain = "http".equals(to.getScheme());
            if (!plain && !"https".equals(to.getScheme()) || plain && "https".equals(from.getScheme())) {
                throw new TraceException("the hub redirects from " + from.getScheme() + " to " + to.getScheme()
                        + ", which is not followed");
            }
            return to;
        });
    }

    private static boolean isSameOrigin(URI a, URI b) {
        return a.getScheme().equals(b.getScheme())
                && String.valueOf(a.getHost()).equalsIgnoreCase(b.getHost())
                && a.getPort() == b.getPort();
    }

    private static URI address(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new TraceException("'" + text.replaceAll("\\?.*", "") + "' is no address; is HF_ENDPOINT right?", e);
        }
    }
}
