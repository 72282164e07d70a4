package io.headstream.api.library;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Named queries asked over HTTP, and the figures that other implementations computed. */
final class Asked {
    private static final ObjectMapper JSON =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    private Asked() {}

    private record Answer(List<String> columns, List<List<Object>> rows) {}

    static List<Map<String, Object>> ask(String query, Map<String, Object> parameters) {
        Answer answer = parsed(answer(query, parameters).asByteArray());
        return answer.rows().stream().map(row -> zip(answer.columns(), row)).toList();
    }

    static ExtractableResponse<Response> answer(String query, Map<String, Object> parameters) {
        return given().contentType("application/json")
                .body(Map.of("parameters", parameters))
                .post("/api/queries/" + query)
                .then()
                .statusCode(200)
                .extract();
    }

    private static Answer parsed(byte[] body) {
        try {
            return JSON.readValue(body, Answer.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, Object> zip(List<String> columns, List<Object> row) {
        Map<String, Object> named = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            named.put(columns.get(i), row.get(i));
        }
        return named;
    }

    static List<String> names(List<Map<String, Object>> rows, String column) {
        return rows.stream().map(row -> String.valueOf(row.get(column))).toList();
    }

    static Map<String, Object> row(List<Map<String, Object>> rows, String column, String value) {
        return rows.stream()
                .filter(row -> value.equals(row.get(column)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row with " + column + " " + value));
    }

    static double number(Map<String, Object> row, String column) {
        return ((Number) row.get(column)).doubleValue();
    }

    static JsonNode golden(String name) {
        return read(name + ".json");
    }

    static JsonNode flow(String name) {
        return read(name + "-flow.json");
    }

    static JsonNode read(String file) {
        Path path = Path.of(System.getProperty("headstream.root"), "tracer/src/test/resources/golden/sample", file);
        try {
            return JSON.readTree(path.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
