package io.headstream.ingest.jinja;

import io.headstream.ingest.jinja.Token.Kind;
import io.headstream.ingest.jinja.value.Arguments;
import io.headstream.ingest.jinja.value.Callable;
import io.headstream.ingest.jinja.value.JinjaException;
import io.headstream.ingest.jinja.value.Operators;
import io.headstream.ingest.jinja.value.Tuple;
import io.headstream.ingest.jinja.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what operators stand between: names, texts, numbers, lists and maps, with the attributes, items and calls behind them. */
final class Operands {
    private final Tokens tokens;
    private final Expressions expressions;

    Operands(Tokens tokens, Expressions expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    Expression operand() {
        return postfix(primary());
    }

    private Expression postfix(Expression value) {
        Expression found = value;
        while (true) {
            Expression of = found;
            if (tokens.skips(".")) {
                Token name = tokens.next();
                if (name.kind() == Kind.INTEGER) {
                    Long place = Long.valueOf(name.text());
                    found = scope -> Operators.item(scope.bounds(), of.in(scope), place);
                } else if (name.kind() == Kind.NAME) {
                    found = scope -> Operators.attribute(scope.bounds(), of.in(scope), name.text());
                } else {
                    throw tokens.wrong("'" + name.text() + "' stands where a name should");
                }
            } else if (tokens.skips("[")) {
                found = subscript(of);
            } else if (tokens.now().isOperator("(")) {
                found = call(of);
            } else {
                return found;
            }
        }
    }

    private Expression subscript(Expression of) {
        Expression from = tokens.now().isOperator(":") ? scope -> null : expressions.expression();
        if (tokens.skips("]")) {
            return scope -> Operators.item(scope.bounds(), of.in(scope), from.in(scope));
        }
        tokens.expect(":");
        Expression to =
                tokens.now().isOperator(":") || tokens.now().isOperator("]") ? scope -> null : expressions.expression();
        Expression step = tokens.skips(":") && !tokens.now().isOperator("]") ? expressions.expression() : scope -> null;
        tokens.expect("]");
        return scope -> Operators.slice(scope.bounds(), of.in(scope), from.in(scope), to.in(scope), step.in(scope));
    }

    Expression call(Expression called) {
        int line = tokens.now().line();
        Call arguments = arguments();
        return scope -> {
            Object callable = called.in(scope);
            if (callable instanceof Callable function) {
                return function.call(arguments.in(scope));
            }
            throw JinjaException.at(line, Values.kind(callable) + " cannot be called");
        };
    }

    Call arguments() {
        tokens.expect("(");
        List<Expression> byPlace = new ArrayList<>();
        Map<String, Expression> byName = new LinkedHashMap<>();
        while (!tokens.skips(")")) {
            if (tokens.now().kind() == Kind.NAME && tokens.after().isOperator("=")) {
                String name = tokens.name();
                tokens.expect("=");
                byName.put(name, expressions.expression());
            } else {
                byPlace.add(expressions.expression());
            }
            if (!tokens.now().isOperator(")")) {
                tokens.expect(",");
            }
        }
        return new Call(byPlace, byName);
    }

    private Expression primary() {
        Token token = tokens.next();
        return switch (token.kind()) {
            case NAME -> name(token.text());
            case STRING -> {
                StringBuilder text = new StringBuilder(token.text());
                while (tokens.now().kind() == Kind.STRING) {
                    text.append(tokens.next().text());
                }
                String whole = text.toString();
                yield scope -> whole;
            }
            case INTEGER -> {
                if (token.text().length() > 18) {
                    throw tokens.wrong("a number is too large");
                }
                Long whole = Long.valueOf(token.text());
                yield scope -> whole;
            }
            case FLOAT -> {
                Double number = Double.valueOf(token.text());
                yield scope -> number;
            }
            default -> bracketed(token);
        };
    }

    private static Expression name(String name) {
        return switch (name) {
            case "true", "True" -> scope -> true;
            case "false", "False" -> scope -> false;
            case "none", "None" -> scope -> null;
            default -> scope -> scope.get(name);
        };
    }

    private Expression bracketed(Token token) {
        if (token.isOperator("(")) {
            Expression value = tokens.now().isOperator(")") ? scope -> new Tuple(List.of()) : expressions.tuple();
            tokens.expect(")");
            return value;
        }
        if (token.isOperator("[")) {
            List<Expression> items = new ArrayList<>();
            while (!tokens.skips("]")) {
                items.add(expressions.expression());
                if (!tokens.now().isOperator("]")) {
                    tokens.expect(",");
                }
            }
            return scope -> values(items, scope);
        }
        if (token.isOperator("{")) {
            return map();
        }
        throw JinjaException.at(token.line(), "'" + token.text() + "' stands where a value should");
    }

    private Expression map() {
        Map<Expression, Expression> entries = new LinkedHashMap<>();
        while (!tokens.skips("}")) {
            Expression key = expressions.expression();
            tokens.expect(":");
            entries.put(key, expressions.expression());
            if (!tokens.now().isOperator("}")) {
                tokens.expect(",");
            }
        }
        return scope -> {
            Map<Object, @Nullable Object> map = new LinkedHashMap<>();
            entries.forEach((key, value) -> {
                Object name = key.in(scope);
                if (name instanceof List || name instanceof Map) {
                    throw new JinjaException(Values.kind(name) + " cannot be a key");
                }
                map.put(name, value.in(scope));
            });
            return map;
        };
    }

    static List<Object> values(List<Expression> expressions, Scope scope) {
        List<Object> values = new ArrayList<>();
        expressions.forEach(one -> values.add(one.in(scope)));
        return values;
    }

    /** What a call gives, before it has values. */
    record Call(List<Expression> byPlace, Map<String, Expression> byName) {
        static final Call NONE = new Call(List.of(), Map.of());

        Arguments in(Scope scope) {
            Map<String, Object> named = new LinkedHashMap<>();
            byName.forEach((name, value) -> named.put(name, value.in(scope)));
            return new Arguments(values(byPlace, scope), named);
        }
    }
}
