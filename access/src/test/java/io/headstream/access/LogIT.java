package io.headstream.access;

import static io.headstream.access.Keyed.SECRET;
import static io.headstream.access.Keyed.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.headstream.access.session.SessionCookie;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Keyed.class)
class LogIT {

    @Test
    void no_key_is_in_a_log() {
        try (LogLines lines = new LogLines()) {
            String key = Keyed.add("logged", "read");
            with(key).get("/api/things").then().statusCode(200);
            with(key).post("/api/things").then().statusCode(403);
            with(key + "x").get("/api/things").then().statusCode(401);
            String cookie = given().contentType("application/json")
                    .body(Map.of("key", key))
                    .post("/api/session")
                    .then()
                    .statusCode(200)
                    .extract()
                    .cookie(SessionCookie.NAME);
            given().contentType("application/json")
                    .body("{\"key\": \"" + key + "\" broken")
                    .post("/api/session")
                    .then()
                    .statusCode(400);
            assertThat(lines.text())
                    .contains("the listener listens")
                    .doesNotContain(key)
                    .doesNotContain(SECRET)
                    .doesNotContain(cookie);
        }
    }
}
