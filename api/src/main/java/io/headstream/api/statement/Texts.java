package io.headstream.api.statement;

import java.util.Optional;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.tree.ParseTree;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.StringLiteralContext;

/** Texts that stand in a statement, where it matters what they say. */
final class Texts {
    private static final int FEW = 3;
    private static final Pattern ESCAPED = Pattern.compile("\\\\\\\\.|\\\\.");
    private static final Pattern ONE_OF = Pattern.compile("\\[[^]]*]");
    private static final Pattern QUANTIFIED_GROUP = Pattern.compile("\\)[*+{?]");
    private static final Pattern QUANTIFIER = Pattern.compile("[*+{]");

    private Texts() {}

    /** Whether a regular expression takes few steps for each character: no group repeats, and few other things do. */
    static boolean isQuick(ParseTree expression) {
        return literal(expression)
                .filter(pattern -> !pattern.matches("(?s).*\\\\[0-9k].*"))
                .map(pattern ->
                        ONE_OF.matcher(ESCAPED.matcher(pattern).replaceAll("x")).replaceAll("x"))
                .filter(pattern -> !QUANTIFIED_GROUP.matcher(pattern).find())
                .filter(pattern -> QUANTIFIER.matcher(pattern).results().count() <= FEW)
                .isPresent();
    }

    /** Whether replacing makes no text longer than twice as long. */
    static boolean staysShort(ParseTree what, ParseTree with) {
        return literal(what)
                .filter(found -> !found.isEmpty())
                .flatMap(found -> literal(with).filter(put -> put.length() <= 2 * found.length()))
                .isPresent();
    }

    private static Optional<String> literal(ParseTree expression) {
        return Optional.of(Parts.core(expression))
                .filter(StringLiteralContext.class::isInstance)
                .map(ParseTree::getText)
                .map(text -> text.substring(1, text.length() - 1));
    }
}
