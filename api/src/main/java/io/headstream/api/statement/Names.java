package io.headstream.api.statement;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.neo4j.cypher.internal.parser.v5.Cypher5Lexer;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.FunctionInvocationContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ParameterContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.PathPatternNonEmptyContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.RegularQueryContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.VariableContext;

/** Names in a statement, as they are meant. */
final class Names {
    private Names() {}

    /** Of a function, procedure or variable: its parts with their dots, without quotes and spaces. */
    static String of(ParserRuleContext name) {
        return terminals(name).map(Names::plain).collect(Collectors.joining());
    }

    /** Whether a part stands for something from elsewhere: a variable, a parameter, a function's or a subquery's answer. */
    static boolean isName(ParseTree part) {
        return part instanceof VariableContext
                || part instanceof ParameterContext
                || part instanceof FunctionInvocationContext
                || part instanceof RegularQueryContext
                || part instanceof PathPatternNonEmptyContext;
    }

    /** Whether a part is a parameter. */
    static boolean isGiven(ParseTree part) {
        return part instanceof ParameterContext;
    }

    private static Stream<Token> terminals(ParseTree tree) {
        return tree instanceof TerminalNode leaf
                ? Stream.of(leaf.getSymbol())
                : Stream.iterate(0, i -> i < tree.getChildCount(), i -> i + 1)
                        .flatMap(i -> terminals(tree.getChild(i)));
    }

    private static String plain(Token token) {
        String text = token.getText();
        return token.getType() == Cypher5Lexer.ESCAPED_SYMBOLIC_NAME
                ? text.substring(1, text.length() - 1).replace("``", "`")
                : text;
    }
}
