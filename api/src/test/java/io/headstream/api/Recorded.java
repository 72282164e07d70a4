package io.headstream.api;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Answers of the api that the page's tests draw. With -Dheadstream.docs=write they are written. */
public final class Recorded {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FIXTURES = Path.of("../ui/test/fixtures");

    private Recorded() {}

    /** What a trace answers at a path, kept under the name, which stands in it for the trace's id. */
    public static JsonNode answer(String name, String trace, String path) throws IOException {
        String body = answered(trace, path);
        if ("write".equals(System.getProperty("headstream.docs"))) {
            Files.writeString(FIXTURES.resolve(name + ".json"), body.replace(trace, name) + "\n");
        }
        return JSON.readTree(body);
    }

    /** The same, not kept. */
    public static JsonNode answer(String trace, String path) throws IOException {
        return JSON.readTree(answered(trace, path));
    }

    private static String answered(String trace, String path) {
        return given().get("/api/traces/" + trace + path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
