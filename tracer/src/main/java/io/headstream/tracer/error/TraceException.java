package io.headstream.tracer.error;

/**
 * Something a user gave cannot be traced: a folder, a config, a prompt. The message names the thing and the remedy, and is meant to be
 * shown as it is.
 */
public class TraceException extends RuntimeException {
    public TraceException(String message) {
        super(message);
    }

    public TraceException(String message, Throwable cause) {
        super(message, cause);
    }
}
