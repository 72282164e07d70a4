package io.headstream.cli.client;

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
    public static CommandFailure wrongInput(String message) {
        return new CommandFailure(2, message, false);
    }

    /** Something failed on the way: exit code 1. */
    public static CommandFailure failed(String message) {
        return new CommandFailure(1, message, false);
    }

    /** No server answers, which may pass: exit code 1. */
    public static CommandFailure unanswered(String message) {
        return new CommandFailure(1, message, true);
    }

    public boolean isUnanswered() {
        return unanswered;
    }

    /** The same, of one of several files. */
    public CommandFailure in(String file) {
        return new CommandFailure(exitCode, file + ": " + getMessage(), unanswered);
    }

    public int exitCode() {
        return exitCode;
    }
}
