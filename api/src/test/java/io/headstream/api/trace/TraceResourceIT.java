package io.headstream.api.trace;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.headstream.api.Neo4jServer;
import io.headstream.api.Traced;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Neo4jServer.class)
class TraceResourceIT {

    @Test
    void a_trace_has_its_prompt_and_predictions() {
        String mary = Traced.prompt(Traced.MARY, " Mary");
        given().get("/api/traces/" + mary)
                .then()
                .statusCode(200)
                .body("id", equalTo(mary))
                .body("prompt", equalTo(Traced.MARY))
                .body("modelName", equalTo("headstream-sample"))
                .body("tokens", hasSize(15))
                .body("tokens[2].text", equalTo(" Mary"))
                .body("tokens[2].id", equalTo(518))
                .body("targetPosition", equalTo(14))
                .body("targetRank", equalTo(1))
                .body("prediction.text", equalTo(" Mary"))
                .body("predictions", hasSize(20))
                .body("predictions[1].text", equalTo(" Grace"))
                .body("tags", hasItem("test"))
                .body("createdAt", containsString("T"))
                .body("counts.nodes", greaterThan(500));
    }

    @Test
    void traces_are_listed_newest_first_page_by_page() {
        Traced.prompt(Traced.MARY, " Mary");
        Traced.prompt(Traced.TOKYO, " Tokyo");
        JsonPath all = given().get("/api/traces").jsonPath();
        List<String> ids = all.getList("items.id");
        assertThat(ids).hasSizeGreaterThan(1);

        JsonPath first = given().get("/api/traces?limit=1").jsonPath();
        JsonPath second = given().queryParam("limit", 1)
                .queryParam("after", first.getString("next"))
                .get("/api/traces")
                .jsonPath();

        assertThat(first.getList("items.id")).containsExactly(ids.get(0));
        assertThat(second.getList("items.id")).containsExactly(ids.get(1));
        given().get("/api/traces?query=JAPAN")
                .then()
                .body("items.prompt", everyItem(containsString("Japan")))
                .body("next", nullValue());
        given().get("/api/traces?model=other").then().body("items", hasSize(0));
        given().get("/api/traces?tag=test&model=headstream-sample").then().body("items.size()", greaterThan(1));
        given().get("/api/traces?after=nonsense").then().statusCode(400).body("detail", containsString("is no cursor"));
        given().get("/api/traces?limit=0").then().statusCode(400).body("detail", containsString("limit must be"));
    }

    @Test
    void the_flow_keeps_what_reaches_the_prediction() {
        String mary = Traced.prompt(Traced.MARY, " Mary");
        JsonPath flow = given().get("/api/traces/" + mary + "/flow?threshold=0.04")
                .then()
                .statusCode(200)
                .body("layers", equalTo(6))
                .body("positions", hasSize(15))
                .body("nodes.id", hasItem("L5P14.post"))
                .body("nodes.find { it.id == 'L4P14.H5' }.topToken", equalTo(" Mary"))
                .body("nodes.find { it.id == 'L4P14.H5' }.dla", is(notNullValue()))
                .body("edges.find { it.target == 'L4P14.H5' && it.source == 'L3P2.post' }.weight", is(notNullValue()))
                .extract()
                .jsonPath();
        List<String> nodes = flow.getList("nodes.id");
        assertThat(flow.getList("edges.source", String.class)).allMatch(nodes::contains);
        assertThat(flow.getList("edges.target", String.class)).allMatch(nodes::contains);
        assertThat(flow.getList("edges.share", Double.class)).allMatch(share -> share >= 0.04);
        assertThat(flow.getInt("total.nodes")).isGreaterThan(nodes.size());
        given().get("/api/traces/" + mary + "/flow?detail=stream&layers=3-5")
                .then()
                .body("nodes.kind", hasItem("attention"))
                .body("nodes.layer", everyItem(greaterThan(2)))
                .body("lens.id", contains("L3P14.post", "L4P14.post", "L5P14.post"));
        given().get("/api/traces/" + mary + "/flow?detail=heads")
                .then()
                .body("nodes.findAll { it.kind == 'neuron' }", hasSize(0));
        given().get("/api/traces/" + mary + "/flow?detail=all").then().statusCode(400);
        given().get("/api/traces/" + mary + "/flow?layers=a-b")
                .then()
                .statusCode(400)
                .body("detail", equalTo("layers 'a-b' is no range; write 3 or 0-5"));
        given().get("/api/traces/" + mary + "/flow?threshold=2").then().statusCode(400);
    }

    @Test
    void the_inspector_shows_tokens_parts_and_wholes() {
        String mary = Traced.prompt(Traced.MARY, " Mary");
        given().get("/api/traces/" + mary + "/activations/L4P14.H5")
                .then()
                .statusCode(200)
                .body("id", equalTo("L4P14.H5"))
                .body("component", equalTo("L4H5"))
                .body("labels", hasItem("HeadOutput"))
                .body("text", equalTo(" to"))
                .body("dla.toDouble()", closeTo(3.96955, 1e-3))
                .body("writes[0].text", equalTo(" Mary"))
                .body("writes", hasSize(10))
                .body("erases.size()", greaterThan(0))
                .body("inputs[0].node.id", equalTo("L4P2.H5.v"))
                .body("inputs[0].weight.toDouble()", closeTo(0.8179, 1e-3))
                .body("outputs.find { it.type == 'ADDS_TO' }.node.id", equalTo("L4P14.attn"))
                .body("cypher", containsString("MATCH"));
        given().get("/api/traces/" + mary + "/activations/L4P14.H99")
                .then()
                .statusCode(404)
                .body("detail", containsString("keeps no activation 'L4P14.H99'"));
    }

    @Test
    void the_statement_the_inspector_names_gives_the_same() {
        String mary = Traced.prompt(Traced.MARY, " Mary");
        String cypher =
                given().get("/api/traces/" + mary + "/activations/L5P14.post").path("cypher");
        given().contentType("application/json")
                .body(Map.of("statement", cypher, "parameters", Map.of("trace", mary, "node", "L5P14.post")))
                .post("/api/cypher")
                .then()
                .statusCode(200)
                .body("rows", hasSize(1));
    }

    @Test
    void an_unknown_trace_is_named_and_a_deleted_one_is_gone() {
        String other = Traced.prompt("The cat sat on the", " mat");
        given().delete("/api/traces/" + other).then().statusCode(204);
        for (String path : List.of("", "/flow", "/activations/L0P0.embed")) {
            given().get("/api/traces/" + other + path)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("detail", containsString("there is no trace '" + other + "'"));
        }
        given().delete("/api/traces/" + other).then().statusCode(404);
        given().put("/api/traces/" + other).then().statusCode(405);
        given().contentType("application/json")
                .body(Map.of("statement", "MATCH (n {trace: $t}) RETURN count(n)", "parameters", Map.of("t", other)))
                .post("/api/cypher")
                .then()
                .body("rows[0][0]", lessThan(1));
    }
}
