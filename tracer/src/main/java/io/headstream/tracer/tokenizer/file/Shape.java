package io.headstream.tracer.tokenizer.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** What a piece of JSON looks like. */
final class Shape {
    private Shape() {}

    static Set<String> names(JsonNode object) {
        Set<String> names = new HashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    static boolean absent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    /** Whether it is an object of that type, with no members but those. */
    static boolean is(JsonNode part, String type, String... members) {
        Set<String> others = names(part);
        others.removeAll(Set.of(members));
        return part.isObject() && others.equals(Set.of("type")) && text(part, "type", type);
    }

    static boolean text(JsonNode object, String member, String text) {
        return object.path(member).isTextual()
                && object.path(member).textValue().equals(text);
    }

    /** Whether each of the members is true, false or absent. */
    static boolean flags(JsonNode object, String... members) {
        for (String member : members) {
            if (!object.path(member).isMissingNode() && !object.path(member).isBoolean()) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is a list of which each element is so; an absent one is empty. */
    static boolean all(JsonNode list, Predicate<JsonNode> so) {
        if (absent(list)) {
            return true;
        }
        boolean all = list.isArray();
        for (JsonNode element : list) {
            all &= so.test(element);
        }
        return all;
    }
}
