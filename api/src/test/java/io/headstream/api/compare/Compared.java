package io.headstream.api.compare;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headstream.api.Traced;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Comparisons asked over HTTP, and what they are checked against. */
final class Compared {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path GOLDEN =
            Path.of(System.getProperty("headstream.root"), "tracer/src/test/resources/golden");

    private Compared() {}

    static JsonNode get(String asked) {
        return json(given().urlEncodingEnabled(false)
                .get("/api/compare?" + asked)
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    static JsonNode cypher(String statement, Object parameters) {
        return asked(Map.of("statement", statement, "parameters", parameters));
    }

    /** With as many rows as that. */
    static JsonNode cypher(String statement, Object parameters, int limit) {
        return asked(Map.of("statement", statement, "parameters", parameters, "limit", limit));
    }

    private static JsonNode asked(Map<String, Object> statement) {
        return json(given().contentType("application/json")
                .body(JSON.valueToTree(statement).toString())
                .post("/api/cypher")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    /** The trace that a job makes. */
    static String trace(Map<String, Object> request) {
        return traces(request).get(0);
    }

    static List<String> traces(Map<String, Object> request) {
        String job = given().contentType("application/json")
                .body(request)
                .post("/api/jobs")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        return Traced.await(job).getList("traces");
    }

    /** A trace of token ids by one of the small reference models. */
    static String tokens(String model, List<Integer> tokens) {
        given().contentType("application/json")
                .body(Map.of("source", GOLDEN.resolve(model).toString()))
                .post("/api/models")
                .then()
                .statusCode(201);
        return trace(Map.of("model", model, "tokens", tokens));
    }

    static JsonNode golden(String name) {
        try {
            return JSON.readTree(GOLDEN.resolve("sample/" + name + ".json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode row(JsonNode rows, String name) {
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.get("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row '" + name + "' in " + rows));
    }

    static JsonNode row(JsonNode rows, String left, int pair) {
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.path("left").asText().equals(left)
                        && row.get("pair").asInt() == pair)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row of '" + left + "'"));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
