package io.headstream.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.restassured.path.json.JsonPath;
import java.util.Map;

/** Jobs, asked for as users do. */
public final class Asked {
    private Asked() {}

    /** A job that has begun, or will: its id. */
    public static String started(Map<String, ?> body) {
        return given().contentType("application/json")
                .body(body)
                .post("/api/jobs")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    /** A job's last state, when it has come to an end. */
    public static JsonPath ended(String job) {
        given().get("/api/jobs/" + job + "/events")
                .then()
                .statusCode(200)
                .extract()
                .asString(); // read to their end, which is its
        return given().get("/api/jobs/" + job).then().statusCode(200).extract().jsonPath();
    }

    /** The last state of a job that must succeed. */
    public static JsonPath done(Map<String, ?> body) {
        JsonPath state = ended(started(body));
        assertThat(state.getString("state")).as(state.getString("error")).isEqualTo("done");
        return state;
    }

    /** A job that is refused, in words that contain these. */
    public static void refused(Map<String, ?> body, String why) {
        given().contentType("application/json")
                .body(body)
                .post("/api/jobs")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString(why));
    }
}
