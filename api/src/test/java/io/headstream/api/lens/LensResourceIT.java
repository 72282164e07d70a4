package io.headstream.api.lens;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import io.headstream.api.Neo4jServer;
import io.headstream.api.Pass;
import io.headstream.api.Recorded;
import io.headstream.api.Traced;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Neo4jServer.class)
class LensResourceIT {
    private static final int MARY = 518; // the id of " Mary"

    @Test
    void after_the_last_block_the_lens_is_the_prediction_at_every_position() throws IOException {
        JsonNode lens = mary();
        Pass pass = Pass.of(trace());
        JsonNode last = lens.get("states").get(6);
        assertThat(last.get("layer").asInt()).isEqualTo(5);
        for (int position = 0; position < 15; position++) {
            double[] predicted = pass.prediction(position);
            JsonNode tokens = last.get("tokens").get(position);
            JsonNode probabilities = last.get("probabilities").get(position);
            assertThat(tokens).hasSize(5);
            for (int i = 0; i < 5; i++) {
                assertThat(probabilities.get(i).asDouble())
                        .isCloseTo(predicted[tokens.get(i).asInt()], within(1e-4));
            }
            double most = Arrays.stream(predicted).max().orElseThrow();
            assertThat(probabilities.get(0).asDouble()).isCloseTo(most, within(1e-4));
            double target = predicted[MARY];
            assertThat(last.get("targetProbability").get(position).asDouble()).isCloseTo(target, within(1e-4));
            long above = Arrays.stream(predicted).filter(p -> p > target).count();
            assertThat(last.get("targetRank").get(position).asLong()).isEqualTo(above + 1);
        }
    }

    @Test
    void states_that_are_nodes_say_so_and_agree_with_them() throws IOException {
        JsonNode lens = mary();
        assertThat(lens.get("states")).hasSize(7);
        assertThat(lens.at("/states/0/nodes/14").asText()).isEqualTo("L0P14.embed");
        for (JsonNode state : lens.get("states")) {
            JsonNode node = Recorded.answer(
                    trace(), "/activations/" + state.at("/nodes/14").asText());
            assertThat(state.at("/targetRank/14").asInt())
                    .isEqualTo(node.get("targetRank").asInt());
            assertThat(lens.get("texts").get(state.at("/tokens/14/0").asText()).asText())
                    .isEqualTo(node.at("/writes/0/text").asText());
        }
    }

    @Test
    void the_states_between_attention_and_mlp_are_asked_for() throws IOException {
        JsonNode lens = Recorded.answer("lens-mid-sample-15", trace(), "/lens?site=mid");
        assertThat(lens.get("states")).hasSize(6);
        assertThat(lens.at("/states/4/nodes/14").asText()).isEqualTo("L4P14.mid");
        given().get("/api/traces/" + trace() + "/lens?site=pre")
                .then()
                .statusCode(400)
                .body("detail", equalTo("site 'pre' is none of post, mid"));
        given().get("/api/traces/none/lens").then().statusCode(404).body("detail", containsString("no trace"));
    }

    @Test
    void the_statement_gives_the_same() throws IOException {
        JsonNode lens = mary();
        given().contentType("application/json")
                .body(Map.of(
                        "statement",
                        lens.get("cypher").asText(),
                        "parameters",
                        Map.of(
                                "trace",
                                trace(),
                                "sites",
                                List.of(
                                        lens.at("/sites/0").asText(),
                                        lens.at("/sites/1").asText()))))
                .post("/api/cypher")
                .then()
                .statusCode(200)
                .body("rows", hasSize(7));
    }

    private static String trace() {
        return Traced.prompt(Traced.MARY, " Mary", " John");
    }

    private static JsonNode mary() throws IOException {
        return Recorded.answer("lens-sample-15", trace(), "/lens");
    }
}
