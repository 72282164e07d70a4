package io.headstream.api.statement;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.CollectExpressionContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.CountExpressionContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ExistsExpressionContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.FunctionInvocationContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ListComprehensionContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ListItemsPredicateContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.NormalizeFunctionContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ReduceExpressionContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.StringAndListComparisonContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.UnwindClauseContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.VariableContext;

/**
 * How much a statement may do within one expression. The database looks whether it was told to end at every row and at everything it reads, but
 * not while it evaluates an expression; so one that loops there without a known bound may run long past its time, and what it makes is on no
 * account of memory. Suspected is whatever is not known to be small: functions that are on no list, loops in loops, what doubles again and again.
 */
public final class Effort {
    /** For messages. */
    public static final String WORDS =
            "loops in loops (list expressions, any(), all(), reduce(), COUNT { UNWIND ... }), range() other than in UNWIND, =~ and the like";

    private static final double MOST_STEPS = 1_000_000;
    private static final double MOST_DOUBLINGS = 12;
    private static final double ORDINARY = 1000; // characters or elements
    private static final double ENDLESS = Double.POSITIVE_INFINITY;

    private final Sizes sizes;

    private Effort(Sizes sizes) {
        this.sizes = sizes;
    }

    /** Whether a statement may compute long within one expression. */
    public static boolean isUnbounded(Statement statement, Map<String, ? extends @Nullable Object> parameters) {
        return statement
                .tree()
                .map(tree -> {
                    Sizes sizes = new Sizes(tree, parameters);
                    double given = sizes.ofParameters() + tree.getText().length();
                    double doublings = Growth.of(tree) + Math.max(0, Math.log(given / ORDINARY) / Math.log(2));
                    return doublings > MOST_DOUBLINGS || new Effort(sizes).steps(tree) > MOST_STEPS;
                })
                .orElse(true);
    }

    private double steps(ParseTree part) {
        if (part instanceof ListComprehensionContext list) {
            return loop(list.expression(0), Stream.of(list.whereExp, list.barExp));
        }
        if (part instanceof ListItemsPredicateContext predicate) {
            return loop(predicate.inExp, Stream.of(predicate.whereExp));
        }
        if (part instanceof ReduceExpressionContext reduce) {
            return steps(reduce.expression(0)) + reduce(reduce);
        }
        if (part instanceof ExistsExpressionContext
                || part instanceof CountExpressionContext
                || part instanceof CollectExpressionContext) {
            return subquery(part);
        }
        return below(part) + own(part);
    }

    private double own(ParseTree part) {
        if (part instanceof FunctionInvocationContext call) {
            return call(call);
        }
        if (part instanceof StringAndListComparisonContext comparison) {
            return comparison(comparison);
        }
        return part instanceof NormalizeFunctionContext ? ENDLESS : 0;
    }

    private double below(ParseTree part) {
        double sum = 0;
        for (int i = 0; i < part.getChildCount(); i++) { // parts lie deep: few frames each
            sum += steps(part.getChild(i));
        }
        return sum;
    }

    private double loop(ParseTree list, Stream<? extends @Nullable ParseTree> bodies) {
        double each =
                bodies.filter(body -> body != null).mapToDouble(this::body).sum();
        double times = sizes.of(list);
        return steps(list) + (times == 0 ? 0 : times * (1 + each));
    }

    // a body that is a whole list makes a matrix
    private double body(@Nullable ParseTree body) {
        if (body == null) {
            return 0;
        }
        ParseTree core = Parts.core(body);
        return steps(body) + (Names.isGiven(core) ? sizes.of(core) : 0);
    }

    private double reduce(ReduceExpressionContext reduce) {
        ParseTree body = reduce.expression(2);
        String whole = Names.of(reduce.variable(0));
        long uses = Parts.all(body)
                .filter(VariableContext.class::isInstance)
                .filter(variable -> Names.of((VariableContext) variable).equals(whole))
                .count();
        boolean grows = Growth.of(body) > 0;
        if (grows && uses > 1) {
            return ENDLESS; // it may double with every element
        }
        double times = sizes.of(reduce.expression(1));
        return steps(reduce.expression(1)) + times * (1 + steps(body) + (grows ? times / 64 : 0)); // copied at each
    }

    // rows within an expression: not known to be looked at one by one
    private double subquery(ParseTree subquery) {
        double rows = Parts.all(subquery)
                .filter(UnwindClauseContext.class::isInstance)
                .mapToDouble(unwind -> sizes.of(((UnwindClauseContext) unwind).expression()))
                .reduce(1, (a, b) -> a * b);
        return rows * (1 + below(subquery));
    }

    private double call(FunctionInvocationContext call) {
        String name = Names.of(call.functionName()).toLowerCase(Locale.ROOT);
        List<ParseTree> arguments = call.functionArgument().stream()
                .<ParseTree>map(argument -> argument.expression())
                .toList();
        if (Functions.CONSTANT.contains(name)) {
            return 0;
        }
        if (name.equals("range")) {
            return isDrawnFrom(call) ? 0 : sizes.of(call);
        }
        if (Functions.LINEAR.contains(name)) {
            return DoubleStream.of(arguments.stream().mapToDouble(sizes::of).toArray())
                    .max()
                    .orElse(0);
        }
        return name.equals("replace") && arguments.size() == 3 && Texts.staysShort(arguments.get(1), arguments.get(2))
                ? sizes.of(arguments.get(0))
                : ENDLESS;
    }

    // UNWIND takes one number after the other
    private static boolean isDrawnFrom(FunctionInvocationContext call) {
        ParseTree part = call;
        while (part.getParent() != null && Parts.core(part.getParent()) == call) {
            part = part.getParent();
        }
        return part.getParent() instanceof UnwindClauseContext;
    }

    private double comparison(StringAndListComparisonContext comparison) {
        if (comparison.REGEQ() != null) {
            ParseTree text = Parts.children(comparison.getParent()).get(0);
            return Texts.isQuick(comparison.expression6()) && sizes.of(text) <= Sizes.STORED ? sizes.of(text) : ENDLESS;
        }
        return comparison.IN() != null ? sizes.of(comparison.expression6()) : 0;
    }
}
