package io.headstream.cli.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.headstream.cli.client.ApiClient;
import org.junit.jupiter.api.Test;

class TracedBeforeTest {
    @Test
    void a_trace_is_asked_for_as_it_was() throws Exception {
        JsonNode trace = json(
                """
                {"id": "t", "model": "ce46", "modelName": "m", "prompt": "Hi there", "target": " Mary", "distractor": " John",
                 "metric": "logit_difference", "metricValue": 2.5, "detail": "heads", "shares": "l2", "effects": "probability", "steps": 8,
                 "targetPosition": 1, "tags": ["a", "b"], "notes": [], "tokens": [{"index": 0, "id": 7, "text": "Hi"}]}
                """);
        assertThat(TracedBefore.request(trace))
                .isEqualTo(
                        json(
                                """
                        {"prompt": "Hi there", "model": "m", "position": 1, "target": " Mary", "distractor": " John", "detail": "heads",
                         "shares": "l2", "effects": "probability", "steps": 8, "tags": ["a", "b"]}
                        """));
    }

    @Test
    void tokens_are_taken_where_the_prompt_does_not_say_all() throws Exception {
        JsonNode trace = json(
                """
                {"modelName": "m", "prompt": "Hi", "targetPosition": 0, "notes": ["no special tokens were added to the prompt (bos none)"],
                 "tokens": [{"index": 0, "id": 7, "text": "Hi"}, {"index": 1, "id": 9, "text": "!"}]}
                """);
        assertThat(TracedBefore.request(trace))
                .isEqualTo(json("{'tokens': [7, 9], 'model': 'm', 'position': 0}".replace('\'', '"')));
    }

    private static JsonNode json(String text) throws Exception {
        return ApiClient.JSON.readTree(text);
    }
}
