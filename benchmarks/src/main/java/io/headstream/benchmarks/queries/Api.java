package io.headstream.benchmarks.queries;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** A running Headstream, asked as any client asks it. */
final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;

    Api(String base) {
        this.base = base;
    }

    /** What a path answers. */
    JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(
                ok(send(HttpRequest.newBuilder(URI.create(base + path)).GET().build())));
    }

    /** What a path answers to a body; fails where that is no success. */
    JsonNode post(String path, Map<String, ?> body) throws IOException, InterruptedException {
        return JSON.readTree(ok(tryPost(path, body)));
    }

    /** The response, whatever its status. */
    HttpResponse<String> tryPost(String path, Map<String, ?> body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
    }

    /** The first column of a statement's rows. */
    List<String> column(String statement) throws IOException, InterruptedException {
        JsonNode rows = post("/api/cypher", Map.of("statement", statement, "limit", 10_000))
                .path("rows");
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.get(0).asText())
                .toList();
    }

    /** How many are stored. */
    int traces() throws IOException, InterruptedException {
        return Integer.parseInt(column("MATCH (t:Trace) RETURN count(t)").get(0));
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String ok(HttpResponse<String> response) {
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(
                    response.uri() + " answers " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }
}
