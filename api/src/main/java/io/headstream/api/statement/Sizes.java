package io.headstream.api.statement;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.Expression1Context;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.Expression2Context;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.Expression6Context;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.FunctionInvocationContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ListComprehensionContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ListLiteralContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.MapProjectionContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.MapProjectionElementContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.NodePatternContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ParameterContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.PostFixContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.PropertyPostfixContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.RangePostfixContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.RelationshipPatternContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.SubqueryScopeContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.VariableContext;

/** How long the list or text that an expression gives may be, about. */
final class Sizes {
    /** Of a list that came from rows: the database keeps account of those. */
    static final double OF_ROWS = 50_000;

    /** Of a property of a node or relationship. */
    static final double STORED = 4096;

    private static final double OF_A_PATH = 1000;
    private static final Set<String> OF_PATHS = Set.of("labels", "keys", "nodes", "relationships");

    private final Map<String, ? extends @Nullable Object> parameters;
    private final Set<String> entities = new HashSet<>();

    Sizes(ParseTree statement, Map<String, ? extends @Nullable Object> parameters) {
        this.parameters = parameters;
        Set<String> others = new HashSet<>();
        Parts.all(statement)
                .filter(VariableContext.class::isInstance)
                .map(VariableContext.class::cast)
                .filter(variable -> !isUse(variable.getParent()))
                .forEach(variable -> (isMatched(variable.getParent()) ? entities : others).add(Names.of(variable)));
        entities.removeAll(others);
    }

    private static boolean isMatched(ParseTree parent) {
        return parent instanceof NodePatternContext
                || (parent instanceof RelationshipPatternContext one && one.pathLength() == null);
    }

    private static boolean isUse(ParseTree parent) {
        return parent instanceof Expression1Context
                || parent instanceof MapProjectionContext
                || parent instanceof MapProjectionElementContext
                || parent instanceof SubqueryScopeContext;
    }

    /** Elements of a list, characters of a text; infinite where nothing is known. */
    double of(ParseTree expression) {
        ParseTree part = Parts.core(expression);
        if (part instanceof ListLiteralContext list) {
            return list.expression().size();
        }
        if (part instanceof ParameterContext parameter) {
            return ofParameter(parameter);
        }
        if (part instanceof ListComprehensionContext list) {
            return of(list.expression(0));
        }
        if (part instanceof FunctionInvocationContext call) {
            return ofCall(call);
        }
        if (part instanceof Expression6Context sum) {
            return sum.expression5().stream().mapToDouble(this::of).sum();
        }
        return part instanceof Expression2Context chain ? ofChain(chain) : OF_ROWS;
    }

    /** Of everything that was given. */
    double ofParameters() {
        return leaves(parameters);
    }

    private double ofParameter(ParameterContext parameter) {
        String name = Names.of(parameter.parameterName());
        return parameters.containsKey(name) ? leaves(parameters.get(name)) : 1;
    }

    private static double leaves(@Nullable Object value) {
        if (value instanceof Collection<?> list) {
            return list.stream().mapToDouble(Sizes::leaves).sum() + 1;
        }
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().mapToDouble(Sizes::leaves).sum() + 1;
        }
        return value instanceof String text ? 1 + text.length() / 8.0 : 1;
    }

    private double ofCall(FunctionInvocationContext call) {
        String name = Names.of(call.functionName()).toLowerCase(Locale.ROOT);
        List<ParseTree> arguments = call.functionArgument().stream()
                .<ParseTree>map(argument -> argument.expression())
                .toList();
        if (name.equals("range")) {
            return ofRange(arguments);
        }
        if (OF_PATHS.contains(name)) {
            return OF_A_PATH;
        }
        return Functions.AS_LONG_AS_GIVEN.contains(name)
                ? arguments.stream().mapToDouble(this::of).max().orElse(1)
                : OF_ROWS;
    }

    private double ofRange(List<ParseTree> bounds) {
        double[] given = bounds.stream().mapToDouble(this::number).toArray();
        if (given.length < 2 || Double.isNaN(given[0] + given[1])) {
            return Double.POSITIVE_INFINITY;
        }
        double step = given.length > 2 && !Double.isNaN(given[2]) ? Math.max(1, Math.abs(given[2])) : 1;
        return Math.abs(given[1] - given[0]) / step + 1;
    }

    private double number(ParseTree expression) {
        ParseTree part = Parts.core(expression);
        if (part instanceof ParameterContext parameter) {
            Object value = parameters.get(Names.of(parameter.parameterName()));
            return value instanceof Number number ? number.doubleValue() : Double.NaN;
        }
        try {
            return Double.parseDouble(part.getText());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private double ofChain(Expression2Context chain) {
        ParseTree base = Parts.core(chain.expression1());
        List<PostFixContext> steps = chain.postFix();
        if (steps.isEmpty()) {
            return of(base);
        }
        PostFixContext last = steps.get(steps.size() - 1);
        double whole = base instanceof ParameterContext
                ? of(base)
                : last instanceof PropertyPostfixContext && steps.size() == 1 && isEntity(base) ? STORED : OF_ROWS;
        return last instanceof RangePostfixContext range ? Math.min(slice(range).orElse(Long.MAX_VALUE), whole) : whole;
    }

    private boolean isEntity(ParseTree base) {
        return base instanceof VariableContext variable && entities.contains(Names.of(variable));
    }

    private OptionalLong slice(RangePostfixContext range) {
        double from = range.fromExp == null ? 0 : number(range.fromExp);
        double to = range.toExp == null ? Double.NaN : number(range.toExp);
        return from >= 0 && to >= from ? OptionalLong.of((long) (to - from)) : OptionalLong.empty();
    }
}
