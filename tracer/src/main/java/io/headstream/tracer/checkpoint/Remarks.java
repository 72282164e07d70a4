package io.headstream.tracer.checkpoint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a user should know of how a checkpoint was read, gathered while it is. */
public final class Remarks {
    private final Map<String, String> assumed = new LinkedHashMap<>();
    private final List<String> others = new ArrayList<>();

    /** Remembers a value that was taken because its key is absent, and gives it. */
    <T> T assumed(String key, T value) {
        assumed.put(key, String.valueOf(value));
        return value;
    }

    public void add(String remark) {
        if (!others.contains(remark)) {
            others.add(remark);
        }
    }

    /** For people, what was assumed first. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (!assumed.isEmpty()) {
            notes.add("config.json leaves out what changes the pass; taken as transformers takes it: "
                    + assumed.entrySet().stream()
                            .map(entry -> entry.getKey() + " " + entry.getValue())
                            .collect(Collectors.joining(", ")));
        }
        notes.addAll(others);
        return notes;
    }
}
