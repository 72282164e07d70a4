package io.headstream.ingest.jinja.value;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a call is given, by place and by name. */
public record Arguments(List<Object> byPlace, Map<String, Object> byName) {
    public static final Arguments NONE = new Arguments(List.of(), Map.of());

    public boolean has(int place, String name) {
        return place < byPlace.size() || byName.containsKey(name);
    }

    @Nullable
    public Object get(int place, String name) {
        return place < byPlace.size() ? byPlace.get(place) : byName.get(name);
    }

    /** Null where it is not given, or None. */
    @Nullable
    public String text(int place) {
        return place < byPlace.size() && byPlace.get(place) != null ? neededText(place) : null;
    }

    public Object needed(int place) {
        if (place >= byPlace.size()) {
            throw new JinjaException("an argument is missing");
        }
        return byPlace.get(place);
    }

    public String neededText(int place) {
        if (needed(place) instanceof String text) {
            return text;
        }
        throw new JinjaException("an argument is no text");
    }

    public long whole(int place, String name, long otherwise) {
        if (!has(place, name)) {
            return otherwise;
        }
        if (get(place, name) instanceof Long whole) {
            return whole;
        }
        throw new JinjaException("an argument is no whole number");
    }

    public boolean truth(int place, String name) {
        return has(place, name) && Values.truth(get(place, name));
    }
}
