package io.headstream.ingest.jinja;

/**
 * One piece of a template.
 *
 * @param text of data and strings what they say, else how it is written
 */
record Token(Kind kind, String text, int line) {
    enum Kind {
        DATA,
        BLOCK_BEGIN,
        BLOCK_END,
        VALUE_BEGIN,
        VALUE_END,
        NAME,
        STRING,
        INTEGER,
        FLOAT,
        OPERATOR,
        END
    }

    boolean is(Kind wanted, String written) {
        return kind == wanted && text.equals(written);
    }

    boolean isOperator(String written) {
        return is(Kind.OPERATOR, written);
    }

    boolean isName(String written) {
        return is(Kind.NAME, written);
    }
}
