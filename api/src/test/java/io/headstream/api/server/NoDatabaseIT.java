package io.headstream.api.server;

import static io.headstream.api.server.Apart.withKey;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Apart.class)
class NoDatabaseIT {

    @Test
    void without_a_database_the_server_says_what_to_check() {
        withKey()
                .get("/api/traces")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("detail", containsString("HEADSTREAM_NEO4J_URI"));
        withKey()
                .contentType("application/json")
                .body("{\"statement\": \"RETURN 1\"}")
                .post("/api/cypher")
                .then()
                .statusCode(503)
                .body("detail", containsString("HEADSTREAM_NEO4J_URI"));
        withKey().get("/api/queries").then().statusCode(200);
        withKey().get("/q/health/ready").then().statusCode(503).body("status", equalTo("DOWN"));
    }
}
