package io.headstream.cypher;

/** A named query was asked for, or written, in a way that cannot be run; the message says what to change. */
public final class QueryException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public QueryException(String message) {
        super(message);
    }
}
