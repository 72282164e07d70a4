package io.headstream.ingest.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A body that is not what the call takes is answered with the member that is wrong and what it takes. */
class StrictJsonTest {
    record Body(
            @Nullable String prompt,
            @Nullable List<String> prompts,
            @Nullable List<Integer> tokens,
            @Nullable String distractor,
            @Nullable Integer steps,
            @Nullable Boolean force,
            @Nullable List<String> tags) {}

    private static Optional<Body> read(String json) throws IOException {
        return StrictJson.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), Body.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"prompts\": [null]} | prompts[0] is null; it takes a text",
                "{\"tags\": [\"a\", null]} | tags[1] is null; it takes a text",
                "{\"tags\": \"x\"} | tags is \"x\"; it takes a list of texts",
                "{\"tags\": \"\"} | tags is \"\"; it takes a list of texts",
                "{\"tags\": {}} | tags is an object; it takes a list of texts",
                "{\"tags\": [[]]} | tags[0] is a list; it takes a text",
                "{\"tags\": [{}]} | tags[0] is an object; it takes a text",
                "{\"tags\": [1]} | tags[0] is 1; it takes a text",
                "{\"prompt\": 5} | prompt is 5; it takes a text",
                "{\"prompt\": 1.5} | prompt is 1.5; it takes a text",
                "{\"prompt\": true} | prompt is true; it takes a text",
                "{\"prompt\": [\"a\"]} | prompt is a list; it takes a text",
                "{\"prompt\": {\"a\": 1}} | prompt is an object; it takes a text",
                "{\"tokens\": [1.5]} | tokens[0] is 1.5; it takes a whole number",
                "{\"tokens\": [1.0]} | tokens[0] is 1.0; it takes a whole number",
                "{\"tokens\": [1e2]} | tokens[0] is 1e2; it takes a whole number",
                "{\"tokens\": [0, \"3\"]} | tokens[1] is \"3\"; it takes a whole number",
                "{\"tokens\": [\"\"]} | tokens[0] is \"\"; it takes a whole number",
                "{\"tokens\": [true]} | tokens[0] is true; it takes a whole number",
                "{\"tokens\": [null]} | tokens[0] is null; it takes a whole number",
                "{\"tokens\": [99999999999]} | tokens[0] is 99999999999; it takes a whole number",
                "{\"tokens\": 3} | tokens is 3; it takes a list of whole numbers",
                "{\"tokens\": \"1,2\"} | tokens is \"1,2\"; it takes a list of whole numbers",
                "{\"steps\": 2.5} | steps is 2.5; it takes a whole number",
                "{\"steps\": \"2\"} | steps is \"2\"; it takes a whole number",
                "{\"steps\": \"\"} | steps is \"\"; it takes a whole number",
                "{\"steps\": true} | steps is true; it takes a whole number",
                "{\"force\": \"true\"} | force is \"true\"; it takes true or false",
                "{\"force\": 1} | force is 1; it takes true or false",
                "{\"distracter\": \"a\"} | meant \"distractor\"?",
                "{\"Prompt\": \"a\"} | meant \"prompt\"?",
                "{\"zzzzzz\": 1} | \"zzzzzz\" is no member of the body; It takes prompt, prompts",
                "[] | the body is a list; it takes an object with prompt, prompts, tokens",
                "null | the body is null; it takes an object",
                "5 | the body is 5; it takes an object",
                "\"x\" | the body is \"x\"; it takes an object",
                "true | the body is true; it takes an object",
                "{\"prompt\": | the body is no JSON, at line 1",
                "{\"prompt\": \"a\"} {} | there is more behind the body's end",
                "{\"prompt\": \"a\", \"prompt\": \"b\"} | Duplicate field 'prompt'"
            })
    void what_is_wrong_is_named(String body, String why) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOf(BodyException.class)
                .hasMessageContaining(why)
                .message()
                .doesNotContain("java.", "io.headstream", "Deserialize", "START_");
    }

    @Test
    void what_is_right_is_read() throws IOException {
        assertThat(read("{\"prompt\": \"a\", \"steps\": 2, \"force\": true, \"tags\": [\"x\"], \"distractor\": null}"))
                .contains(new Body("a", null, null, null, 2, true, List.of("x")));
        assertThat(read("{\"tokens\": [0, 427]}").orElseThrow().tokens()).containsExactly(0, 427);
        assertThat(read("")).isEmpty();
    }

    @Test
    void a_body_that_would_fill_the_heap_is_refused_as_it_is_read() {
        for (String body : List.of(
                "{\"tokens\": [" + "1,".repeat(1_900_000) + "1]}",
                "{\"tags\": " + "[".repeat(1_000_000) + "]".repeat(1_000_000) + "}",
                "{\"prompts\": [" + "\"\",".repeat(1_000_000) + "\"\"]}")) {
            assertThatThrownBy(() -> read(body)).isInstanceOf(BodyException.class);
        }
    }
}
