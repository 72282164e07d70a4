package io.headstream.api.server;

import static io.headstream.api.server.Apart.withKey;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Apart.class)
class KeyIT {

    @Test
    void however_a_path_is_written_without_the_key_it_gets_no_answer() throws Exception {
        String document = withKey()
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        for (String target : Wire.targets(Wire.document(document))) {
            for (String method : Wire.METHODS) {
                if (!OpenToAll.is(method, target)) {
                    assertThat(Wire.status(method, target, "Host: localhost:" + RestAssured.port))
                            .as(method + " " + target)
                            .isIn(400, 401, 405);
                }
            }
        }
    }

    @Test
    void only_the_setting_s_key_and_those_that_were_added_open() {
        given().get("/q/metrics").then().statusCode(401);
        given().get("/q/openapi").then().statusCode(401);
        given().get("/q/swagger-ui/").then().statusCode(401);
        withKey().get("/q/metrics").then().statusCode(200);
        given().get("/").then().statusCode(200);
    }

    @Test
    void with_a_key_whoever_has_it_is_served() {
        given().get("/api/queries")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("detail", containsString("X-API-Key"));
        given().header("X-API-Key", "other").get("/api/queries").then().statusCode(401);
        withKey().get("/api/queries").then().statusCode(200);
        given().header("Authorization", "Bearer secret")
                .header("Host", "traces.example")
                .get("/api/queries")
                .then()
                .statusCode(200);
        given().get("/q/health/live").then().statusCode(200);
    }
}
