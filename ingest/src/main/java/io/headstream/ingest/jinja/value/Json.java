package io.headstream.ingest.jinja.value;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as Python's json.dumps writes it with {@code ensure_ascii=False}, which is what transformers' {@code tojson} does. */
final class Json {
    private static final ObjectMapper JACKSON = new ObjectMapper();

    private Json() {}

    /** @param indent in spaces; negative: all in one line */
    static String text(Bounds bounds, @Nullable Object value, int indent) {
        return text(bounds, value, indent, 0);
    }

    private static String text(Bounds bounds, @Nullable Object value, int indent, int depth) {
        if (value instanceof List<?> list) {
            List<String> items = new ArrayList<>();
            list.forEach(item -> items.add(text(bounds, item, indent, depth + 1)));
            return within(bounds, "[", items, "]", indent, depth);
        }
        if (value instanceof Map<?, ?> map) {
            List<String> items = new ArrayList<>();
            map.forEach((key, item) ->
                    items.add(simple(Values.text(bounds, key)) + ": " + text(bounds, item, indent, depth + 1)));
            return within(bounds, "{", items, "}", indent, depth);
        }
        if (value == null || value instanceof Boolean || value instanceof String) {
            bounds.work(1);
            return simple(value);
        }
        if (Values.isNumber(value)) {
            return Values.shown(bounds, value);
        }
        throw new JinjaException(Values.kind(value) + " cannot be written as JSON");
    }

    private static String within(Bounds bounds, String begin, List<String> items, String end, int indent, int depth) {
        String line = "\n" + " ".repeat(Math.max(0, indent) * depth);
        String between = indent < 0 ? ", " : "," + line + " ".repeat(indent);
        bounds.size(items.stream()
                        .mapToLong(item -> item.length() + between.length())
                        .sum()
                + 2);
        return items.isEmpty()
                ? begin + end
                : begin
                        + (indent < 0 ? "" : between.substring(1))
                        + String.join(between, items)
                        + (indent < 0 ? "" : line)
                        + end;
    }

    private static String simple(@Nullable Object value) {
        try {
            return JACKSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
