package io.headstream.api.statement;

import io.headstream.api.graph.Problems;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.neo4j.cypher.internal.parser.v5.Cypher5Lexer;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser;

/** Runs the database's lexer and parser over a statement, within a time: some short statements take them minutes. */
final class StatementReader {
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private StatementReader() {}

    static Statement read(String text) {
        StatementShape.checkLength(text);
        Cypher5Lexer lexer = new Cypher5Lexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        Tokens tokens = new Tokens(lexer);
        tokens.fill();
        List<Token> read = tokens.getTokens().stream()
                .filter(token -> token.getChannel() == Token.DEFAULT_CHANNEL && token.getType() != Token.EOF)
                .toList();
        StatementShape.check(read);
        List<String> options = new ArrayList<>();
        int start = skipOptions(read, options);
        return new Statement(
                read,
                options,
                parse(tokens, start < read.size() ? read.get(start).getTokenIndex() : 0));
    }

    // CYPHER [version] [name=value ...], EXPLAIN and PROFILE, in any order: no part of the grammar
    private static int skipOptions(List<Token> tokens, List<String> options) {
        int i = 0;
        while (i < tokens.size()) {
            String word = tokens.get(i).getText().toUpperCase(Locale.ROOT);
            if (word.equals("EXPLAIN") || word.equals("PROFILE")) {
                options.add(word);
                i++;
            } else if (word.equals("CYPHER")) {
                i++;
                if (i < tokens.size()
                        && Character.isDigit(tokens.get(i).getText().charAt(0))) {
                    i++;
                }
                while (i + 2 < tokens.size() && tokens.get(i + 1).getType() == Cypher5Lexer.EQ) {
                    options.add(tokens.get(i).getText());
                    i += 3;
                }
            } else {
                return i;
            }
        }
        return i;
    }

    // as the database does: the quick way first, the thorough one only where that fails
    private static Optional<ParserRuleContext> parse(Tokens tokens, int start) {
        for (PredictionMode mode : new PredictionMode[] {PredictionMode.SLL, PredictionMode.LL}) {
            tokens.seek(start);
            Cypher5Parser parser = new Cypher5Parser(tokens);
            parser.removeErrorListeners();
            parser.setErrorHandler(new BailErrorStrategy());
            parser.getInterpreter().setPredictionMode(mode);
            try {
                tokens.begin();
                return Optional.of(parser.statements());
            } catch (ParseCancellationException e) {
                // told by the database, in its own words
            } catch (StackOverflowError e) {
                throw Problems.badRequest("the statement is nested too deep to be read; ask for less at a time");
            }
        }
        return Optional.empty();
    }

    /** Tokens that are not given for ever. */
    private static final class Tokens extends CommonTokenStream {
        private long begun = System.nanoTime();

        Tokens(TokenSource source) {
            super(source);
        }

        void begin() {
            begun = System.nanoTime();
        }

        @Override
        public int LA(int ahead) {
            if (System.nanoTime() - begun > LONGEST.toNanos()) {
                throw Problems.badRequest("the statement takes longer than " + LONGEST.toMillis()
                        + " ms to be read: it is nested in a way that the database's parser tries again and again;"
                        + " nest fewer CASE expressions and brackets");
            }
            return super.LA(ahead);
        }
    }
}
