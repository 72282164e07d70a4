package io.headstream.ingest.jinja;

import io.headstream.ingest.jinja.Token.Kind;
import io.headstream.ingest.jinja.value.Arguments;
import io.headstream.ingest.jinja.value.Bounds;
import io.headstream.ingest.jinja.value.Filters;
import io.headstream.ingest.jinja.value.Operators;
import io.headstream.ingest.jinja.value.Tests;
import io.headstream.ingest.jinja.value.Texts;
import io.headstream.ingest.jinja.value.Tuple;
import io.headstream.ingest.jinja.value.Undefined;
import io.headstream.ingest.jinja.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads expressions in jinja2's grammar: what binds closer is read further down. */
final class Expressions {
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");

    private final Tokens tokens;
    private final Operands operands;

    Expressions(Tokens tokens) {
        this.tokens = tokens;
        this.operands = new Operands(tokens, this);
    }

    /** One, or several with commas between, which make a tuple. */
    Expression tuple() {
        return tuple(expression());
    }

    /** What a loop goes through: a condition behind it is the loop's. */
    Expression unconditional() {
        return tuple(or());
    }

    private Expression tuple(Expression first) {
        if (!tokens.now().isOperator(",")) {
            return first;
        }
        List<Expression> items = new ArrayList<>(List.of(first));
        while (tokens.skips(",") && beginsExpression()) {
            items.add(expression());
        }
        return scope -> new Tuple(Operands.values(items, scope));
    }

    private boolean beginsExpression() {
        Token now = tokens.now();
        return switch (now.kind()) {
            case NAME -> !now.text().equals("in") && !now.text().equals("if");
            case STRING, INTEGER, FLOAT -> true;
            case OPERATOR -> Set.of("(", "[", "{", "-", "+").contains(now.text());
            default -> false;
        };
    }

    Expression expression() {
        Expression value = or();
        while (tokens.skipsName("if")) {
            Expression then = value;
            Expression condition = or();
            Expression otherwise =
                    tokens.skipsName("else") ? expression() : scope -> new Undefined("a value without an else");
            value = scope -> Values.truth(condition.in(scope)) ? then.in(scope) : otherwise.in(scope);
        }
        return value;
    }

    private Expression or() {
        Expression left = and();
        while (tokens.skipsName("or")) {
            Expression a = left;
            Expression b = and();
            left = scope -> {
                Object value = a.in(scope);
                return Values.truth(value) ? value : b.in(scope);
            };
        }
        return left;
    }

    private Expression and() {
        Expression left = not();
        while (tokens.skipsName("and")) {
            Expression a = left;
            Expression b = not();
            left = scope -> {
                Object value = a.in(scope);
                return Values.truth(value) ? b.in(scope) : value;
            };
        }
        return left;
    }

    private Expression not() {
        if (tokens.now().isName("not") && !tokens.after().isName("in")) {
            tokens.next();
            Expression negated = not();
            return scope -> !Values.truth(negated.in(scope));
        }
        return compared();
    }

    /** Several comparisons in a row hold if each does: {@code 1 < x < 3}. */
    private Expression compared() {
        Expression first = sum();
        List<String> signs = new ArrayList<>();
        List<Expression> others = new ArrayList<>();
        for (String sign = comparison(); sign != null; sign = comparison()) {
            signs.add(sign);
            others.add(sum());
        }
        return signs.isEmpty()
                ? first
                : scope -> {
                    Object left = first.in(scope);
                    for (int i = 0; i < signs.size(); i++) {
                        Object right = others.get(i).in(scope);
                        if (!holds(scope.bounds(), signs.get(i), left, right)) {
                            return false;
                        }
                        left = right;
                    }
                    return true;
                };
    }

    private @Nullable String comparison() {
        Token now = tokens.now();
        if (now.kind() == Kind.OPERATOR && COMPARISONS.contains(now.text()) || now.isName("in")) {
            return tokens.next().text();
        }
        if (now.isName("not") && tokens.after().isName("in")) {
            tokens.next();
            tokens.next();
            return "not in";
        }
        return null;
    }

    private static boolean holds(Bounds bounds, String sign, @Nullable Object left, @Nullable Object right) {
        return switch (sign) {
            case "in" -> Values.contains(bounds, right, left);
            case "not in" -> !Values.contains(bounds, right, left);
            default ->
                Tests.holds(bounds, sign, left, new Arguments(java.util.Collections.singletonList(right), Map.of()));
        };
    }

    private Expression sum() {
        return calculated(Set.of("+", "-"), this::joined);
    }

    private Expression joined() {
        Expression first = product();
        if (!tokens.now().isOperator("~")) {
            return first;
        }
        List<Expression> parts = new ArrayList<>(List.of(first));
        while (tokens.skips("~")) {
            parts.add(product());
        }
        return scope -> Texts.joined(scope.bounds(), Operands.values(parts, scope), "");
    }

    private Expression product() {
        return calculated(Set.of("*", "/", "//", "%"), this::power);
    }

    private Expression power() {
        return calculated(Set.of("**"), this::signed);
    }

    private Expression calculated(Set<String> operators, java.util.function.Supplier<Expression> operand) {
        Expression left = operand.get();
        while (tokens.now().kind() == Kind.OPERATOR
                && operators.contains(tokens.now().text())) {
            String operator = tokens.next().text();
            Expression a = left;
            Expression b = operand.get();
            left = scope -> Operators.calculated(scope.bounds(), operator, a.in(scope), b.in(scope));
        }
        return left;
    }

    private Expression signed() {
        return filtered(unfiltered());
    }

    private Expression unfiltered() {
        if (tokens.skips("-")) {
            Expression negated = unfiltered();
            return scope -> Operators.calculated(scope.bounds(), "-", 0L, negated.in(scope));
        }
        return tokens.skips("+") ? unfiltered() : operands.operand();
    }

    private Expression filtered(Expression value) {
        Expression filtered = value;
        while (true) {
            if (tokens.skips("|")) {
                filtered = filter(filtered);
            } else if (tokens.skipsName("is")) {
                filtered = test(filtered);
            } else if (tokens.now().isOperator("(")) {
                filtered = operands.call(filtered);
            } else {
                return filtered;
            }
        }
    }

    /** One filter on a value. */
    Expression filter(Expression value) {
        String name = Filters.known(tokens.name());
        Operands.Call arguments = tokens.now().isOperator("(") ? operands.arguments() : Operands.Call.NONE;
        return scope -> Filters.apply(scope.bounds(), name, value.in(scope), arguments.in(scope));
    }

    private Expression test(Expression value) {
        boolean isNot = tokens.skipsName("not");
        String name = tokens.name();
        Operands.Call arguments = Operands.Call.NONE;
        Token now = tokens.now();
        if (now.isOperator("(")) {
            arguments = operands.arguments();
        } else if (beginsArgument(now)) {
            arguments = new Operands.Call(List.of(operands.operand()), Map.of());
        }
        Operands.Call given = arguments;
        return scope -> Tests.holds(scope.bounds(), name, value.in(scope), given.in(scope)) != isNot;
    }

    private static boolean beginsArgument(Token now) {
        return switch (now.kind()) {
            case NAME -> !Set.of("else", "or", "and", "is", "if", "not", "in").contains(now.text());
            case STRING, INTEGER, FLOAT -> true;
            case OPERATOR -> now.text().equals("[") || now.text().equals("{");
            default -> false;
        };
    }
}
