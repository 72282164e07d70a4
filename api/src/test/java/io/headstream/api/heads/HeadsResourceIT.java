package io.headstream.api.heads;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headstream.api.Neo4jServer;
import io.headstream.api.Pass;
import io.headstream.api.Recorded;
import io.headstream.api.Traced;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Neo4jServer.class)
class HeadsResourceIT {
    @Test
    void every_head_is_there_with_the_scores_of_its_hook_pattern() throws IOException {
        JsonNode heads = mary().get("heads");
        assertThat(heads).hasSize(36);
        Pass pass = Pass.of(trace());
        for (JsonNode head : heads) {
            int layer = head.get("layer").asInt();
            int index = head.get("head").asInt();
            String name = head.get("name").asText();
            assertThat(head.at("/scores/firstToken").asDouble())
                    .as(name)
                    .isCloseTo(mean(1, q -> pass.pattern(layer, index, q, 0)), within(1e-4));
            assertThat(head.at("/scores/previousToken").asDouble())
                    .as(name)
                    .isCloseTo(mean(2, q -> pass.pattern(layer, index, q, q - 1)), within(1e-4));
            assertThat(head.at("/scores/currentToken").asDouble())
                    .as(name)
                    .isCloseTo(mean(1, q -> pass.pattern(layer, index, q, q)), within(1e-4));
        }
    }

    @Test
    void what_a_sweep_measured_stands_beside_the_estimate() throws IOException {
        String swept = Traced.asked(Map.of(
                "prompt",
                Traced.MARY,
                "target",
                " Mary",
                "distractor",
                " John",
                "budget",
                3000,
                "sweep",
                Map.of("of", "heads")));
        JsonNode heads = new ObjectMapper()
                .readTree(given().get("/api/traces/" + swept + "/heads").asString());
        // golden/sample/mary-ablations.json of the tracer: the metric before less that after
        assertThat(measured(heads, "L5H0")).isCloseTo(8.079134 - 16.572227, within(2e-3));
        assertThat(measured(heads, "L0H1")).isCloseTo(8.079134 + 3.928857, within(2e-3));
        List<Map<String, Object>> parts = given().get("/api/traces/" + swept + "/story")
                .jsonPath()
                .getList("components.findAll { it.kind == 'head' }");
        assertThat(parts).isNotEmpty().allSatisfy(part -> {
            Map<?, ?> measured = (Map<?, ?>) part.get("measured");
            assertThat(measured.get("scope")).isEqualTo("set to zero at all positions");
            assertThat(((Number) measured.get("effect")).doubleValue())
                    .isCloseTo(measured(heads, (String) part.get("name")), within(1e-3));
        });
        assertThat(mary().get("heads")).noneMatch(head -> head.has("measured")); // which was not swept
    }

    private static double measured(JsonNode heads, String name) {
        return head(heads, name).get("measured").asDouble();
    }

    @Test
    void effects_are_summed_from_the_second_token_on_and_are_those_of_the_nodes() throws IOException {
        JsonNode mary = mary();
        assertThat(mary.get("first").asInt()).isEqualTo(1);
        for (JsonNode head : mary.get("heads")) {
            double sum = IntStream.range(1, 15)
                    .mapToDouble(p -> head.get("effects").get(p).asDouble())
                    .sum();
            assertThat(head.get("effect").asDouble()).isCloseTo(sum, within(1e-3));
        }
        JsonNode head = head(mary, "L4H5"); // the head of the tour in README.md
        assertThat(head.get("strongest").asText()).isEqualTo("L4P14.H5");
        assertThat(head.at("/nodes/14").asText()).isEqualTo("L4P14.H5");
        JsonNode node = Recorded.answer(trace(), "/activations/L4P14.H5");
        for (String figure : new String[] {"dla", "share"}) {
            assertThat(head.get(figure).asDouble())
                    .as(figure)
                    .isCloseTo(node.get(figure).asDouble(), within(1e-4));
        }
        assertThat(head.at("/effects/14").asDouble())
                .isCloseTo(node.get("effect").asDouble(), within(1e-4));
    }

    @Test
    void its_strongest_output_is_one_that_can_be_inspected() throws IOException {
        for (JsonNode head : mary().get("heads")) {
            String strongest = head.get("strongest").asText();
            given().get("/api/traces/" + trace() + "/activations/" + strongest)
                    .then()
                    .statusCode(200);
            assertThat(head.get("nodes")).anyMatch(node -> node.asText().equals(strongest));
        }
    }

    @Test
    void the_statement_gives_the_same() throws IOException {
        JsonNode mary = mary();
        given().contentType("application/json")
                .body(Map.of("statement", mary.get("cypher").asText(), "parameters", Map.of("trace", trace())))
                .post("/api/cypher")
                .then()
                .statusCode(200)
                .body("rows", hasSize(36));
    }

    @Test
    void without_effects_there_are_none_and_influence_says_where_a_head_does_most() throws IOException {
        String trace = Traced.asked(Map.of("prompt", Traced.TOKYO, "target", " Tokyo", "effects", "none"));
        assertThat(Recorded.answer(trace, "/heads").get("heads")).allSatisfy(head -> {
            assertThat(head.has("effect")).isFalse();
            assertThat(head.has("effects")).isFalse();
            assertThat(head.has("strongest")).isTrue();
        });
    }

    @Test
    void a_trace_without_heads_is_told_what_to_do() {
        String trace = Traced.asked(Map.of("prompt", Traced.TOKYO, "target", " Tokyo", "detail", "stream"));
        for (String path : new String[] {"/heads", "/attention/thumbnails"}) {
            given().get("/api/traces/" + trace + path)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("detail", containsString("trace its prompt again"));
            given().get("/api/traces/none" + path).then().statusCode(404).body("detail", containsString("no trace"));
        }
    }

    private static double mean(int from, IntToDoubleFunction of) {
        return IntStream.range(from, 15).mapToDouble(of).average().orElseThrow();
    }

    private static JsonNode head(JsonNode answer, String name) {
        for (JsonNode head : answer.get("heads")) {
            if (head.get("name").asText().equals(name)) {
                return head;
            }
        }
        throw new AssertionError("no " + name);
    }

    private static String trace() {
        return Traced.prompt(Traced.MARY, " Mary", " John");
    }

    private static JsonNode mary() throws IOException {
        return Recorded.answer("heads-sample-15", trace(), "/heads");
    }
}
