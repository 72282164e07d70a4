package io.headstream.access;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A server with a key in its settings, behind a proxy on this machine, so that a caller may come from anywhere. */
public final class Keyed implements QuarkusTestProfile {
    public static final String SECRET = "the-setting-s-own-secret";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "headstream.api-key",
                SECRET,
                "headstream.data",
                folder().toString(),
                "headstream.trusted-proxies",
                "127.0.0.1");
    }

    public static RequestSpecification with(String key) {
        return given().header("X-API-Key", key);
    }

    /** Makes a key and returns its secret. */
    public static String add(String name, String role) {
        return with(SECRET)
                .contentType("application/json")
                .body(Map.of("name", name, "role", role))
                .post("/api/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("headstream-keys");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
