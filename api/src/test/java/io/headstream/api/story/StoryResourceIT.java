package io.headstream.api.story;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headstream.api.Neo4jServer;
import io.headstream.api.Traced;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Stories of real traces of the sample model. */
@QuarkusTest
@QuarkusTestResource(Neo4jServer.class)
class StoryResourceIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void the_head_that_writes_mary_copies_the_answer() throws IOException {
        JsonNode story = mary();
        assertThat(story.get("measure").asText()).isEqualTo("effect");
        assertThat(story.get("metric").asText()).isEqualTo("logit_difference");
        JsonNode head = part(story, "L4P14.H5"); // the head of the tour in README.md
        assertThat(head.get("name").asText()).isEqualTo("L4H5");
        assertThat(head.at("/reads/0/position").asInt()).isEqualTo(2);
        assertThat(head.at("/caption/text").asText()).isEqualTo("copies the answer");
        assertThat(head.at("/caption/rank").asInt()).isEqualTo(1);
        assertThat(head.at("/effect").asDouble()).isPositive();
        assertThat(head.has("measured")).isFalse();
    }

    @Test
    void the_statement_ranks_the_same_components() throws IOException {
        JsonNode story = mary();
        JsonNode rows = run(story.get("cypher").asText(), story.get("trace").asText());
        for (String kind : List.of("head", "mlp")) {
            List<String> told = stream(story.get("components"))
                    .filter(part ->
                            part.has("rank") && part.get("kind").asText().equals(kind))
                    .sorted((a, b) -> a.get("rank").asInt() - b.get("rank").asInt())
                    .map(part -> kind.equals("mlp")
                            ? "mlp_out L" + part.get("layer").asInt()
                            : part.get("name").asText())
                    .distinct()
                    .toList();
            List<String> stated = stream(rows)
                    .filter(row -> row.get(1).asText().equals(kind))
                    .map(row -> row.get(0).asText())
                    .limit(told.size())
                    .toList();
            assertThat(told).isNotEmpty().isEqualTo(stated);
        }
        Map<String, JsonNode> parts = stream(story.get("components"))
                .collect(toMap(part -> part.get("id").asText(), part -> part));
        List<JsonNode> places = stream(rows)
                .flatMap(row -> stream(row.get(3)))
                .filter(place -> parts.containsKey(place.get("node").asText()))
                .toList();
        assertThat(places).isNotEmpty().allSatisfy(place -> {
            JsonNode part = parts.get(place.get("node").asText());
            double amount = place.get("amount").asDouble();
            assertThat(part.get("effect").asDouble()).isCloseTo(amount, within(1e-4 * Math.abs(amount)));
            if (part.get("kind").asText().equals("head")) {
                assertThat(part.at("/reads/0/position").asInt())
                        .isEqualTo(place.get("reads").asInt());
            }
        });
    }

    @Test
    void every_edge_and_key_is_among_what_is_told() throws IOException {
        JsonNode story = mary();
        Set<String> ids = new TreeSet<>();
        story.get("components").forEach(part -> ids.add(part.get("id").asText()));
        assertThat(story.get("edges")).isNotEmpty().allSatisfy(edge -> {
            assertThat(ids)
                    .contains(edge.get("source").asText(), edge.get("target").asText());
            assertThat(edge.get("effect").asDouble()).isNotZero();
        });
        int positions = story.get("positions").size();
        story.get("components").forEach(part -> part.get("reads")
                .forEach(read -> assertThat(read.get("position").asInt())
                        .isBetween(0, part.get("position").asInt())
                        .isLessThan(positions)));
        assertThat(story.get("lens")).hasSize(story.get("layers").asInt());
        assertThat(story.at("/lens/5/token").asText()).isEqualTo(" Mary");
    }

    @Test
    void more_of_the_story_loses_nothing_of_it() throws IOException {
        JsonNode story = mary();
        List<Integer> from = new ArrayList<>();
        story.get("components").forEach(part -> from.add(part.get("from").asInt()));
        assertThat(from).isSorted().first().isEqualTo(1);
        assertThat(story.at("/totals/ranked").asInt()).isBetween(30, Stories.MOST);
        assertThat(story.at("/totals/amount").asDouble()).isPositive();
    }

    @Test
    void a_trace_without_effects_is_told_by_direct_logit_attribution() throws IOException {
        String trace = Traced.asked(Map.of("prompt", Traced.TOKYO, "target", " Tokyo", "effects", "none"));
        JsonNode story = story(trace);
        assertThat(story.get("measure").asText()).isEqualTo("dla");
        assertThat(story.get("effects").asText()).isEqualTo("none");
        assertThat(story.get("components")).isNotEmpty().allSatisfy(part -> {
            assertThat(part.get("position").asInt())
                    .isEqualTo(story.get("targetPosition").asInt());
            assertThat(part.get("dla").asDouble()).isNotZero();
            assertThat(part.has("effect")).isFalse();
        });
        assertThat(part(story, "L5P8.mlp").get("neurons")).isNotEmpty();
        assertThat(run(story.get("cypher").asText(), trace)).isNotEmpty();
    }

    @Test
    void where_all_heads_and_mlps_were_set_to_zero_the_story_is_of_what_that_did() throws IOException {
        String trace =
                Traced.asked(Map.of("prompt", Traced.MARY, "target", " Mary", "distractor", " John", "measure", "all"));
        JsonNode story = story(trace);
        assertThat(story.get("measure").asText()).isEqualTo("measured");
        assertThat(stream(story.get("measures")).map(JsonNode::asText)).containsExactly("measured", "effect");
        JsonNode golden = JSON.readTree(Path.of("../tracer/src/test/resources/golden/sample/mary-ablations.json")
                .toFile());
        double metric = golden.get("metric").asDouble();
        assertThat(story.get("components")).isNotEmpty().allSatisfy(part -> {
            int layer = part.get("layer").asInt();
            double after = part.has("head")
                    ? golden.get("zeroHeads")
                            .get(layer)
                            .get(part.get("head").asInt())
                            .asDouble()
                    : golden.get("zeroMlps").get(layer).asDouble();
            assertThat(part.at("/measured/effect").asDouble()).isCloseTo(metric - after, within(2e-3));
        });
        for (String kind : List.of("head", "mlp")) {
            List<JsonNode> ranked = stream(story.get("components"))
                    .filter(part -> part.get("role").asText().equals("ranked")
                            && part.get("kind").asText().equals(kind))
                    .sorted(Comparator.comparingInt(part -> part.get("rank").asInt()))
                    .toList();
            assertThat(ranked)
                    .isSortedAccordingTo(Comparator.comparingDouble(
                            part -> -Math.abs(part.at("/measured/effect").asDouble())));
            assertThat(ranked.stream().map(part -> part.get("name").asText())).doesNotHaveDuplicates();
        }
        double all = stream(golden.get("zeroHeads"))
                        .flatMap(StoryResourceIT::stream)
                        .mapToDouble(after -> Math.abs(metric - after.asDouble()))
                        .sum()
                + stream(golden.get("zeroMlps"))
                        .mapToDouble(after -> Math.abs(metric - after.asDouble()))
                        .sum();
        assertThat(story.at("/totals/amount").asDouble()).isCloseTo(all, within(0.1));
        JsonNode estimated = JSON.readTree(
                given().get("/api/traces/" + trace + "/story?measure=effect").asString());
        assertThat(estimated.get("components").get(0).get("name"))
                .isEqualTo(mary().get("components").get(0).get("name"));
        given().get("/api/traces/" + trace + "/story?measure=dla")
                .then()
                .statusCode(400)
                .body("detail", containsString("effects"));
        given().get("/api/traces/" + trace() + "/story?measure=measured")
                .then()
                .statusCode(400)
                .body("detail", containsString("headstream sweep"));
        given().get("/api/traces/" + trace + "/story?measure=guess").then().statusCode(400);
    }

    @Test
    void a_fact_is_told_with_the_mlps_that_matter_for_it() throws IOException {
        JsonNode story = SmolLm2StoryIT.kept("sample-9", Traced.prompt(Traced.TOKYO, " Tokyo"));
        assertThat(story.get("metric").asText()).isEqualTo("logit");
        assertThat(stream(story.get("components"))
                        .filter(part -> part.get("kind").asText().equals("mlp")
                                && part.get("from").asInt() <= 20))
                .isNotEmpty();
    }

    @Test
    void what_a_response_weighs() {
        String body = given().get("/api/traces/" + trace() + "/story").asString();
        assertThat(body.length()).isLessThan(80_000);
    }

    @Test
    void a_trace_that_is_not_there_is_said() {
        given().get("/api/traces/none/story").then().statusCode(404).body("detail", containsString("no trace"));
    }

    private static String trace() {
        return Traced.prompt(Traced.MARY, " Mary", " John");
    }

    private static JsonNode mary() throws IOException {
        return SmolLm2StoryIT.kept("sample-15", trace());
    }

    private static JsonNode story(String trace) throws IOException {
        return JSON.readTree(given().get("/api/traces/" + trace + "/story")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private static JsonNode part(JsonNode story, String id) {
        return stream(story.get("components"))
                .filter(part -> part.get("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode run(String statement, String trace) throws IOException {
        return JSON.readTree(given().contentType("application/json")
                        .body(Map.of("statement", statement, "parameters", Map.of("trace", trace), "limit", 1_000))
                        .post("/api/cypher")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .get("rows");
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
