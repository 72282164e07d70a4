package io.headstream.ingest.jinja;

import java.util.List;

/** What writes something in a scope. */
@FunctionalInterface
interface Statement {
    /** How a body goes on after it. */
    enum Next {
        STATEMENT,
        TURN,
        OUT_OF_LOOP
    }

    Next run(Scope scope, Output output);

    static Statement all(List<Statement> statements) {
        return (scope, output) -> {
            for (Statement statement : statements) {
                Next next = statement.run(scope, output);
                if (next != Next.STATEMENT) {
                    return next;
                }
            }
            return Next.STATEMENT;
        };
    }

    /** What it writes, as a text. */
    default String text(Scope scope) {
        Output output = new Output(scope.bounds());
        run(scope, output);
        return output.toString();
    }
}
