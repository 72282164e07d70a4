package io.headstream.ingest.body;

/** A body is not what the call takes. The message says what is wrong and what it takes, and is the user's to read. */
public final class BodyException extends RuntimeException {
    private BodyException(String message) {
        super(message);
    }

    public static BodyException of(String message) {
        return new BodyException(message);
    }
}
