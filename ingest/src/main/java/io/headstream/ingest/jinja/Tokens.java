package io.headstream.ingest.jinja;

import io.headstream.ingest.jinja.Token.Kind;
import io.headstream.ingest.jinja.value.JinjaException;
import java.util.List;

/** A template's tokens as they are read, one after the other. */
final class Tokens {
    private final List<Token> all;
    private int at;

    Tokens(List<Token> all) {
        this.all = all;
    }

    Token now() {
        return all.get(at);
    }

    Token after() {
        return all.get(Math.min(at + 1, all.size() - 1));
    }

    Token next() {
        Token now = all.get(at);
        at = Math.min(at + 1, all.size() - 1);
        return now;
    }

    /** Whether the next is this sign, and if so goes past it. */
    boolean skips(String operator) {
        return skips(now().isOperator(operator));
    }

    boolean skipsName(String name) {
        return skips(now().isName(name));
    }

    private boolean skips(boolean isIt) {
        if (isIt) {
            next();
        }
        return isIt;
    }

    void expect(String operator) {
        if (!skips(operator)) {
            throw wrong("'" + now().text() + "' stands where '" + operator + "' should");
        }
    }

    String name() {
        return expect(Kind.NAME, "a name");
    }

    String expect(Kind kind, String what) {
        if (now().kind() != kind) {
            throw wrong("'" + now().text() + "' stands where " + what + " should");
        }
        return next().text();
    }

    JinjaException wrong(String what) {
        return JinjaException.at(now().line(), what);
    }
}
