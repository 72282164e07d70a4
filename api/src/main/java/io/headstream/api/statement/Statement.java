package io.headstream.api.statement;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;

/**
 * A statement as the database reads it. Comments, texts, quoted names and every character that Cypher takes for space are what its own lexer says they are.
 *
 * @param tokens without comments and space
 * @param options names of query options, such as {@code runtime}; "explain" and "profile" in capitals
 * @param tree what its own parser makes of it; empty where it cannot be parsed, and then the database will say why
 */
public record Statement(List<Token> tokens, List<String> options, Optional<ParserRuleContext> tree) {

    /** Fails with status 400 or 413 for one that is too long, too deep or too hard to be read. */
    public static Statement read(String text) {
        return StatementReader.read(text);
    }

    /** Every part, from the first to the last. */
    Stream<ParseTree> parts() {
        return tree.stream().flatMap(Parts::all);
    }
}
