package io.headstream.api.answer;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A statement asked for its plan, and the database's complaints about it as if it had been asked plainly. */
public final class ExplainedStatement {
    private static final String PREFIX = "EXPLAIN ";
    private static final Pattern PLACE = Pattern.compile("line (\\d+), column (\\d+) \\(offset: (\\d+)\\)");
    private static final Pattern CARET = Pattern.compile("(?m)^ {" + PREFIX.length() + "}( *\\^)");

    private ExplainedStatement() {}

    public static String of(String statement) {
        return PREFIX + statement;
    }

    /** Line, column and caret as they are in the user's statement. */
    public static String message(String message) {
        String moved = PLACE.matcher(message).replaceAll(ExplainedStatement::moved);
        String quoted = moved.replace("\"" + PREFIX, "\"");
        return quoted.equals(moved) ? moved : CARET.matcher(quoted).replaceAll("$1");
    }

    private static String moved(MatchResult place) {
        int line = Integer.parseInt(place.group(1));
        int column = Integer.parseInt(place.group(2));
        int offset = Integer.parseInt(place.group(3));
        return "line " + line + ", column " + column(line, column) + " (offset: " + offset(offset) + ")";
    }

    /** A column as it is in the user's statement. */
    public static int column(int line, int column) {
        return line == 1 ? Math.max(1, column - PREFIX.length()) : column;
    }

    /** An offset as it is in the user's statement. */
    public static int offset(int offset) {
        return Math.max(0, offset - PREFIX.length());
    }
}
