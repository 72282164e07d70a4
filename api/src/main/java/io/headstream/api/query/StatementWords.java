package io.headstream.api.query;

/**
 * A statement with comments, texts and quoted names blanked, so that words in them are not taken for Cypher's. Every other character that
 * Cypher takes for space, a no-break space or a record separator among them, becomes a plain space.
 */
final class StatementWords {
    private final String statement;
    private final StringBuilder words = new StringBuilder();
    private int at;

    private StatementWords(String statement) {
        this.statement = statement;
    }

    /** Comments become a space, texts '', quoted names the name quoted_. */
    static String of(String statement) {
        return new StatementWords(statement).read();
    }

    private String read() {
        while (at < statement.length()) {
            char c = statement.charAt(at);
            if (statement.startsWith("/*", at)) {
                skip(" ", endOf("*/", at + 2));
            } else if (statement.startsWith("//", at)) {
                skip(" ", endOfLine());
            } else if (c == '\'' || c == '"') {
                skip("''", endOfText(c));
            } else if (c == '`') {
                skip("quoted_", endOfName());
            } else {
                skip(isSpace(c) ? " " : String.valueOf(c), at + 1);
            }
        }
        return words.toString();
    }

    private void skip(String shown, int to) {
        words.append(shown);
        at = to;
    }

    private int endOf(String end, int from) {
        int found = statement.indexOf(end, from);
        return found < 0 ? statement.length() : found + end.length();
    }

    private int endOfLine() {
        int i = at;
        while (i < statement.length() && statement.charAt(i) != '\n' && statement.charAt(i) != '\r') {
            i++;
        }
        return i;
    }

    private int endOfText(char quote) {
        int i = at + 1;
        while (i < statement.length() && statement.charAt(i) != quote) {
            i += statement.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(i + 1, statement.length());
    }

    private int endOfName() {
        int i = at + 1;
        while (i < statement.length()) {
            if (statement.charAt(i) != '`') {
                i++;
            } else if (statement.startsWith("``", i)) {
                i += 2;
            } else {
                return i + 1;
            }
        }
        return i;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }
}
