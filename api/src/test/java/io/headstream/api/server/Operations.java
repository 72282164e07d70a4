package io.headstream.api.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The operations of an OpenAPI document. */
final class Operations {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private Operations() {}

    static Stream<Described> of(JsonNode document) {
        return document.get("paths").properties().stream().flatMap(path -> path.getValue().properties().stream()
                .filter(member -> METHODS.contains(member.getKey()))
                .map(method -> new Described(
                        method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), method.getValue())));
    }

    /** One of them. */
    record Described(String call, JsonNode node) {

        String text(String member) {
            return node.path(member).asText();
        }

        Map<Integer, JsonNode> responses() {
            Map<Integer, JsonNode> responses = new TreeMap<>();
            node.path("responses")
                    .properties()
                    .forEach(each -> responses.put(Integer.valueOf(each.getKey()), each.getValue()));
            return responses;
        }

        /** What comes when all is well: the first of them. */
        JsonNode success() {
            return responses().values().iterator().next();
        }

        boolean answersJson() {
            return success().path("content").has("application/json");
        }
    }
}
