package io.headstream.api.query;

import java.util.regex.Pattern;

/** A statement with comments, texts and quoted names blanked, so that words in them are not taken for Cypher's. */
final class StatementWords {
    private static final Pattern NOT_WORDS = Pattern.compile(
            // comments, texts and quoted names, each in whole
            "/\\*.*?(?:\\*/|\\z)|//[^\\n\\r]*"
                    + "|'(?:[^'\\\\]|\\\\.)*+'|\"(?:[^\"\\\\]|\\\\.)*+\""
                    + "|`(?:[^`]|``)*+`",
            Pattern.DOTALL);

    private StatementWords() {}

    /** Comments become a space, texts '', quoted names the name quoted_. */
    static String of(String statement) {
        return NOT_WORDS.matcher(statement).replaceAll(found -> switch (found.group()
                .charAt(0)) {
            case '/' -> " ";
            case '`' -> "quoted_";
            default -> "''";
        });
    }
}
