package io.headstream.api.server;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.headstream.api.Neo4jServer;
import io.headstream.api.Traced;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Neo4jServer.class)
class CompressionIT {

    @Test
    void answers_and_the_page_are_compressed_for_who_takes_it() {
        String trace = Traced.prompt(Traced.MARY, " Mary");
        get("/api/traces/" + trace + "/story").header("content-encoding", equalTo("gzip"));
        get("/").header("content-encoding", equalTo("gzip"));
        get("/trace.schema.json").header("content-encoding", equalTo("gzip"));
        given().config(plain())
                .header("Accept-Encoding", "identity")
                .get("/api/traces/" + trace + "/story")
                .then()
                .header("content-encoding", not(equalTo("gzip")));
    }

    @Test
    void streams_of_events_are_not() {
        Traced.prompt(Traced.MARY, " Mary");
        String job = given().contentType("application/json")
                .body(Map.of("prompt", Traced.TOKYO, "detail", "stream"))
                .post("/api/jobs")
                .then()
                .extract()
                .path("id");
        get("/api/jobs/" + job + "/events")
                .header("content-type", containsString("text/event-stream"))
                .header("content-encoding", not(equalTo("gzip")));
    }

    private static ValidatableResponse get(String path) {
        return given().config(plain())
                .header("Accept-Encoding", "gzip")
                .get(path)
                .then()
                .statusCode(200);
    }

    /** What comes is left as it comes. */
    private static RestAssuredConfig plain() {
        return RestAssuredConfig.config()
                .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders());
    }
}
