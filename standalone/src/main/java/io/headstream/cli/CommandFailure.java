package io.headstream.cli;

/** A command could not be done. The message is shown as it is. */
public final class CommandFailure extends RuntimeException {
    private final int exitCode;
    private final boolean unanswered;

    private CommandFailure(int exitCode, String message, boolean unanswered) {
        super(message);
        this.exitCode = exitCode;
        this.unanswered = unanswered;
    }

    /** The caller gave something wrong: exit code 2. */
    static CommandFailure wrongInput(String message) {
        return new CommandFailure(2, message, false);
    }

    /** Something failed on the way: exit code 1. */
    static CommandFailure failed(String message) {
        return new CommandFailure(1, message, false);
    }

    /** No server answers, which may pass: exit code 1. */
    static CommandFailure unanswered(String message) {
        return new CommandFailure(1, message, true);
    }

    boolean isUnanswered() {
        return unanswered;
    }

    /** The same, of one of several files. */
    CommandFailure in(String file) {
        return new CommandFailure(exitCode, file + ": " + getMessage(), unanswered);
    }

    public int exitCode() {
        return exitCode;
    }
}
