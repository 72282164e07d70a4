package io.headstream.ingest.jinja;

import io.headstream.ingest.jinja.Statement.Next;
import io.headstream.ingest.jinja.Token.Kind;
import io.headstream.ingest.jinja.value.Arguments;
import io.headstream.ingest.jinja.value.Callable;
import io.headstream.ingest.jinja.value.JinjaException;
import io.headstream.ingest.jinja.value.Loop;
import io.headstream.ingest.jinja.value.Namespace;
import io.headstream.ingest.jinja.value.Undefined;
import io.headstream.ingest.jinja.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what stands between expressions: text, values that are written, and blocks. */
final class Blocks {
    private static final Statement NOTHING = (scope, output) -> Next.STATEMENT;

    private final Tokens tokens;
    private final Expressions expressions;

    Blocks(Tokens tokens) {
        this.tokens = tokens;
        this.expressions = new Expressions(tokens);
    }

    Statement template() {
        Statement all = until(Set.of());
        tokens.expect(Kind.END, "the end");
        return all;
    }

    /** Statements up to a block of one of these names, before that name. */
    private Statement until(Set<String> ends) {
        List<Statement> statements = new ArrayList<>();
        while (tokens.now().kind() != Kind.END) {
            Token token = tokens.next();
            if (token.kind() == Kind.DATA) {
                statements.add((scope, output) -> {
                    output.write(token.text());
                    return Next.STATEMENT;
                });
            } else if (token.kind() == Kind.VALUE_BEGIN) {
                Expression value = expressions.tuple();
                tokens.expect(Kind.VALUE_END, "'}}'");
                statements.add((scope, output) -> {
                    output.write(Values.text(scope.bounds(), value.in(scope)));
                    return Next.STATEMENT;
                });
            } else if (ends.contains(tokens.now().text())) {
                return Statement.all(statements);
            } else {
                statements.add(block());
                end();
            }
        }
        if (!ends.isEmpty()) {
            throw tokens.wrong("a block is not closed: " + String.join(" or ", ends) + " is missing");
        }
        return Statement.all(statements);
    }

    private void end() {
        tokens.expect(Kind.BLOCK_END, "'%}'");
    }

    private Statement body(String end) {
        end();
        Statement body = until(Set.of(end));
        tokens.next();
        return body;
    }

    private Statement block() {
        Token name = tokens.next();
        return switch (name.text()) {
            case "if" -> condition();
            case "for" -> loop();
            case "set" -> set();
            case "macro" -> macro();
            case "generation" -> inScope(body("endgeneration"));
            case "filter" -> filter();
            case "break" -> (scope, output) -> Next.OUT_OF_LOOP;
            case "continue" -> (scope, output) -> Next.TURN;
            default -> throw JinjaException.at(name.line(), "the block '" + name.text() + "' is not known here");
        };
    }

    private static Statement inScope(Statement body) {
        return (scope, output) -> body.run(scope.inner(), output);
    }

    private Statement condition() {
        Expression condition = expressions.tuple();
        end();
        Statement then = until(Set.of("elif", "else", "endif"));
        String end = tokens.next().text();
        Statement otherwise = end.equals("elif") ? condition() : end.equals("else") ? body("endif") : NOTHING;
        return (scope, output) -> (Values.truth(condition.in(scope)) ? then : otherwise).run(scope, output);
    }

    private Statement loop() {
        List<String> names = names();
        if (!tokens.skipsName("in")) {
            throw tokens.wrong("a loop has no 'in'");
        }
        Expression all = expressions.unconditional();
        Optional<Expression> condition =
                tokens.skipsName("if") ? Optional.of(expressions.expression()) : Optional.empty();
        if (tokens.now().isName("recursive")) {
            throw tokens.wrong("a recursive loop is not known here");
        }
        end();
        Statement body = until(Set.of("else", "endfor"));
        Statement otherwise = tokens.next().text().equals("else") ? body("endfor") : NOTHING;
        return (scope, output) -> {
            List<Object> items = Values.items(scope.bounds(), all.in(scope));
            condition.ifPresent(holds -> items.removeIf(item -> {
                scope.bounds().turn();
                return !Values.truth(holds.in(bound(scope, names, item)));
            }));
            return items.isEmpty() ? otherwise.run(scope.inner(), output) : turns(scope, output, names, items, body);
        };
    }

