package io.headstream.ingest.computed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.headstream.ingest.Asked;
import io.headstream.ingest.HubServerResource;
import io.headstream.ingest.Neo4jServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/** What a trace does not keep, on the shipped model. */
@QuarkusTest
@QuarkusTestResource(Neo4jServer.class)
@QuarkusTestResource(HubServerResource.class)
class ComputedBlockIT {
    private static final String MARY = "When Mary and John went to the store, John gave a drink to";
    private static String trace = "";

    @Inject
    Driver driver;

    @BeforeEach
    void trace() {
        if (trace.isEmpty()) {
            trace = Asked.done(Map.of("prompt", MARY, "target", " Mary", "metric", "difference", "budget", 1000))
                    .getString("traces[0]");
        }
    }

    @Test
    void a_difference_that_is_asked_for_without_a_distractor_is_to_the_prompts_other_name() {
        assertThat(properties("MATCH (t:Trace {id: $id}) RETURN properties(t) AS p", trace))
                .containsEntry("distractor", " John")
                .containsEntry("proposedDistractor", " John")
                .containsEntry("metric", "logit_difference");
    }

    @Test
    void what_the_trace_keeps_of_a_block_has_the_same_figures_and_the_rest_is_told_from_it() {
        int compared = 0;
        int absent = 0;
        int position =
                given().get("/api/computed/" + trace + "/blocks/2?position=3").path("position");
        assertThat(position).isEqualTo(3);
        for (int layer = 0; layer < 6; layer++) {
            JsonPath block = given().get("/api/computed/" + trace + "/blocks/" + layer + "?position=14")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertThat(block.getString("token.text")).isEqualTo(" Mary");
            List<Map<String, Object>> nodes = block.getList("nodes");
            for (Map<String, Object> node : nodes) {
                Map<String, Object> kept = properties(
                        "MATCH (a:Activation {trace: '" + trace + "', node: $id}) RETURN properties(a) AS p",
                        (String) node.get("id"));
                assertThat(node.get("stored")).as("%s", node.get("id")).isEqualTo(!kept.isEmpty());
                absent += kept.isEmpty() ? 1 : 0;
                @SuppressWarnings("unchecked")
                Map<String, Number> figures = (Map<String, Number>) node.get("figures");
                for (Map.Entry<String, Number> figure : figures.entrySet()) {
                    // a remainder is of what is kept
                    if (kept.get(figure.getKey()) instanceof Number value
                            && !figure.getKey().startsWith("remainder")) {
                        assertThat(figure.getValue().doubleValue())
                                .as("%s of %s", figure.getKey(), node.get("id"))
                                .isCloseTo(
                                        value.doubleValue(), within(1e-5 * Math.max(1, Math.abs(value.doubleValue()))));
                        compared++;
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(500);
        assertThat(absent).isGreaterThan(10);
    }

    @Test
    void a_token_is_asked_of_every_projection() {
        JsonPath first =
                given().get("/api/computed/" + trace + "/blocks/5?position=14").jsonPath();
        String id = first.getString("nodes.find { it.kind == 'head' }.id");
        String said = first.getString("nodes.find { it.id == '" + id + "' }.writes[2].text");
        JsonPath second = given().queryParam("token", said)
                .get("/api/computed/" + trace + "/blocks/5?position=14")
                .jsonPath();
        assertThat(second.getString("token.text")).isEqualTo(said);
        assertThat(second.getFloat("nodes.find { it.id == '" + id + "' }.figures.targetRank"))
                .isEqualTo(3);
    }

    @Test
    void any_activation_is_computed() {
        given().get("/api/computed/" + trace + "/activations/L3P5.N77")
                .then()
                .statusCode(200)
                .body("nodes.id", equalTo(List.of("L3P5.N77")), "nodes[0].stored", equalTo(false));
        given().get("/api/computed/" + trace + "/activations/L3P5.N9999")
                .then()
                .statusCode(400)
                .body("detail", equalTo("'L3P5.N9999' is no activation of this model's"));
        given().get("/api/computed/" + trace + "/activations/heads")
                .then()
                .statusCode(400)
                .body("detail", equalTo("'heads' is no activation's id; they look like L3P5.H2"));
    }

    @Test
    void a_score_is_split_and_its_parts_are_the_logarithm_of_the_ratio_of_weights() {
        JsonPath score = given().get("/api/computed/" + trace + "/scores/L4H5?query=14&key=2&against=4")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        double ratio = Math.log(score.getDouble("weight") / score.getDouble("weightAgainst"));
        assertThat(score.getDouble("score")).isCloseTo(ratio, within(1e-3));
        for (String side : List.of("queryParts", "keyParts")) {
            List<Number> parts = score.getList(side + ".score");
            assertThat(parts.stream().mapToDouble(Number::doubleValue).sum()).isCloseTo(ratio, within(1e-3));
        }
        assertThat(score.getList("queryParts.node")).contains("L3P14.mlp").contains((Object) null);
        given().get("/api/computed/" + trace + "/scores/L4H5?query=2&key=14")
                .then()
                .statusCode(400)
                .body("detail", equalTo("key 14 cannot be seen from position 2; in layer 4 it sees 0 to 2"));
        given().get("/api/computed/" + trace + "/scores/L4.mlp?query=14&key=2")
                .then()
                .statusCode(400)
                .body("detail", equalTo("'L4.mlp' is no head's name; they look like L4H5"));
    }

    @Test
    void what_is_not_there_is_named() {
        given().get("/api/computed/" + trace + "/blocks/6?position=0")
                .then()
                .statusCode(400)
                .body("detail", equalTo("layer 6 is not there; they go from 0 to 5"));
        given().get("/api/computed/none/blocks/0")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", containsString("there is no trace 'none'"));
    }

    @Test
    void without_the_model_that_made_the_trace_the_remedy_is_named() {
        try (Session session = driver.session()) {
            session.run(
                            """
                            MATCH (t:Trace {id: $id})
                            CREATE (other:Trace {id: 'by-another', model: 'another', modelName: t.modelName})
                            """,
                            Map.of("id", trace))
                    .consume();
        }
        try {
            given().get("/api/computed/by-another/blocks/0")
                    .then()
                    .statusCode(409)
                    .body("detail", containsString("a model of that name is here, with other weights. Put its folder"));
        } finally {
            try (Session session = driver.session()) {
                session.run("MATCH (t:Trace {id: 'by-another'}) DELETE t").consume();
            }
        }
    }

    @Test
    void a_distractor_and_the_logit_alone_contradict_each_other() {
        Asked.refused(Map.of("prompt", MARY, "distractor", " John", "metric", "logit"), "leave out one of the two");
        given().contentType("application/json")
                .body(Map.of("prompt", MARY, "metric", "ratio"))
                .post("/api/jobs")
                .then()
                .statusCode(400)
                .body("detail", equalTo("metric 'ratio' is not known; it is one of logit, difference"));
    }

    private Map<String, Object> properties(String cypher, String id) {
        try (Session session = driver.session()) {
            List<Map<String, Object>> rows = new ArrayList<>();
            session.run(cypher, Map.of("id", id))
                    .forEachRemaining(row -> rows.add(row.get("p").asMap()));
            return rows.isEmpty() ? new HashMap<>() : rows.get(0);
        }
    }
}
