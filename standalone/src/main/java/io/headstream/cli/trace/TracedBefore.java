package io.headstream.cli.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headstream.cli.client.ApiClient;
import java.util.List;

/** What was asked for when a trace was made, to be asked for again: a trace of an older form gets what newer ones have. */
final class TracedBefore {
    private static final List<String> AS_THEY_ARE =
            List.of("target", "distractor", "detail", "shares", "effects", "steps", "tags");

    private static final List<String> ANSWER = List.of("target", "distractor");

    private TracedBefore() {}

    // token by token
    private static void answer(JsonNode trace, String of, String as, ObjectNode body) {
        trace.path("answer").forEach(token -> {
            if (token.has(of)) {
                body.withArray(as).add(token.path(of));
            }
        });
    }

    /**
     * A job's request.
     *
     * @param trace as the server tells it. Where something was done to its prompt (notes), its tokens are taken as they are
     */
    static ObjectNode request(JsonNode trace) {
        ObjectNode body = ApiClient.JSON.createObjectNode();
        boolean several = trace.has("answer");
        int prompt = several ? trace.path("targetPosition").asInt() : Integer.MAX_VALUE; // the answer follows
        if (trace.path("notes").isEmpty()) {
            body.set("prompt", trace.path("prompt"));
        } else {
            trace.path("tokens").forEach(token -> {
                if (token.path("index").asInt() <= prompt) {
                    body.withArray("tokens").add(token.path("id"));
                }
            });
        }
        body.put("model", trace.path("modelName").asText());
        body.set("position", trace.path("targetPosition"));
        if (several) {
            answer(trace, "id", "targetTokens", body);
            answer(trace, "distractor", "distractorTokens", body);
        }
        AS_THEY_ARE.stream()
                .filter(field -> trace.has(field) && !(several && ANSWER.contains(field)))
                .forEach(field -> body.set(field, trace.path(field)));
        return body;
    }
}
