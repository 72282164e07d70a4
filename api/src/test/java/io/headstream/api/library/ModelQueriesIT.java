package io.headstream.api.library;

import static io.headstream.api.library.Asked.ask;
import static io.headstream.api.library.Asked.flow;
import static io.headstream.api.library.Asked.names;
import static io.headstream.api.library.Asked.number;
import static io.headstream.api.library.Asked.read;
import static io.headstream.api.library.Asked.row;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.databind.JsonNode;
import io.headstream.api.Neo4jServer;
import io.headstream.api.Traced;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Queries over the model's index and over effects, against NumPy's figures of the same weights and the golden flow. */
@QuarkusTest
@QuarkusTestResource(Neo4jServer.class)
class ModelQueriesIT {
    private static final String MODEL = "headstream-sample";
    private String mary = "";

    @BeforeEach
    void traced() {
        mary = Traced.prompt(Traced.MARY, " Mary");
        Traced.prompt(Traced.TOKYO, " Tokyo");
    }

    @Test
    void the_index_is_written_once_and_says_what_the_weights_say() {
        Traced.index(MODEL);
        long edges = edges();
        Traced.index(MODEL);
        assertThat(edges()).isEqualTo(edges).isEqualTo(6L * 768 * 25 + 36 * 10);
        for (JsonNode neuron : read("index.json").get("neurons")) {
            String name = "L" + neuron.get("layer") + "N" + neuron.get("index");
            List<Map<String, Object>> says = ask("what-a-neuron-says", Map.of("neuron", name));
            Map<String, Object> first = says.stream()
                    .filter(r -> r.get("relation").equals("PROMOTES") && number(r, "rank") == 1)
                    .findFirst()
                    .orElseThrow();
            assertThat(number(first, "logit"))
                    .as(name)
                    .isCloseTo(neuron.get("promotes").get(0).get(1).asDouble(), within(1e-3));
            assertThat(says).hasSize(25);
        }
        Map<String, Object> best =
                ask("neurons-that-promote-a-token", Map.of("token", " Mary")).get(0);
        assertThat(ask("what-a-neuron-says", Map.of("neuron", best.get("neuron"))))
                .anyMatch(
                        r -> r.get("token").equals(" Mary") && r.get("relation").equals("PROMOTES"));
        assertThat(ask("neurons-that-suppress-a-token", Map.of("token", " Mary", "limit", 5)))
                .allMatch(r -> number(r, "rank") > 4000);
        List<Map<String, Object>> heads = ask("copying-heads", Map.of("model", MODEL));
        for (JsonNode head : read("index.json").get("heads")) {
            String name = "L" + head.get("layer") + "H" + head.get("head");
            assertThat(number(row(heads, "head", name), "copyingScore"))
                    .isCloseTo(head.get("copyingScore").asDouble(), within(1e-3));
        }
    }

    @Test
    void a_model_that_is_not_there_is_not_indexed() {
        given().post("/api/models/none/index")
                .then()
                .statusCode(404)
                .body("detail", containsString("'none' is not known"));
    }

    @Test
    void effects_are_the_golden_ones() {
        List<Map<String, Object>> rows =
                ask("strongest-effects", Map.of("trace", difference(), "kind", "MlpOutput", "limit", 1000));
        for (JsonNode layer : flow("mary").get("layers")) {
            for (int p = 0; p < layer.get("effectMlp").size(); p++) {
                double expected = layer.get("effectMlp").get(p).asDouble();
                assertThat(number(row(rows, "node", "L" + layer.get("layer") + "P" + p + ".mlp"), "effect"))
                        .isCloseTo(expected, within(1e-3 + 0.01 * Math.abs(expected)));
            }
        }
    }

    @Test
    void edges_between_components() {
        List<Map<String, Object>> rows = ask("edges-that-matter", Map.of("trace", mary, "limit", 1000));
        assertThat(rows).hasSizeGreaterThan(50);
        assertThat(rows)
                .allMatch(r -> List.of("query", "key", "value", "mlp", "logits").contains(r.get("via")));
        assertThat(number(rows.get(0), "effect")).isNotZero();
        // what an mlp_out writes to the logits directly is its direct logit attribution
        List<Map<String, Object>> direct = ask("edges-that-matter", Map.of("trace", mary, "via", "logits"));
        List<Map<String, Object>> dla = ask("strongest-contributors", Map.of("trace", mary, "limit", 1000));
        assertThat(direct).isNotEmpty();
        direct.stream()
                .filter(r -> String.valueOf(r.get("from")).startsWith("L"))
                .forEach(r -> assertThat(number(r, "effect")).isNotZero());
        assertThat(names(dla, "component")).isNotEmpty();
    }

    @Test
    void what_heads_look_for_and_norms_filter() {
        List<Map<String, Object>> looks = ask("what-heads-look-for", Map.of("trace", mary));
        assertThat(looks).isNotEmpty().allMatch(r -> ((List<?>) r.get("seeks")).size() == 5);
        for (String direction : List.of("FILTERS", "LIFTS")) {
            List<Map<String, Object>> tokens =
                    ask("norms-as-filters", Map.of("model", MODEL, "site", "ln1", "direction", direction));
            assertThat(tokens).isNotEmpty();
            assertThat(tokens)
                    .allMatch(r -> direction.equals("LIFTS") == number(r, "meanAfter") > number(r, "meanBefore"));
        }
    }

    @Test
    void neurons_that_fire_in_every_trace() {
        List<Map<String, Object>> rows = ask("regularization-neurons", Map.of("model", MODEL, "limit", 1000));
        assertThat(rows).isNotEmpty().allMatch(r -> number(r, "fraction") > 0.85 && number(r, "meanRank") <= 100);
    }

    private static String difference() {
        return Traced.prompt(Traced.MARY, " Mary", " John");
    }

    private static long edges() {
        return given().contentType("application/json")
                .body(Map.of("statement", "MATCH ()-[r:PROMOTES|SUPPRESSES|DETECTS|COPIES]->() RETURN count(r)"))
                .post("/api/cypher")
                .jsonPath()
                .getLong("rows[0][0]");
    }
}
