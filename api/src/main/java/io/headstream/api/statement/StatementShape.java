package io.headstream.api.statement;

import io.headstream.api.graph.Problems;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.neo4j.cypher.internal.parser.v5.Cypher5Lexer;

/**
 * How long and how deep a statement may be. The database's parser and planner recurse: some hundred nested brackets, or some thousand clauses,
 * exhaust its stack, which costs the connection (neo4j/neo4j issue 13928).
 */
final class StatementShape {
    private static final int LONGEST = 100_000;
    private static final int DEEPEST = 100;
    private static final int MOST_CLAUSES = 300;
    private static final int MOST_OPERATORS = 2000;

    private static final Set<Integer> OPEN = Set.of(Cypher5Lexer.LPAREN, Cypher5Lexer.LBRACKET, Cypher5Lexer.LCURLY);
    private static final Set<Integer> CLOSED = Set.of(Cypher5Lexer.RPAREN, Cypher5Lexer.RBRACKET, Cypher5Lexer.RCURLY);
    private static final Set<Integer> CLAUSES = Set.of(
            Cypher5Lexer.MATCH,
            Cypher5Lexer.WITH,
            Cypher5Lexer.UNWIND,
            Cypher5Lexer.RETURN,
            Cypher5Lexer.UNION,
            Cypher5Lexer.CALL,
            Cypher5Lexer.WHEN,
            Cypher5Lexer.EXISTS,
            Cypher5Lexer.COUNT,
            Cypher5Lexer.COLLECT);
    private static final Set<Integer> SIGNS = Set.of(Cypher5Lexer.NOT, Cypher5Lexer.MINUS, Cypher5Lexer.PLUS);
    private static final Set<Integer> OPERATORS = Set.of(
            Cypher5Lexer.PLUS,
            Cypher5Lexer.MINUS,
            Cypher5Lexer.TIMES,
            Cypher5Lexer.DIVIDE,
            Cypher5Lexer.PERCENT,
            Cypher5Lexer.POW,
            Cypher5Lexer.LT,
            Cypher5Lexer.GT,
            Cypher5Lexer.LE,
            Cypher5Lexer.GE,
            Cypher5Lexer.EQ,
            Cypher5Lexer.NEQ,
            Cypher5Lexer.INVALID_NEQ,
            Cypher5Lexer.REGEQ,
            Cypher5Lexer.BAR,
            Cypher5Lexer.DOUBLEBAR,
            Cypher5Lexer.AND,
            Cypher5Lexer.OR,
            Cypher5Lexer.XOR,
            Cypher5Lexer.IN,
            Cypher5Lexer.IS,
            Cypher5Lexer.CONTAINS,
            Cypher5Lexer.STARTS,
            Cypher5Lexer.ENDS);

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

    /** Fails with status 400 for tokens that are nested too deep, or too many. */
    static void check(List<Token> tokens) {
        if (deepest(tokens, OPEN, CLOSED) > DEEPEST) {
            throw tooMuch("brackets nested more than " + DEEPEST + " deep");
        }
        if (deepest(tokens, Set.of(Cypher5Lexer.CASE), Set.of(Cypher5Lexer.END)) > DEEPEST) {
            throw tooMuch("CASE expressions nested more than " + DEEPEST + " deep");
        }
        if (longestRow(tokens) >= DEEPEST) {
            throw tooMuch(DEEPEST + " signs in a row");
        }
        if (count(CLAUSES, tokens) > MOST_CLAUSES) {
            throw tooMuch("more than " + MOST_CLAUSES + " clauses");
        }
        if (count(OPERATORS, tokens) > MOST_OPERATORS) {
            throw tooMuch("more than " + MOST_OPERATORS + " operators");
        }
    }

    private static int deepest(List<Token> tokens, Set<Integer> open, Set<Integer> closed) {
        int depth = 0;
        int deepest = 0;
        for (Token token : tokens) {
            if (open.contains(token.getType())) {
                deepest = Math.max(deepest, ++depth);
            } else if (closed.contains(token.getType())) {
                depth = Math.max(0, depth - 1);
            }
        }
        return deepest;
    }

    private static int longestRow(List<Token> tokens) {
        int row = 0;
        int longest = 0;
        for (Token token : tokens) {
            row = SIGNS.contains(token.getType()) ? row + 1 : 0;
            longest = Math.max(longest, row);
        }
        return longest;
    }

    private static long count(Set<Integer> types, List<Token> tokens) {
        return tokens.stream().filter(token -> types.contains(token.getType())).count();
    }

    private static RuntimeException tooMuch(String what) {
        return Problems.badRequest(
                "the statement has " + what + ", which the database may not be able to read; give lists as parameters");
    }
}
