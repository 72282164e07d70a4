package io.headstream.api.query;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.headstream.api.Neo4jServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Neo4jServer.class)
class PlanIT {

    @Test
    void a_plan_shows_from_which_index_a_question_starts() {
        plan("MATCH (t:Trace {id: $id}) RETURN t.prompt AS prompt", Map.of("id", "x"))
                .statusCode(200)
                .body("operator", equalTo("ProduceResults"))
                .body("identifiers", hasItem("prompt"))
                .body("arguments.Details", equalTo("prompt"))
                .body("arguments", not(hasKey("string-representation")))
                .body("children[0].operator", equalTo("Projection"))
                .body("children[0].children[0].operator", equalTo("NodeUniqueIndexSeek"))
                .body("children[0].children[0].children", hasSize(0));
    }

    @Test
    void a_statement_is_planned_without_being_run() {
        plan("RETURN reduce(s = 0, i IN range(1, 1500000000) | s + i) AS sum", Map.of())
                .statusCode(200)
                .body("identifiers", hasItem("sum"));
        plan("MATCH (n) RETURN $missing", Map.of()).statusCode(200);
    }

    @Test
    void what_is_not_run_is_not_planned() {
        plan("MATCH (n) DETACH DELETE n", Map.of()).statusCode(400).body("detail", containsString("writes"));
        plan("EXPLAIN RETURN 1", Map.of()).statusCode(400).body("detail", containsString("EXPLAIN"));
        plan("RETURN 1 +", Map.of()).statusCode(400).body("detail", containsString("Invalid input"));
    }

    private static ValidatableResponse plan(String statement, Map<String, Object> parameters) {
        return given().contentType("application/json")
                .body(Map.of("statement", statement, "parameters", parameters))
                .post("/api/cypher/plan")
                .then();
    }
}
