package io.headstream.api.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words as a person types them, for the full-text index: none of its signs mean anything, and each part is taken apart by the index itself. */
final class TypedWords {
    private static final Pattern LAST = Pattern.compile("(?s)(.*?)([\\p{L}\\p{N}\\p{M}]+)");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    private TypedWords() {}

    /** Asks for all words, the last of which may go on; empty where there is none. */
    static String all(String typed) {
        if (typed.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return "";
        }
        List<String> words = new ArrayList<>();
        String[] parts = SPACE.split(typed.strip());
        for (int i = 0; i < parts.length; i++) {
            boolean goesOn = i == parts.length - 1 && typed.endsWith(parts[i]);
            words.add("+" + (goesOn ? begun(parts[i]) : phrase(parts[i])));
        }
        return String.join(" ", words);
    }

    // the part as it is, or with its last letters as the beginning of a word
    private static String begun(String part) {
        Matcher last = LAST.matcher(part);
        if (!last.matches()) {
            return phrase(part);
        }
        String before = last.group(1).isEmpty() ? "" : "+" + phrase(last.group(1)) + " ";
        return "(" + phrase(part) + " " + beginning(part) + " (" + before + "+" + beginning(last.group(2)) + "))";
    }

    private static String phrase(String part) {
        return '"' + part.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    // a beginning is looked up as it is written, in lower case
    private static String beginning(String part) {
        StringBuilder escaped = new StringBuilder();
        part.toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            if (!Character.isLetterOrDigit(c)) {
                escaped.append('\\');
            }
            escaped.appendCodePoint(c);
        });
        return escaped + "*";
    }
}
