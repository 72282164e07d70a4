package io.headstream.api.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.headstream.api.Neo4jServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Neo4jServer.class)
class SurfaceIT {

    @Test
    void every_call_that_the_server_takes_is_described() throws IOException {
        assertThat(Operations.of(document()).map(Operations.Described::call))
                .containsExactlyInAnyOrderElementsOf(ServedCalls.all());
    }

    @Test
    void every_call_is_described_with_an_id_of_its_own_and_its_answers() throws IOException {
        List<Operations.Described> operations = Operations.of(document()).toList();
        assertThat(operations).isNotEmpty().allSatisfy(operation -> {
            assertThat(operation.text("operationId")).as(operation.call()).isNotEmpty();
            assertThat(operation.text("summary")).as(operation.call()).isNotEmpty();
            assertThat(operation.responses()).as(operation.call()).isNotEmpty().allSatisfy((status, response) -> {
                assertThat(response.path("description").asText()).isNotEmpty();
                if (status >= 400) {
                    assertThat(response.at("/content/application~1problem+json/schema/$ref")
                                    .asText())
                            .isEqualTo("#/components/schemas/Problem");
                }
            });
        });
        assertThat(operations.stream().map(operation -> operation.text("operationId")))
                .doesNotHaveDuplicates();
    }

    @Test
    void what_a_call_answers_has_a_shape_in_the_document() throws IOException {
        assertThat(Operations.of(document()).filter(Operations.Described::answersJson))
                .isNotEmpty()
                .allSatisfy(operation -> assertThat(operation.success().findValue("$ref"))
                        .as(operation.call())
                        .isNotNull());
        JsonNode schemas = document().get("components").get("schemas");
        assertThat(schemas.fieldNames()).toIterable().contains("Flow", "Trace", "Activation", "Result", "Problem");
        assertThat(schemas.get("Trace").get("properties").fieldNames())
                .toIterable()
                .contains("prompt", "tokens");
    }

    @Test
    void a_member_that_may_be_missing_is_not_promised() throws IOException {
        JsonNode schemas = document().get("components").get("schemas");
        assertThat(schemas.at("/Node/required"))
                .extracting(JsonNode::asText)
                .contains("id", "kind", "layer", "position", "name")
                .doesNotContain("head", "dla", "topToken");
        assertThat(schemas.at("/Job/required"))
                .extracting(JsonNode::asText)
                .contains("id", "state", "traces")
                .doesNotContain("error", "failures", "phase");
        assertThat(schemas.at("/JobRequest/required").isMissingNode()).isTrue();
        assertThat(schemas.at("/Model/required"))
                .extracting(JsonNode::asText)
                .contains("default")
                .doesNotContain("id");
        assertThat(schemas.at("/Trace/required"))
                .extracting(JsonNode::asText)
                .contains("id", "tokens", "counts")
                .doesNotContain("summary", "distractor");
    }

    private static JsonNode document() throws IOException {
        return OpenApi.served();
    }

    @Test
    void without_a_neo4j_browser_the_settings_name_none() {
        given().get("/api/settings").then().statusCode(200).body("$", equalTo(java.util.Map.of()));
    }

    @Test
    void any_neo4j_browser_may_load_style_sheet_guide_and_favourites() {
        for (String file : List.of("headstream.grass", "guide.html", "favourites.cypher", "favourites.zip")) {
            given().header("Origin", "http://localhost:7474")
                    .get("/browser-files/" + file)
                    .then()
                    .statusCode(200)
                    .header("Access-Control-Allow-Origin", "*");
        }
    }

    @Test
    void a_browser_that_asks_first_may_load_style_sheet_and_guide_past_its_cache() {
        for (String file : List.of("headstream.grass", "guide.html")) {
            given().header("Origin", "http://127.0.0.1:8080")
                    .header("Access-Control-Request-Method", "GET")
                    .header("Access-Control-Request-Headers", "cache-control,pragma,sentry-trace")
                    .options("/browser-files/" + file)
                    .then()
                    .statusCode(204)
                    .header("Access-Control-Allow-Origin", "*")
                    .header("Access-Control-Allow-Headers", equalTo("*"));
        }
    }

    @Test
    void readiness_is_the_database_s() {
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void pages_of_other_sites_are_turned_away() {
        given().header("Host", "evil.example").get("/api/queries").then().statusCode(403);
        given().header("Origin", "http://evil.example")
                .get("/api/queries")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("detail", containsString("HEADSTREAM_API_KEY"));
        given().header("Host", "localhost:8080")
                .header("Origin", "http://localhost:5173")
                .get("/api/queries")
                .then()
                .statusCode(403)
                .body("detail", containsString("HEADSTREAM_ALLOWED_ORIGINS"));
        given().header("Host", "localhost:8080")
                .header("Origin", "http://localhost:8080")
                .get("/api/queries")
                .then()
                .statusCode(200);
    }

    @Test
    void what_is_not_there_is_a_problem_too() {
        given().get("/api/nothing")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", containsString("there is nothing at /api/nothing"));
        given().contentType("text/plain").body("x").post("/api/cypher").then().statusCode(415);
    }
}
