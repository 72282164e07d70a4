package io.headstream.api.library;

import static io.headstream.api.library.Asked.ask;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.headstream.api.Neo4jServer;
import io.headstream.api.Traced;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is answered of tokens tells them apart and can be given back; what people type is searched for as it is. */
@QuarkusTest
@QuarkusTestResource(Neo4jServer.class)
class SpelledTokensIT {
    private static final String ROCKET = "One \ud83d\ude80 and two \ud83d\ude80 and";
    private static final String SIGNS =
            "He said \"stop and/or wait\" at 10:30: C++ (x86) is [so] old! What? !important back\\slash AND more";

    @Test
    void parts_of_characters_are_told_apart_and_named_again() {
        String trace = Traced.prompt(ROCKET, " the");
        JsonPath told = given().get("/api/traces/" + trace).jsonPath();
        List<String> tokens = told.getList("tokens.text");
        assertThat(String.join("", tokens)).contains("<0x").doesNotContain("\uFFFD");
        List<String> predictions = told.getList("predictions.text");
        List<Integer> ids = told.getList("predictions.token");
        assertThat(new HashSet<>(predictions)).hasSameSizeAs(new HashSet<>(ids));
        for (String query :
                List.of("predictions-of-a-trace", "logit-lens", "tokens-erased", "strongest-contributors")) {
            assertThat(ask(query, Map.of("trace", trace)).toString()).as(query).doesNotContain("\uFFFD");
        }
        String part =
                tokens.stream().filter(text -> text.contains("<0x")).findFirst().orElseThrow();
        int id = told.getInt("tokens.find {it.text == '" + part + "'}.id");
        for (String written : List.of(part, part.toLowerCase(java.util.Locale.ROOT), "[" + id + "]")) {
            JsonPath again = given().get("/api/traces/"
                            + Traced.asked(Map.of("prompt", ROCKET, "target", written, "detail", "stream")))
                    .jsonPath();
            assertThat(again.getString("target")).isEqualTo(part);
            assertThat(ask("where-a-token-is-written", Map.of("trace", trace, "token", written, "rank", 1000)))
                    .isEqualTo(ask("where-a-token-is-written", Map.of("trace", trace, "token", part, "rank", 1000)));
        }
        assertThat(complete("[" + id + "]")).containsExactly(part);
        assertThat(complete(part)).contains(part);
    }

    @Test
    void a_token_is_named_by_its_id_or_an_escape_wherever_one_is_asked_for() {
        String trace = Traced.prompt(Traced.MARY, " Mary");
        int mary = given().get("/api/traces/" + trace).jsonPath().getInt("tokens.find {it.text == ' Mary'}.id");
        assertThat(ask("heads-that-write-a-token", Map.of("token", "[" + mary + "]")))
                .isNotEmpty()
                .isEqualTo(ask("heads-that-write-a-token", Map.of("token", "\\u0020Mary")));
        given().contentType("application/json")
                .body(Map.of("parameters", Map.of("token", "[999999]")))
                .post("/api/queries/heads-that-write-a-token")
                .then()
                .statusCode(400)
                .body("detail", containsString("no token of id 999999 in the graph"));
        JsonPath line = given().get("/api/traces/"
                        + Traced.asked(Map.of("prompt", "One line", "target", "\\n", "detail", "stream")))
                .jsonPath();
        assertThat(line.getString("target")).isEqualTo("\n");
        given().contentType("application/json")
                .body(Map.of("prompt", "One line", "target", "[999999]"))
                .post("/api/jobs")
                .then()
                .statusCode(400)
                .body("detail", containsString("outside the vocabulary"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "and/or",
                "C++ (x",
                "C++ (x86",
                "[so]",
                "AND",
                "\"stop",
                "10:30",
                "What?",
                "!important",
                "back\\slash",
                "(x86)",
                "said \"stop and/or wait\"",
                "+important +slash",
                "old!",
                "~ ^ stop",
                "so] old"
            })
    void words_of_a_prompt_find_it_whatever_signs_are_in_them(String words) {
        String trace = Traced.prompt(SIGNS, " the");
        assertThat(Asked.names(ask("traces-with-words", Map.of("words", words)), "trace"))
                .contains(trace);
        given().queryParam("type", "trace")
                .queryParam("prefix", words)
                .get("/api/completions")
                .then()
                .statusCode(200)
                .body("items.value.contains('" + trace + "')", equalTo(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "?", "+", "\"", "\\", "\"\"", "(", "* ?", "NOT", "a:b AND (", "/x/"})
    void what_is_no_word_of_any_prompt_is_an_answer_too(String words) {
        assertThat(ask("traces-with-words", Map.of("words", words))).isNotNull();
        given().queryParam("type", "trace")
                .queryParam("prefix", words)
                .get("/api/completions")
                .then()
                .statusCode(200);
    }

    private static List<String> complete(String typed) {
        return given().queryParam("type", "token")
                .queryParam("prefix", typed)
                .get("/api/completions")
                .jsonPath()
                .getList("items.value");
    }
}
