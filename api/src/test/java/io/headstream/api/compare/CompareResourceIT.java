package io.headstream.api.compare;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.databind.JsonNode;
import io.headstream.api.Neo4jServer;
import io.headstream.api.Traced;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two real traces; the expected figures were computed by another implementation. */
@QuarkusTest
@QuarkusTestResource(Neo4jServer.class)
class CompareResourceIT {
    private static final double EXACT = 1e-9;

    private final JsonNode maryGolden = Compared.golden("mary");
    private final JsonNode tokyoGolden = Compared.golden("tokyo");
    private String mary = "";
    private String tokyo = "";

    @BeforeEach
    void traced() {
        mary = Traced.prompt(Traced.MARY, " Mary");
        tokyo = Traced.prompt(Traced.TOKYO, " Tokyo");
    }

    @Test
    void every_head_and_mlp_at_the_target_has_both_traces_figures_and_their_difference() {
        JsonNode rows = compare("kind=head,mlp&limit=500").get("rows");
        assertThat(rows).hasSize(36 + 6);
        for (int i = 0; i < 36; i++) {
            JsonNode left = maryGolden.get("heads").get(i);
            JsonNode right = tokyoGolden.get("heads").get(i);
            JsonNode row = Compared.row(rows, "L" + left.get("layer") + "H" + left.get("head"));
            assertThat(row.get("kind").asText()).isEqualTo("head");
            both(row, "dla", left.get("dla"), right.get("dla"), 1e-3);
            both(row, "share", left.get("share"), right.get("share"), 1e-4);
            both(row, "norm", left.get("norm"), right.get("norm"), 1e-3);
            both(row, "targetRank", left.get("rank"), right.get("rank"), 0.1);
        }
        for (int layer = 0; layer < 6; layer++) {
            JsonNode row = Compared.row(rows, "mlp_out L" + layer);
            JsonNode left = maryGolden.get("mlp").get(layer);
            JsonNode right = tokyoGolden.get("mlp").get(layer);
            both(row, "dla", left.get("dla"), right.get("dla"), 1e-3);
            assertThat(row.get("left").asText()).isEqualTo("L" + layer + "P14.mlp");
            assertThat(row.get("right").asText()).isEqualTo("L" + layer + "P8.mlp");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dla", "effect", "share", "influence", "targetRank"})
    void what_differs_most_in_the_chosen_figure_comes_first(String sort) {
        JsonNode answer = compare("kind=head,mlp&limit=10&sort=" + sort);
        JsonNode all = compare("kind=head,mlp&limit=500&sort=" + sort).get("rows");
        assertThat(answer.get("sort").asText()).isEqualTo(sort);
        assertThat(answer.get("truncated").asBoolean()).isTrue();
        List<Double> sizes = new ArrayList<>();
        all.forEach(row -> sizes.add(
                Math.abs(row.get("figures").get(sort).get("difference").asDouble())));
        assertThat(sizes).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        for (int i = 0; i < 10; i++) {
            assertThat(answer.get("rows").get(i)).isEqualTo(all.get(i));
        }
    }

    @Test
    void a_trace_and_itself_do_not_differ() {
        for (String by : List.of("components", "positions", "attention", "tokens")) {
            JsonNode answer = Compared.get("left=" + mary + "&right=" + mary + "&limit=5000&by=" + by);
            assertThat(answer.get("rows")).as(by).isNotEmpty();
            answer.get("rows").forEach(row -> row.get("figures")
                    .forEach(figure ->
                            assertThat(figure.get("difference").asDouble(1)).isZero()));
            answer.get("alignment")
                    .forEach(pair -> assertThat(pair.get("same").asBoolean()).isTrue());
        }
    }

    @Test
    void tokens_are_aligned_and_the_targets_paired() {
        JsonNode alignment = compare("by=tokens").get("alignment");
        Set<Integer> left = new HashSet<>();
        Set<Integer> right = new HashSet<>();
        alignment.forEach(pair -> {
            if (pair.has("left")) left.add(pair.get("left").get("index").asInt());
            if (pair.has("right")) right.add(pair.get("right").get("index").asInt());
        });
        assertThat(left).hasSize(15);
        assertThat(right).hasSize(9);
        assertThat(alignment.get(0).get("same").asBoolean()).isTrue(); // <|endoftext|>
        JsonNode last = alignment.get(alignment.size() - 1);
        assertThat(last.get("left").get("text").asText()).isEqualTo(" to");
        assertThat(last.get("right").get("text").asText()).isEqualTo(" of");
        assertThat(last.get("target").asBoolean()).isTrue();
        assertThat(last.get("same").asBoolean()).isFalse();
    }

    @Test
    void what_each_predicts_and_how_probable_the_other_finds_it() {
        JsonNode predictions = compare("by=tokens").get("predictions");
        for (JsonNode top : maryGolden.get("top")) {
            JsonNode figures = Compared.row(predictions, top.get(0).asText()).get("figures");
            assertThat(figures.get("probability").get("left").asDouble())
                    .isCloseTo(top.get(1).asDouble(), within(1e-4));
        }
        JsonNode tokyoRow = Compared.row(predictions, " Tokyo").get("figures");
        assertThat(tokyoRow.get("probability").get("right").asDouble())
                .isCloseTo(tokyoGolden.get("top").get(0).get(1).asDouble(), within(1e-4));
        assertThat(tokyoRow.get("probability").has("left")).isFalse(); // unknown, not 0
        assertThat(tokyoRow.get("probability").has("difference")).isFalse();
    }

    @Test
    void the_residual_stream_position_by_position() {
        JsonNode answer = compare("by=positions&kind=residual&limit=5000");
        JsonNode rows = answer.get("rows");
        int last = answer.get("alignment").size() - 1;
        for (int layer = 0; layer < 6; layer++) {
            JsonNode left = maryGolden.get("lens").get(layer);
            JsonNode right = tokyoGolden.get("lens").get(layer);
            JsonNode row = Compared.row(rows, "L" + layer + "P14.post", last);
            both(row, "targetRank", left.get("post").get(0), right.get("post").get(0), 0.1);
            both(
                    row,
                    "targetProbability",
                    left.get("post").get(1),
                    right.get("post").get(1),
                    1e-4);
        }
        JsonNode influence = Compared.golden("mary-flow").get("layers");
        for (JsonNode row : rows) {
            if (row.has("left") && row.get("site").asText().equals("post")) {
                int position = answer.get("alignment")
                        .get(row.get("pair").asInt())
                        .get("left")
                        .get("index")
                        .asInt();
                assertThat(row.get("figures").get("influence").get("left").asDouble())
                        .isCloseTo(
                                influence
                                        .get(row.get("layer").asInt())
                                        .get("resid_post")
                                        .get(position)
                                        .asDouble(),
                                within(1e-3));
            }
        }
        JsonNode heads =
                compare("by=positions&kind=head&component=L4H5&limit=5000").get("rows");
        assertThat(heads).isNotEmpty();
        heads.forEach(row -> assertThat(row.get("name").asText()).isEqualTo("L4H5"));
    }

    @Test
    void attention_of_the_target_position_at_aligned_keys() {
        JsonNode answer = compare("by=attention&limit=5000");
        int left = 0;
        int right = 0;
        for (JsonNode row : answer.get("rows")) {
            left += attends(maryGolden, answer, row, "left");
            right += attends(tokyoGolden, answer, row, "right");
        }
        assertThat(left).isGreaterThan(36); // each head's three strongest keys, where they are stored
        assertThat(right).isGreaterThan(36);
        JsonNode one = compare("by=attention&component=L4H5&limit=50").get("rows");
        assertThat(one).isNotEmpty();
        one.forEach(row -> assertThat(row.get("name").asText()).isEqualTo("L4H5"));
    }

    @Test
    void what_one_side_has_not_stored_is_unknown() {
        String stream = Compared.trace(Map.of("prompt", Traced.TOKYO, "target", " Tokyo", "detail", "stream"));
        JsonNode answer = Compared.get("left=" + tokyo + "&right=" + stream + "&kind=head&limit=500");
        assertThat(answer.get("rows")).hasSize(36);
        answer.get("rows").forEach(row -> {
            assertThat(row.has("right")).isFalse();
            assertThat(row.get("figures").get("dla").has("left")).isTrue();
            assertThat(row.get("figures").get("dla").has("right")).isFalse();
            assertThat(row.get("figures").get("dla").has("difference")).isFalse();
        });
        assertThat(answer.get("notes").toString()).contains("unknown, not 0");
    }

    @Test
    void another_position_is_compared_with_its_counterpart() {
        JsonNode answer = Compared.get("left=" + mary + "&right=" + mary + "&position=3&kind=mlp");
        assertThat(answer.get("sort").asText()).isEqualTo("influence");
        answer.get("rows").forEach(row -> {
            assertThat(row.get("left").asText()).contains("P3.");
            assertThat(row.get("left")).isEqualTo(row.get("right"));
        });
    }

    @Test
    void the_statement_that_is_named_gives_the_same_rows() {
        for (String by : List.of("components", "positions", "attention", "tokens")) {
            JsonNode answer = compare("limit=30&by=" + by);
            assertThat(Compared.cypher(answer.get("cypher").asText(), answer.get("parameters"))
                            .get("rows"))
                    .as(by)
                    .hasSize(answer.get("rows").size());
        }
    }

    @Test
    void a_side_is_an_id_its_beginning_or_the_latest() {
        String start = mary.substring(0, mary.length() - 1);
        assertThat(Compared.get("left=" + start + "&right=" + tokyo)
                        .at("/left/name")
                        .asText())
                .isEqualTo(mary);
        assertThat(Compared.get("left=latest&right=" + tokyo).at("/left/traces").asInt())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404 | left=nothing | there is no trace 'nothing'; GET /api/traces lists",
                "404 | left=tag:nothing | has the tag 'nothing'; GET /api/traces shows",
                "404 | left=tag:test&model=other | no trace of model 'other' has the tag",
                "400 | by=components | left is missing; give a trace id, latest, or tag:NAME",
                "400 | left=MARY&by=all | by 'all' is not known; it is one of components",
                "400 | left=MARY&sort=size | sort 'size' is no figure of components; it is one of norm",
                "400 | left=MARY&kind=heads | kind 'heads' is not known; it is one or several of residual",
                "400 | left=MARY&position=15 | position 15 is beyond the left prompt, which has 15 tokens",
                "400 | left=MARY&limit=0 | limit must be",
                "400 | left=tag:test&by=positions&kind=mlp | positions are compared of residual and head"
            })
    void what_cannot_be_is_told_with_the_remedy(int status, String asked, String why) {
        given().get("/api/compare?right=" + tokyo + "&" + asked.replace("MARY", mary))
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("detail", containsString(why));
    }

    @Test
    void models_of_different_shapes_are_refused_and_of_equal_ones_matched_by_name() {
        String gpt2 = Compared.tokens("gpt2", List.of(1, 2, 3));
        given().get("/api/compare?left=" + mary + "&right=" + gpt2)
                .then()
                .statusCode(400)
                .body("detail", containsString("models of different shapes cannot be compared"))
                .body("detail", containsString("compare traces of one model"));
        String yarn = Compared.tokens("llama-yarn", List.of(1, 2, 3));
        String linear = Compared.tokens("llama-linear", List.of(1, 2, 3));
        JsonNode answer = Compared.get("left=" + linear + "&right=" + yarn);
        assertThat(answer.get("notes").toString()).contains("different models of the same shape");
        assertThat(answer.get("rows").get(0).get("figures").get("dla").has("difference"))
                .isTrue();
    }

    @Test
    void each_token_of_an_answer_has_rows_of_its_own() {
        String left = Traced.asked(Map.of("prompt", Traced.TOKYO, "target", " Tokyo and Paris"));
        String austria = "The capital of Austria is";
        String right = Traced.asked(
                Map.of("prompt", austria, "target", " Tokyo and Paris", "tags", List.of("answers of three")));
        // the last token alone, after those before it
        String leftLast = Traced.prompt(Traced.TOKYO + " Tokyo and", " Paris");
        String rightLast = Traced.prompt(austria + " Tokyo and", " Paris");
        JsonNode answer = Compared.get("left=" + left + "&right=" + right + "&kind=head,mlp&limit=500");
        assertThat(answer.at("/left/trace/answerTokens").toString()).isEqualTo("[\" Tokyo\",\" and\",\" Paris\"]");
        assertThat(answer.get("rows")).hasSize(3 * (36 + 6));
        JsonNode alone = Compared.get("left=" + leftLast + "&right=" + rightLast + "&kind=head,mlp&limit=500");
        assertThat(alone.get("rows").get(0).has("answerToken")).isFalse();
        JsonNode sets = Compared.get("left=" + left + "&right=tag:answers%20of%20three&kind=head,mlp&limit=500");
        assertThat(sets.get("rows")).hasSize(3 * (36 + 6));
        for (JsonNode last : alone.get("rows")) {
            String name = last.get("name").asText();
            JsonNode row = ofToken(answer.get("rows"), name, 2);
            assertThat(row.get("left")).isEqualTo(last.get("left"));
            assertThat(row.get("right")).isEqualTo(last.get("right"));
            JsonNode ofSets = ofToken(sets.get("rows"), name, 2);
            for (String figure : List.of("dla", "share", "norm", "targetRank")) {
                JsonNode expected = last.get("figures").get(figure);
                if (expected != null) {
                    both(row, figure, expected.get("left"), expected.get("right"), 1e-3);
                    assertThat(ofSets.at("/figures/" + figure + "/right/mean").asDouble())
                            .isCloseTo(expected.get("right").asDouble(), within(1e-3));
                }
            }
        }
        JsonNode first = Compared.get("left=" + left + "&right=" + left + "&kind=head&position=8&limit=500");
        assertThat(first.get("rows")).hasSize(36);
        assertThat(ofToken(answer.get("rows"), "L4H5", 0).at("/figures/effect/left"))
                .isEqualTo(Compared.row(first.get("rows"), "L4H5").at("/figures/effect/left"));
        JsonNode shorter = Compared.get("left=" + mary + "&right=" + right + "&kind=head&limit=500");
        assertThat(shorter.get("rows")).hasSize(3 * 36);
        assertThat(ofToken(shorter.get("rows"), "L4H5", 1).has("left")).isFalse();
        assertThat(shorter.get("notes").toString()).contains("the answers have 1 and 3 tokens");
    }

    @Test
    void attention_is_of_every_token_of_an_answer() {
        String trace = Traced.asked(Map.of("prompt", Traced.TOKYO, "target", " Tokyo and Paris"));
        String last = Traced.prompt(Traced.TOKYO + " Tokyo and", " Paris");
        JsonNode rows = Compared.get("left=" + trace + "&right=" + trace + "&by=attention&component=L4H5&limit=500")
                .get("rows");
        JsonNode alone = Compared.get("left=" + last + "&right=" + last + "&by=attention&component=L4H5&limit=500")
                .get("rows");
        Map<Integer, Double> weights = new HashMap<>();
        for (JsonNode row : rows) {
            if (row.get("answerToken").asInt() == 2) {
                weights.put(
                        row.get("pair").asInt(), row.at("/figures/weight/left").asDouble());
            }
        }
        assertThat(weights).hasSize(alone.size());
        for (JsonNode row : alone) {
            assertThat(weights.get(row.get("pair").asInt()))
                    .isCloseTo(row.at("/figures/weight/left").asDouble(), within(1e-5));
        }
    }

    private static JsonNode ofToken(JsonNode rows, String name, int token) {
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.get("name").asText().equals(name)
                        && row.get("answerToken").asInt() == token)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row '" + name + "' of token " + token));
    }

