package io.headstream.tracer.tokenizer.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** A post-processor that puts special tokens around a text, every one of which it knows. */
final class KnownTemplate {
    private KnownTemplate() {}

    static boolean postProcessor(JsonNode part) {
        return KnownParts.byteLevel(part) || template(part);
    }

    private static boolean template(JsonNode part) {
        JsonNode known = part.path("special_tokens");
        return Shape.is(part, "TemplateProcessing", "single", "pair", "special_tokens")
                && known.isObject()
                && Shape.all(part.path("single"), piece -> piece(piece, known))
                && Shape.all(part.path("pair"), piece -> piece(piece, known))
                && known.properties().stream().allMatch(entry -> special(entry.getKey(), entry.getValue()));
    }

    private static boolean piece(JsonNode piece, JsonNode known) {
        JsonNode special = piece.path("SpecialToken");
        JsonNode sequence = piece.path("Sequence");
        return piece.size() == 1
                && (special.isObject()
                        ? known.has(special.path("id").asText()) && placed(special)
                        : Set.of("A", "B").contains(sequence.path("id").asText()) && placed(sequence));
    }

    private static boolean placed(JsonNode piece) {
        return Shape.names(piece).equals(Set.of("id", "type_id"))
                && piece.path("type_id").isInt()
                && piece.path("type_id").intValue() >= 0;
    }

    private static boolean special(String name, JsonNode token) {
        return Shape.names(token).equals(Set.of("id", "ids", "tokens"))
                && Shape.text(token, "id", name)
                && Shape.all(token.path("ids"), id -> id.isInt() && id.intValue() >= 0)
                && Shape.all(token.path("tokens"), JsonNode::isTextual)
                && token.path("ids").size() == token.path("tokens").size();
    }
}
