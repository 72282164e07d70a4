package io.headstream.api.server;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.headstream.api.Neo4jServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(KeyTest.WithKey.class)
@QuarkusTestResource(Neo4jServer.class)
class KeyTest {

    public static final class WithKey implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("headstream.api-key", "secret");
        }
    }

    @Test
    void with_a_key_whoever_has_it_is_served() {
        given().get("/api/queries")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("detail", containsString("X-API-Key"));
        given().header("X-API-Key", "other").get("/api/queries").then().statusCode(401);
        given().header("X-API-Key", "secret").get("/api/queries").then().statusCode(200);
        given().header("Authorization", "Bearer secret")
                .header("Host", "traces.example")
                .get("/api/queries")
                .then()
                .statusCode(200);
        given().get("/q/health/live").then().statusCode(200);
    }
}
