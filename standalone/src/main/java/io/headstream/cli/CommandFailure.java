package io.headstream.cli;

/** A command could not be done. The message is shown as it is. */
public final class CommandFailure extends RuntimeException {
    private final int exitCode;

    private CommandFailure(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** The caller gave something wrong: exit code 2. */
    static CommandFailure wrongInput(String message) {
        return new CommandFailure(2, message);
    }

    /** Something failed on the way: exit code 1. */
    static CommandFailure failed(String message) {
        return new CommandFailure(1, message);
    }

    /** The same, of one of several files. */
    CommandFailure in(String file) {
        return new CommandFailure(exitCode, file + ": " + getMessage());
    }

    public int exitCode() {
        return exitCode;
    }
}