    private static Next turns(Scope scope, Output output, List<String> names, List<Object> items, Statement body) {
        int depth = scope.get("loop") instanceof Loop outer ? outer.depth0() + 1 : 0;
        for (int i = 0; i < items.size(); i++) {
            scope.bounds().turn();
            Scope turn = bound(scope, names, items.get(i));
            turn.set("loop", new Loop(items, i, depth));
            if (body.run(turn, output) == Next.OUT_OF_LOOP) {
                break;
            }
        }
        return Next.STATEMENT;
    }

    private static Scope bound(Scope scope, List<String> names, @Nullable Object item) {
        Scope bound = scope.inner();
        bind(bound, names, item);
        return bound;
    }

    private static void bind(Scope scope, List<String> names, @Nullable Object value) {
        if (names.size() == 1) {
            scope.set(names.get(0), value);
            return;
        }
        List<Object> parts = Values.items(scope.bounds(), value);
        if (parts.size() != names.size()) {
            throw new JinjaException(parts.size() + " values are given to " + names.size() + " names");
        }
        for (int i = 0; i < parts.size(); i++) {
            scope.set(names.get(i), parts.get(i));
        }
    }

    private List<String> names() {
        boolean isBracketed = tokens.skips("(");
        List<String> names = new ArrayList<>(List.of(tokens.name()));
        while (tokens.skips(",")) {
            names.add(tokens.name());
        }
        if (isBracketed) {
            tokens.expect(")");
        }
        return names;
    }

    private Statement set() {
        if (tokens.after().isOperator(".")) {
            return setAttribute();
        }
        List<String> names = names();
        if (tokens.skips("=")) {
            Expression value = expressions.tuple();
            return (scope, output) -> {
                bind(scope, names, value.in(scope));
                return Next.STATEMENT;
            };
        }
        Expression filtered = filtered();
        Statement body = body("endset");
        return (scope, output) -> {
            Scope inner = scope.inner();
            inner.set(" body", body.text(inner));
            bind(scope, names, filtered.in(inner));
            return Next.STATEMENT;
        };
    }

    private Statement setAttribute() {
        String name = tokens.name();
        tokens.expect(".");
        String attribute = tokens.name();
        tokens.expect("=");
        Expression value = expressions.tuple();
        return (scope, output) -> {
            if (!(scope.get(name) instanceof Namespace namespace)) {
                throw new JinjaException("'" + name + "' is no namespace, so its attributes cannot be set");
            }
            namespace.attributes().put(attribute, value.in(scope));
            return Next.STATEMENT;
        };
    }

    /** A block's text, through the filters that are named. */
    private Expression filtered() {
        Expression filtered = scope -> scope.get(" body");
        while (tokens.skips("|")) {
            filtered = expressions.filter(filtered);
        }
        return filtered;
    }

    private Statement filter() {
        Expression filtered = expressions.filter(scope -> scope.get(" body"));
        while (tokens.skips("|")) {
            filtered = expressions.filter(filtered);
        }
        Expression all = filtered;
        Statement body = body("endfilter");
        return (scope, output) -> {
            Scope inner = scope.inner();
            inner.set(" body", body.text(inner));
            output.write(Values.text(scope.bounds(), all.in(inner)));
            return Next.STATEMENT;
        };
    }

    private Statement macro() {
        String name = tokens.name();
        Map<String, Expression> parameters = new LinkedHashMap<>();
        tokens.expect("(");
        while (!tokens.skips(")")) {
            String parameter = tokens.name();
            parameters.put(parameter, tokens.skips("=") ? expressions.expression() : scope -> new Undefined(parameter));
            if (!tokens.now().isOperator(")")) {
                tokens.expect(",");
            }
        }
        Statement body = body("endmacro");
        return (scope, output) -> {
            scope.set(name, (Callable) arguments -> called(name, parameters, body, scope.inner(), arguments));
            return Next.STATEMENT;
        };
    }

    private static String called(
            String name, Map<String, Expression> parameters, Statement body, Scope scope, Arguments arguments) {
        if (arguments.byPlace().size() > parameters.size()
                || !parameters.keySet().containsAll(arguments.byName().keySet())) {
            throw new JinjaException("the macro '" + name + "' takes " + parameters.keySet());
        }
        scope.bounds().enter();
        int place = 0;
        for (Map.Entry<String, Expression> parameter : parameters.entrySet()) {
            boolean isGiven = arguments.has(place, parameter.getKey());
            scope.set(
                    parameter.getKey(),
                    isGiven
                            ? arguments.get(place, parameter.getKey())
                            : parameter.getValue().in(scope));
            place++;
        }
        String text = body.text(scope);
        scope.bounds().leave();
        return text;
    }
}
