package io.headstream.api.story;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headstream.api.Neo4jServer;
import io.headstream.api.Traced;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Stories of a real English model. What its heads do on the Mary prompt was measured by ablation, elsewhere: ../shared/golden/smollm2/mary-ablations.json. With
 * -Dheadstream.docs=write the stories that the page's tests draw are written.
 */
@QuarkusTest
@QuarkusTestResource(Neo4jServer.class)
class SmolLm2StoryIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MODEL = "smollm2-135m-instruct";
    private static boolean there;

    private static final Path FIXTURES = Path.of("../ui/test/fixtures");
    private static final String LONG =
            "When Anna and Peter came to the house of their old friend, they were very tired,"
                    + " so they sat down and had some tea and cake. Then Peter gave a small present to";

    @BeforeEach
    void the_model_is_there() {
        if (there) {
            return;
        }
        String models = System.getenv("HEADSTREAM_MODELS");
        Path folder = Path.of(models == null ? "../models" : models, MODEL)
                .toAbsolutePath()
                .normalize();
        Assumptions.assumeTrue(
                Files.isRegularFile(folder.resolve("model.safetensors")),
                () -> "skipped: no model in '" + folder + "'");
        given().contentType("application/json")
                .body(Map.of("source", folder.toString()))
                .post("/api/models")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(201);
        there = true;
    }

    @Test
    void on_the_difference_of_mary_and_john_the_heads_that_ablation_names_are_told_with_their_signs()
            throws IOException {
        JsonNode story = story("smollm2-14", Traced.MARY, " Mary", " John");
        for (String supports : List.of("L23P13.H3", "L29P13.H1", "L20P13.H0")) {
            assertThat(part(story, supports).get("effect").asDouble())
                    .as(supports)
                    .isPositive();
            assertThat(part(story, supports).get("from").asInt()).as(supports).isLessThanOrEqualTo(24);
        }
        for (String opposes : List.of("L29P13.H0", "L24P13.H4")) {
            assertThat(part(story, opposes).get("effect").asDouble())
                    .as(opposes)
                    .isNegative();
            assertThat(part(story, opposes).get("from").asInt()).as(opposes).isLessThanOrEqualTo(24);
        }
    }

    @Test
    void where_a_state_would_say_a_space_the_first_token_that_is_more_stands_beside_it() throws IOException {
        JsonNode story = story("smollm2-14", Traced.MARY, " Mary", " John");
        JsonNode rows = given().contentType("application/json")
                .body(Map.of(
                        "statement",
                        "MATCH (r:Residual {trace: $trace, position: $position, site: 'post'})-[w:WRITES]->(k:Token) "
                                + "WHERE trim(replace(k.text, '\u00a0', ' ')) <> '' "
                                + "WITH r, k, w ORDER BY w.rank WITH r, collect({text: k.text, rank: w.rank})[0] AS first "
                                + "RETURN r.layer AS layer, first.text AS text, first.rank AS rank ORDER BY layer",
                        "parameters",
                        Map.of(
                                "trace", story.get("trace").asText(),
                                "position", story.get("targetPosition").asInt())))
                .post("/api/cypher")
                .then()
                .statusCode(200)
                .extract()
                .as(JsonNode.class)
                .get("rows");
        int spaces = 0;
        for (JsonNode row : rows) {
            JsonNode state = story.get("lens").get(row.get(0).asInt());
            int rank = row.get(2).asInt();
            assertThat(state.has("word")).as(state.toString()).isEqualTo(rank > 1);
            if (rank > 1) {
                spaces++;
                assertThat(state.at("/word/text").asText()).isEqualTo(row.get(1).asText());
                assertThat(state.at("/word/rank").asInt()).isEqualTo(rank);
                assertThat(state.at("/word/probability").asDouble())
                        .isPositive()
                        .isLessThan(state.get("probability").asDouble());
            }
        }
        assertThat(spaces).isGreaterThan(10); // it says a space in the middle of the model, layer after layer
        JsonNode flow = given().get("/api/traces/" + story.get("trace").asText() + "/flow")
                .then()
                .statusCode(200)
                .extract()
                .as(JsonNode.class);
        assertThat(flow.get("lens")).as("everything says the same").isEqualTo(story.get("lens"));
    }

    @Test
    void a_fact_is_told_too() throws IOException {
        JsonNode story = story("smollm2-8", Traced.TOKYO, " Tokyo", "");
        assertThat(StreamSupport.stream(story.get("components").spliterator(), false)
                        .filter(part -> part.get("kind").asText().equals("mlp")
                                && part.get("from").asInt() <= 20))
                .isNotEmpty();
    }

    @Test
    @Tag("thorough")
    void a_long_prompt_weighs_no_more() throws IOException {
        JsonNode story = story("smollm2-39", LONG, " Anna", " Peter");
        assertThat(story.get("positions")).hasSizeBetween(36, 42);
        assertThat(story.toString().length()).isLessThan(80_000);
    }

    private static JsonNode story(String name, String prompt, String target, String distractor) throws IOException {
        Map<String, Object> request = new HashMap<>(Map.of("model", MODEL, "prompt", prompt, "target", target));
        if (!distractor.isEmpty()) {
            request.put("distractor", distractor);
        }
        return kept(name, Traced.asked(request));
    }

    /** The story, written down as it is where the page's fixtures are made anew. */
    static JsonNode kept(String name, String trace) throws IOException {
        String body = given().get("/api/traces/" + trace + "/story")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        if ("write".equals(System.getProperty("headstream.docs"))) {
            Files.writeString(FIXTURES.resolve("story-" + name + ".json"), body.replace(trace, name) + "\n");
        }
        return JSON.readTree(body);
    }

    private static JsonNode part(JsonNode story, String id) {
        return StreamSupport.stream(story.get("components").spliterator(), false)
                .filter(part -> part.get("id").asText().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + id + " in the story"));
    }
}
