package io.headstream.api.statement;

import org.antlr.v4.runtime.tree.ParseTree;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.Expression6Context;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ListLiteralContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.MapContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.MapProjectionContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.SingleQueryContext;

/**
 * How often a statement may double what it has: text + text, or [list, list], thirty times over, fills any memory. What one clause makes, the next may
 * use, so that clauses add up; what stands side by side within one does not.
 */
final class Growth {
    private Growth() {}

    /** Doublings, at most. */
    static double of(ParseTree part) {
        double sum = 0;
        double most = 0;
        for (int i = 0; i < part.getChildCount(); i++) { // parts lie deep: few frames each
            double one = of(part.getChild(i));
            sum += one;
            most = Math.max(most, one);
        }
        return (part instanceof SingleQueryContext ? sum : most) + own(part);
    }

    private static double own(ParseTree part) {
        if (part instanceof Expression6Context sum
                && !(sum.PLUS().isEmpty() && sum.DOUBLEBAR().isEmpty())) {
            return doublings(
                    sum.expression5().stream().filter(Growth::mayBeLarge).count());
        }
        if (part instanceof ListLiteralContext list) {
            return doublings(
                    list.expression().stream().filter(Growth::mayBeLarge).count());
        }
        if (part instanceof MapContext map) {
            return doublings(
                    map.expression().stream().filter(Growth::mayBeLarge).count());
        }
        return part instanceof MapProjectionContext map
                ? doublings(map.mapProjectionElement().size())
                : 0;
    }

    private static double doublings(long parts) {
        return parts < 2 ? 0 : Math.log(parts) / Math.log(2);
    }

    private static boolean mayBeLarge(ParseTree operand) {
        return Parts.all(operand).anyMatch(Names::isName);
    }
}
