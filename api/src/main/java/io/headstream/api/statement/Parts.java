package io.headstream.api.statement;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.antlr.v4.runtime.tree.ParseTree;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ParenthesizedExpressionContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.VariableContext;

/** Ways through the tree of a statement, whose expressions lie some ten levels below each other. */
final class Parts {
    private Parts() {}

    static List<ParseTree> children(ParseTree part) {
        return IntStream.range(0, part.getChildCount()).mapToObj(part::getChild).toList();
    }

    /** The part itself and all below it, from the first to the last; however deep they lie. */
    static Stream<ParseTree> all(ParseTree part) {
        Deque<ParseTree> left = new ArrayDeque<>(List.of(part));
        List<ParseTree> all = new ArrayList<>();
        while (!left.isEmpty()) {
            ParseTree next = left.pop();
            all.add(next);
            for (int i = next.getChildCount() - 1; i >= 0; i--) {
                left.push(next.getChild(i));
            }
        }
        return all.stream();
    }

    /** What an expression is, without the levels that only pass it on, and without brackets around it. */
    static ParseTree core(ParseTree expression) {
        ParseTree part = expression;
        while (true) {
            if (part instanceof ParenthesizedExpressionContext brackets) {
                part = brackets.expression();
            } else if (!(part instanceof VariableContext)
                    && part.getChildCount() == 1
                    && part.getChild(0).getChildCount() > 0) {
                part = part.getChild(0);
            } else {
                return part;
            }
        }
    }
}
