package io.headstream.api.flow;

import io.headstream.api.graph.Problems;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Layers or positions to show, both ends included. */
record Range(int from, int to) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,6})(?:-(\\d{1,6}))?");

    /** From "3", "0-5" or null for all; `name` is for the message. */
    static Range parse(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return new Range(0, Integer.MAX_VALUE);
        }
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw Problems.badRequest(name + " '" + text + "' is no range; write 3 or 0-5");
        }
        int from = Integer.parseInt(matcher.group(1));
        return new Range(from, matcher.group(2) == null ? from : Integer.parseInt(matcher.group(2)));
    }

    boolean has(int value) {
        return from <= value && value <= to;
    }
}
