package io.headstream.tracer.tokenizer;

import io.headstream.tracer.error.TraceException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is put before a prompt that is given as text. */
public enum Bos {
    /** What the tokenizer puts there, unless the prompt begins with it already. */
    AUTO,
    /** The BOS, whatever the prompt begins with, also where the tokenizer puts none there. */
    ADD,
    /** Nothing, nor behind it. */
    NONE;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The one of that name; auto where there is no name.
     *
     * @throws TraceException listing those that are known
     */
    public static Bos named(@Nullable String word) {
        return word == null
                ? AUTO
                : Arrays.stream(values())
                        .filter(each -> each.label().equals(word))
                        .findFirst()
                        .orElseThrow(() ->
                                new TraceException("bos '" + word + "' is not known; it is one of auto, add, none"));
    }
}
