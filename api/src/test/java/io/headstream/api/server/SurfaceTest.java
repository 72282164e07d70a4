package io.headstream.api.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headstream.api.Neo4jServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Neo4jServer.class)
class SurfaceTest {

    @Test
    void every_call_of_the_api_is_described_with_its_answers() throws IOException {
        JsonNode document = new ObjectMapper()
                .readTree(given().get("/q/openapi?format=json")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
        for (String path : List.of(
                "/api/traces",
                "/api/traces/{id}",
                "/api/traces/{id}/flow",
                "/api/traces/{id}/activations/{node}",
                "/api/queries",
                "/api/queries/{name}",
                "/api/completions",
                "/api/cypher")) {
            JsonNode operations = document.get("paths").get(path);
            assertThat(operations).as(path).isNotNull();
            for (JsonNode operation : operations) {
                if (operation.isObject()) {
                    assertThat(operation.path("summary").asText()).as(path).isNotEmpty();
                    assertThat(operation.get("responses").toString()).as(path).contains("\"description\"");
                }
            }
        }
        JsonNode schemas = document.get("components").get("schemas");
        assertThat(schemas.fieldNames()).toIterable().contains("Flow", "Trace", "Activation", "Result", "Problem");
        assertThat(schemas.get("Trace").get("properties").fieldNames())
                .toIterable()
                .contains("prompt", "tokens");
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
