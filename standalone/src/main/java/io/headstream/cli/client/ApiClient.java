package io.headstream.cli.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The API of a running Headstream, with its errors turned into messages and exit codes. */
public final class ApiClient {
    public static final ObjectMapper JSON = new ObjectMapper();
    private static final int TOO_MANY = 429;

    @Option(
            names = "--server",
            paramLabel = "URL",
            defaultValue = "${env:HEADSTREAM_URL:-http://localhost:${env:HEADSTREAM_PORT:-8080}}",
            description = "Address of a running Headstream (${DEFAULT-VALUE}; or HEADSTREAM_URL)")
    private String address = "";

    @Option(names = "--json", description = "Print JSON, for programs")
    private boolean json;

    private @Nullable HttpClient client;

    public boolean json() {
        return json;
    }

    public String address() {
        return address.replaceAll("/+$", "");
    }

    public JsonNode get(String path) {
        return parse(send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString()));
    }

    public JsonNode post(String path, JsonNode body) {
        HttpRequest request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        return parse(send(request, HttpResponse.BodyHandlers.ofString()));
    }

    /**
     * Asks for a job; while as many wait as may, waits too and asks again.
     *
     * @param lines is told so
     */
    public JsonNode postJob(String path, JsonNode body, PrintWriter lines) {
        HttpRequest request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        HttpResponse<String> response = exchange(request, HttpResponse.BodyHandlers.ofString());
        while (response.statusCode() == TOO_MANY) {
            lines.println(refused(response).getMessage() + " (waiting; Ctrl+C gives up)");
            lines.flush();
            sleep(response.headers().firstValueAsLong("Retry-After").orElse(1));
            response = exchange(request, HttpResponse.BodyHandlers.ofString());
        }
        return parse(accepted(response));
    }

    public static void sleep(long seconds) {
        try {
            Thread.sleep(1_000 * seconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.failed("interrupted");
        }
    }

    /** Sends a file. */
    public JsonNode post(String path, Path file) {
        try {
            HttpRequest request = request(path)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofFile(file))
                    .build();
            return parse(send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (FileNotFoundException e) {
            throw CommandFailure.wrongInput("there is no file '" + file + "' that can be read");
        }
    }

    /** What a path has, as it comes. */
    public HttpResponse<InputStream> open(String path) {
        return send(request(path).GET().build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    /** What is answered to a body, as it comes. */
    public HttpResponse<InputStream> open(String path, JsonNode body) {
        HttpRequest request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        return send(request, HttpResponse.BodyHandlers.ofInputStream());
    }

    public void delete(String path) {
        send(request(path).DELETE().build(), HttpResponse.BodyHandlers.ofString());
    }

    /**
     * Reads server-sent events until one is the last that is wanted; returns it, or nothing where the server ends the stream before, as it does
     * when it stops.
     */
    public Optional<JsonNode> follow(String path, Predicate<JsonNode> isLast) {
        HttpRequest request =
                request(path).header("Accept", "text/event-stream").GET().build();
        try (Stream<String> lines =
                send(request, HttpResponse.BodyHandlers.ofLines()).body()) {
            return lines.filter(line -> line.startsWith("data:"))
                    .map(line -> read(line.substring("data:".length())))
                    .filter(isLast)
                    .findFirst();
        } catch (UncheckedIOException e) {
            return Optional.empty(); // cut off
        }
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A query string of what is given. */
    public static String query(Map<String, ? extends @Nullable Object> values) {
        return values.entrySet().stream()
                .filter(value -> value.getValue() != null)
                .map(value -> value.getKey() + "=" + encode(String.valueOf(value.getValue())))
                .collect(Collectors.joining("&"));
    }

    private HttpRequest.Builder request(String path) {
        try {
            HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(address() + path));
            Optional.ofNullable(System.getenv("HEADSTREAM_API_KEY"))
                    .filter(key -> !key.isBlank())
                    .ifPresent(key -> builder.header("X-API-Key", key.strip()));
            return builder;
        } catch (IllegalArgumentException e) {
            throw CommandFailure.wrongInput(
                    "'" + address + "' is not an address; give one such as http://localhost:8080");
        }
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        return accepted(exchange(request, handler));
    }

    private static <T> HttpResponse<T> accepted(HttpResponse<T> response) {
        if (response.statusCode() >= 400) {
            throw refused(response);
        }
        return response;
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client(request.uri()).send(request, handler);
        } catch (IOException e) {
            throw CommandFailure.unanswered(
                    "no Headstream answers at " + address() + "; start it with ./headstream, or give --server");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.failed("interrupted");
        }
    }

    private synchronized HttpClient client(URI uri) {
        HttpClient known = client;
        if (known == null) {
            known = "http".equalsIgnoreCase(uri.getScheme())
                    ? HttpClient.newBuilder().sslContext(new NoTls()).build()
                    : HttpClient.newHttpClient();
            client = known;
        }
        return known;
    }

    private static CommandFailure refused(HttpResponse<?> response) {
        String body = text(response.body());
        String why;
        try {
            JsonNode problem = JSON.readTree(body);
            why = problem.path("detail").asText(problem.path("title").asText("status " + response.statusCode()));
        } catch (JsonProcessingException e) {
            why = "the server answered with status " + response.statusCode();
        }
        if (response.statusCode() >= 502 && response.statusCode() <= 504) {
            return CommandFailure.unanswered(why); // of what stands before a server that is away
        }
        return response.statusCode() < 500 ? CommandFailure.wrongInput(why) : CommandFailure.failed(why);
    }

    private static String text(Object body) {
        if (body instanceof InputStream stream) {
            try (stream) {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                return "";
            }
        }
        return body instanceof Stream<?> lines
                ? String.join("\n", lines.map(String::valueOf).toList())
                : String.valueOf(body);
    }

    private static JsonNode parse(HttpResponse<String> response) {
        return read(response.body());
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw CommandFailure.failed("the server's answer is not JSON; is something else at that address?");
        }
    }
}