    private JsonNode compare(String asked) {
        return Compared.get("left=" + mary + "&right=" + tokyo + "&" + asked);
    }

    // checks a term that is among the head's three strongest keys; 1 where it was
    private static int attends(JsonNode golden, JsonNode answer, JsonNode row, String side) {
        if (!row.has(side)) {
            return 0;
        }
        JsonNode head = golden.get("heads")
                .get(row.get("layer").asInt() * 6 + row.get("head").asInt());
        JsonNode key = answer.get("alignment").get(row.get("pair").asInt()).get(side);
        for (JsonNode term : head.get("attends")) {
            if (term.get(0).asInt() == key.get("index").asInt()) {
                assertThat(row.get("figures").get("weight").get(side).asDouble())
                        .isCloseTo(term.get(1).asDouble(), within(1e-4));
                return 1;
            }
        }
        return 0;
    }

    private static void both(JsonNode row, String figure, JsonNode left, JsonNode right, double tolerance) {
        JsonNode found = row.get("figures").get(figure);
        assertThat(found.get("left").asDouble()).as(row + figure).isCloseTo(left.asDouble(), within(tolerance));
        assertThat(found.get("right").asDouble()).as(row + figure).isCloseTo(right.asDouble(), within(tolerance));
        assertThat(found.get("difference").asDouble())
                .isCloseTo(found.get("right").asDouble() - found.get("left").asDouble(), within(EXACT));
    }
}
