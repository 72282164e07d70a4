package io.headstream.ingest.jinja.value;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code loop} in one turn of a loop over items. */
public record Loop(List<Object> items, int index0, int depth0) {
    @Nullable
    public Object attribute(String name) {
        int size = items.size();
        return switch (name) {
            case "index" -> index0 + 1L;
            case "index0" -> (long) index0;
            case "revindex" -> (long) size - index0;
            case "revindex0" -> size - index0 - 1L;
            case "first" -> index0 == 0;
            case "last" -> index0 == size - 1;
            case "length" -> (long) size;
            case "depth" -> depth0 + 1L;
            case "depth0" -> (long) depth0;
            case "previtem" -> index0 == 0 ? new Undefined(name) : items.get(index0 - 1);
            case "nextitem" -> index0 == size - 1 ? new Undefined(name) : items.get(index0 + 1);
            case "cycle" ->
                (Callable) a -> a.needed(index0 % Math.max(1, a.byPlace().size()));
            default -> throw new JinjaException("loop." + name + " is not known here");
        };
    }
}
