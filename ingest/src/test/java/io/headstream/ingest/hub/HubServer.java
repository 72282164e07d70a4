package io.headstream.ingest.hub;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A hub as huggingface.co is one: the API and small files at one address, what git LFS holds at another to which a signed redirect leads,
 * and on request every fault that a network has.
 */
public final class HubServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern API = Pattern.compile("/api/models/(.+?)/(revision|tree)/([^/]+)");
    private static final Pattern RESOLVE = Pattern.compile("/(.+?)/resolve/([^/]+)/(.+)");
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-");

    private final HttpServer hub;
    private final HttpServer cdn;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "hub");
        thread.setDaemon(true);
        return thread;
    });

    public final HubFaults faults = new HubFaults();
    public final Map<String, HubRepository> repositories = new java.util.concurrent.ConcurrentHashMap<>();
    public final List<Asked> asked = new CopyOnWriteArrayList<>();

    /** A request that came. */
    public record Asked(
            boolean cdn, String method, String path, Optional<String> range, Optional<String> authorization) {
        public boolean isBody() {
            return method.equals("GET") && (cdn || path.contains("/resolve/"));
        }
    }

    public HubServer() throws IOException {
        hub = start(this::hub);
        cdn = start(this::cdn);
    }

    private HttpServer start(com.sun.net.httpserver.HttpHandler handler) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                asked.add(new Asked(
                        server.getAddress().getPort() != hubPort(),
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().toString(),
                        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Range")),
                        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))));
                handler.handle(exchange);
            }
        });
        server.start();
        return server;
    }

    private int hubPort() {
        return hub.getAddress().getPort();
    }

    public String url() {
        return "http://localhost:" + hubPort();
    }

    /** Requests for files' bytes, which is what a second pull does without. */
    public List<Asked> bodies() {
        return asked.stream().filter(Asked::isBody).toList();
    }

    private void hub(HttpExchange exchange) throws IOException {
        if (faults.answersStatus(exchange)) {
            return;
        }
        String path = exchange.getRequestURI().getRawPath();
        Matcher api = API.matcher(path);
        Matcher resolve = RESOLVE.matcher(path);
        boolean isApi = api.matches();
        if (!isApi && !resolve.matches()) {
            status(exchange, 404, Map.of());
            return;
        }
        Matcher asks = isApi ? api : resolve;
        HubRepository repository = repositories.get(asks.group(1));
        String revision = URLDecoder.decode(asks.group(isApi ? 3 : 2), StandardCharsets.UTF_8);
        if (repository == null) {
            // as the hub does: who may not know of a model is told the same as of one that is not there
            status(exchange, authorized(exchange) ? 404 : 401, Map.of("X-Error-Code", "RepoNotFound"));
        } else if (repository.movedTo().isPresent()) {
            String to =
                    path.replaceFirst(repository.name(), repository.movedTo().get());
            String query = exchange.getRequestURI().getRawQuery();
            status(exchange, 307, Map.of("Location", query == null ? to : to + "?" + query));
        } else if (repository.token().isPresent()
                && !authorizedBy(exchange, repository.token().get())) {
            status(exchange, authorized(exchange) ? 403 : 401, Map.of("X-Error-Code", "GatedRepo"));
        } else if (!repository.commit(revision).isPresent()) {
            status(exchange, 404, Map.of("X-Error-Code", "RevisionNotFound"));
        } else if (isApi) {
            json(exchange, api.group(2).equals("tree") ? tree(repository) : listing(repository, exchange));
        } else {
            resolve(exchange, repository, URLDecoder.decode(resolve.group(3), StandardCharsets.UTF_8));
        }
    }

    private static boolean authorized(HttpExchange exchange) {
        return exchange.getRequestHeaders().containsKey("Authorization");
    }

    private static boolean authorizedBy(HttpExchange exchange, String token) {
        return ("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private ObjectNode listing(HubRepository repository, HttpExchange exchange) {
        boolean blobs = !faults.withoutBlobs
                && String.valueOf(exchange.getRequestURI().getQuery()).contains("blobs=");
        ObjectNode answer = JSON.createObjectNode().put("id", repository.name()).put("sha", repository.commit());
        ArrayNode siblings = answer.putArray("siblings");
        repository.files().forEach((path, bytes) -> {
            ObjectNode sibling = siblings.addObject().put("rfilename", path);
            if (blobs) {
                sibling.put("blobId", HubRepository.gitSha1(bytes)).put("size", bytes.length);
                if (HubRepository.isLfs(path)) {
                    sibling.putObject("lfs")
                            .put("sha256", HubRepository.sha256(bytes))
                            .put("size", bytes.length)
                            .put("pointerSize", 130);
                }
            }
        });
        return answer;
    }

    private static ArrayNode tree(HubRepository repository) {
        ArrayNode tree = JSON.createArrayNode();
        repository.files().forEach((path, bytes) -> {
            ObjectNode file = tree.addObject()
                    .put("type", "file")
                    .put("path", path)
                    .put("size", bytes.length)
                    .put("oid", HubRepository.gitSha1(bytes));
            if (HubRepository.isLfs(path)) {
                file.putObject("lfs")
                        .put("oid", HubRepository.sha256(bytes))
                        .put("size", bytes.length)
                        .put("pointerSize", 130);
            }
        });
        return tree;
    }

    private void resolve(HttpExchange exchange, HubRepository repository, String path) throws IOException {
        byte[] bytes = repository.files().get(path);
        Headers headers = exchange.getResponseHeaders();
        headers.set("X-Repo-Commit", repository.commit());
        if (bytes == null) {
            status(exchange, 404, Map.of("X-Error-Code", "EntryNotFound"));
        } else if (HubRepository.isLfs(path)) {
            String sha256 = HubRepository.sha256(bytes);
            headers.set("X-Linked-Etag", "\"" + sha256 + "\"");
            headers.set("X-Linked-Size", "" + bytes.length);
            headers.set("ETag", "\"of-the-redirect-itself\"");
            String signed = "http://localhost:" + cdn.getAddress().getPort() + "/" + repository.name() + "/" + path
                    + "?X-Amz-Signature=abc&Expires=3600";
            status(exchange, 302, Map.of("Location", signed));
        } else {
            headers.set("ETag", "\"" + HubRepository.gitSha1(bytes) + "\"");
            body(exchange, bytes);
        }
    }

    private void cdn(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(1);
        Optional<byte[]> bytes = repositories.values().stream()
                .filter(r -> path.startsWith(r.name() + "/"))
                .map(r -> r.files().get(path.substring(r.name().length() + 1)))
                .findFirst();
        boolean signed = String.valueOf(exchange.getRequestURI().getQuery()).contains("X-Amz-Signature=");
        if (authorized(exchange) || !signed || bytes.isEmpty()) {
            status(exchange, 400, Map.of()); // as S3 answers a token beside a signature
            return;
        }
        exchange.getResponseHeaders().set("ETag", "\"of-the-store-5\"");
        body(exchange, faults.bytes(bytes.get()));
    }

    private void body(HttpExchange exchange, byte[] bytes) throws IOException {
        Matcher range =
                RANGE.matcher(String.valueOf(exchange.getRequestHeaders().getFirst("Range")));
        int from = range.matches() && !faults.withoutRanges ? Integer.parseInt(range.group(1)) : 0;
        Headers headers = exchange.getResponseHeaders();
        headers.set("Accept-Ranges", "bytes");
        if (from > 0 && from >= bytes.length) {
            status(exchange, 416, Map.of("Content-Range", "bytes */" + bytes.length));
            return;
        }
        if (from > 0) {
            headers.set("Content-Range", "bytes " + from + "-" + (bytes.length - 1) + "/" + bytes.length);
        }
        byte[] rest = Arrays.copyOfRange(bytes, from, bytes.length);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        if (head) {
            headers.set("Content-Length", "" + rest.length);
        }
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, head ? -1 : rest.length == 0 ? -1 : rest.length);
        if (!head && rest.length > 0) {
            OutputStream out = exchange.getResponseBody();
            faults.write(rest, out);
        }
    }

    private static void json(HttpExchange exchange, com.fasterxml.jackson.databind.JsonNode node) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(node);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    static void status(HttpExchange exchange, int status, Map<String, String> headers) throws IOException {
        headers.forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(status, -1);
    }

    @Override
    public void close() {
        hub.stop(0);
        cdn.stop(0);
        threads.shutdownNow();
    }
}
