package io.headstream.access.session;

import static io.headstream.access.Keyed.SECRET;
import static io.headstream.access.Keyed.add;
import static io.headstream.access.Keyed.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.headstream.access.Keyed;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Keyed.class)
class SessionIT {

    @Test
    void a_key_is_exchanged_once_for_a_cookie_that_no_script_reads_and_no_other_site_sends() {
        String set = signIn(SECRET)
                .then()
                .statusCode(200)
                .body("role", equalTo("admin"))
                .extract()
                .header("Set-Cookie");
        assertThat(attributes(set))
                .contains("httponly", "samesite=strict", "path=/", "max-age=43200")
                .doesNotContain(";secure")
                .doesNotContain(SECRET);
        String secure = given().header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "traces.example")
                .header("Origin", "https://traces.example")
                .contentType("application/json")
                .body(Map.of("key", SECRET))
                .post("/api/session")
                .then()
                .statusCode(200)
                .extract()
                .header("Set-Cookie");
        assertThat(attributes(secure)).contains(";secure");
    }

    @Test
    void a_session_reads_and_writes_as_its_key_from_the_page_s_own_origin_alone() {
        String cookie = session(add("page", "trace"));
        as(cookie).get("/api/things").then().statusCode(200).body(equalTo("page"));
        as(cookie).get("/api/session").then().statusCode(200).body("name", equalTo("page"), "keyed", equalTo(true));
        as(cookie).header("Origin", own()).post("/api/things").then().statusCode(200);
        as(cookie)
                .header("Sec-Fetch-Site", "same-origin")
                .post("/api/things")
                .then()
                .statusCode(200);
        as(cookie).post("/api/things").then().statusCode(403).body("detail", containsString("Origin"));
        for (String foreign : List.of(
                "http://localhost:1", "http://evil.example", "null", "https://localhost:" + RestAssured.port, "")) {
            as(cookie).header("Origin", foreign).post("/api/things").then().statusCode(403);
            as(cookie).header("Origin", foreign).get("/api/things").then().statusCode(403);
        }
        as(cookie)
                .header("Sec-Fetch-Site", "same-site")
                .get("/api/things")
                .then()
                .statusCode(403);
        as(cookie).header("Origin", own()).delete("/api/keys/page").then().statusCode(403);
    }

    @Test
    void a_session_ends_at_signing_out_and_with_its_key() {
        String key = add("brief", "read");
        String first = session(key);
        String second = session(key);
        as(first).header("Origin", own()).delete("/api/session").then().statusCode(204);
        as(first).get("/api/things").then().statusCode(401).body("detail", containsString("sign in again"));
        as(second).get("/api/things").then().statusCode(200);
        with(SECRET).delete("/api/keys/brief").then().statusCode(204);
        as(second).get("/api/things").then().statusCode(401);
        // a new key of the same name does not wake it
        add("brief", "read");
        as(second).get("/api/things").then().statusCode(401);
    }

    @Test
    void no_other_site_signs_anyone_in() {
        given().header("Origin", "http://evil.example")
                .contentType("application/json")
                .body(Map.of("key", SECRET))
                .post("/api/session")
                .then()
                .statusCode(403);
    }

    @Test
    void guesses_slow_down_and_lock_nobody_else_out() {
        for (int i = 0; i < 10; i++) {
            from("192.0.2.1")
                    .header("X-API-Key", "guess-" + i)
                    .get("/api/things")
                    .then()
                    .statusCode(401);
        }
        String wait = from("192.0.2.1")
                .header("X-API-Key", "guess")
                .get("/api/things")
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .extract()
                .header("Retry-After");
        assertThat(Integer.parseInt(wait)).isBetween(1, 11);
        from("192.0.2.1")
                .contentType("application/json")
                .body(Map.of("key", "guess"))
                .post("/api/session")
                .then()
                .statusCode(429);
        from("192.0.2.2").header("X-API-Key", SECRET).get("/api/things").then().statusCode(200);
        from("192.0.2.1").get("/q/openapi").then().statusCode(401);
    }

    private static RequestSpecification from(String address) {
        return given().header("X-Forwarded-For", address);
    }

    private static io.restassured.response.Response signIn(String key) {
        return given().contentType("application/json")
                .header("Origin", own())
                .body(Map.of("key", key))
                .post("/api/session");
    }

    private static String session(String key) {
        return signIn(key).then().statusCode(200).extract().cookie(SessionCookie.NAME);
    }

    private static RequestSpecification as(String cookie) {
        return given().cookie(SessionCookie.NAME, cookie);
    }

    private static String attributes(String cookie) {
        return cookie.toLowerCase(Locale.ROOT).replace("; ", ";");
    }

    private static String own() {
        return RestAssured.baseURI + ":" + RestAssured.port;
    }
}
