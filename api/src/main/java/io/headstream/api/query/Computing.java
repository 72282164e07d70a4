package io.headstream.api.query;

import java.util.regex.Pattern;

/**
 * Statements with a loop inside an expression. The database looks whether it was told to end at every row and at everything it reads, but
 * not while it evaluates one expression; so one of these may run long past its time.
 */
final class Computing {
    /** For messages. */
    static final String WORDS = "reduce(), list expressions, any(), all(), none(), single(), range(), =~ and the like";

    private static final Pattern LOOPS = Pattern.compile(
            "\\b(?:reduce|any|all|none|single|range|reverse|replace|split|tail|\\w+List)\\s*\\(|\\[\\s*\\w+\\s+IN\\b|=~",
            Pattern.CASE_INSENSITIVE);

    private Computing() {}

    /** Whether a statement, given as its {@link StatementWords}, may be one. */
    static boolean in(String words) {
        return LOOPS.matcher(words).find();
    }
}
