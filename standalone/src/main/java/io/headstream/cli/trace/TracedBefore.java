package io.headstream.cli.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headstream.cli.client.ApiClient;
import java.util.List;

/** What was asked for when a trace was made, to be asked for again: a trace of an older form gets what newer ones have. */
final class TracedBefore {
    private static final List<String> AS_THEY_ARE =
            List.of("target", "distractor", "detail", "shares", "effects", "steps", "tags");

    private TracedBefore() {}

    /**
     * A job's request.
     *
     * @param trace as the server tells it. Where something was done to its prompt (notes), its tokens are taken as they are
     */
    static ObjectNode request(JsonNode trace) {
        ObjectNode body = ApiClient.JSON.createObjectNode();
        if (trace.path("notes").isEmpty()) {
            body.set("prompt", trace.path("prompt"));
        } else {
            trace.path("tokens").forEach(token -> body.withArray("tokens").add(token.path("id")));
        }
        body.put("model", trace.path("modelName").asText());
        body.set("position", trace.path("targetPosition"));
        AS_THEY_ARE.stream().filter(trace::has).forEach(field -> body.set(field, trace.path(field)));
        return body;
    }
}
