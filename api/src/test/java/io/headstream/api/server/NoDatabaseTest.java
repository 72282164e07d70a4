package io.headstream.api.server;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(NoDatabaseTest.Nowhere.class)
class NoDatabaseTest {

    public static final class Nowhere implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("headstream.neo4j.uri", "bolt://127.0.0.1:1");
        }
    }

    @Test
    void without_a_database_the_server_says_what_to_check() {
        given().get("/api/traces")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("detail", containsString("HEADSTREAM_NEO4J_URI"));
        given().contentType("application/json")
                .body("{\"statement\": \"RETURN 1\"}")
                .post("/api/cypher")
                .then()
                .statusCode(503)
                .body("detail", containsString("HEADSTREAM_NEO4J_URI"));
        given().get("/api/queries").then().statusCode(200);
        given().get("/q/health/ready").then().statusCode(503).body("status", equalTo("DOWN"));
    }
}
