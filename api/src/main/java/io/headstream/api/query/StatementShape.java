package io.headstream.api.query;

import io.headstream.api.graph.Problems;
import jakarta.ws.rs.core.Response.Status;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long and how deep a statement may be. The database's parser and planner recurse: some hundred nested brackets, or some thousand clauses,
 * exhaust its stack, which costs the connection (neo4j/neo4j issue 13928).
 */
final class StatementShape {
    private static final int LONGEST = 100_000;
    private static final int DEEPEST = 100;
    private static final int MOST_CLAUSES = 300;

    private static final Pattern CLAUSE = Pattern.compile(
            "\\b(?:MATCH|WITH|UNWIND|RETURN|UNION|CALL|WHEN|EXISTS|COUNT|COLLECT)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern SIGNS =
            Pattern.compile("(?:(?:\\bNOT\\b|[-+])\\s*){" + DEEPEST + "}+", Pattern.CASE_INSENSITIVE);
    private static final Pattern OPERATOR =
            Pattern.compile("[-+*/%^<>=|]|\\b(?:AND|OR|XOR)\\b", Pattern.CASE_INSENSITIVE);
    private static final int MOST_OPERATORS = 2000;

    private StatementShape() {}

    /** Fails with status 413 for a statement that is too long. */
    static void checkLength(String statement) {
        if (statement.length() > LONGEST) {
            throw Problems.of(
                    Status.REQUEST_ENTITY_TOO_LARGE,
                    "the statement has " + statement.length() + " characters; at most " + LONGEST
                            + " are read: give long lists and texts as parameters");
        }
    }

    /** Fails with status 400 for {@link StatementWords} that are too deep or too many. */
    static void check(String words) {
        if (depth(words) > DEEPEST) {
            throw tooMuch("brackets nested more than " + DEEPEST + " deep");
        }
        if (SIGNS.matcher(words).find()) {
            throw tooMuch(DEEPEST + " signs in a row");
        }
        if (count(CLAUSE, words) > MOST_CLAUSES) {
            throw tooMuch("more than " + MOST_CLAUSES + " clauses");
        }
        if (count(OPERATOR, words) > MOST_OPERATORS) {
            throw tooMuch("more than " + MOST_OPERATORS + " operators");
        }
    }

    private static int depth(String words) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < words.length(); i++) {
            switch (words.charAt(i)) {
                case '(', '[', '{' -> deepest = Math.max(deepest, ++depth);
                case ')', ']', '}' -> depth--;
                default -> {}
            }
        }
        return deepest;
    }

    private static long count(Pattern pattern, String words) {
        Matcher matcher = pattern.matcher(words);
        long found = 0;
        while (matcher.find()) {
            found++;
        }
        return found;
    }

    private static RuntimeException tooMuch(String what) {
        return Problems.badRequest(
                "the statement has " + what + ", which the database may not be able to read; give lists as parameters");
    }
}
