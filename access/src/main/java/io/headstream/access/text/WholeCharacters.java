package io.headstream.access.text;

import java.nio.charset.StandardCharsets;

/** Whether a text is made of whole characters: half of a pair of surrogates can be neither encoded, nor stored, nor told again. */
public final class WholeCharacters {
    private WholeCharacters() {}

    /** What is wrong with a text that is not. */
    public static final String PROBLEM = "a text with half a character in it, a surrogate without its pair";

    public static boolean make(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
