package io.headstream.ingest.body;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How many tags a trace may have, and how long they may be. */
public final class Tags {
    static final int MOST = 100;
    static final int LONGEST = 200;

    private Tags() {}

    /** What is wrong with tags, as the end of a sentence that names them; none where they are as they should be. */
    public static Optional<String> problem(List<? extends @Nullable Object> tags) {
        if (tags.size() > MOST) {
            return Optional.of("holds " + tags.size() + "; a trace may have " + MOST + " tags");
        }
        for (Object tag : tags) {
            String text = tag == null ? "" : tag.toString();
            if (text.isBlank()) {
                return Optional.of("holds a blank tag; leave it out, or give it a text");
            }
            if (text.length() > LONGEST) {
                return Optional.of("holds a tag of " + text.length() + " characters; it may have " + LONGEST);
            }
        }
        return Optional.empty();
    }
}
