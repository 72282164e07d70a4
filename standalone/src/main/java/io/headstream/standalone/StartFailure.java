package io.headstream.standalone;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import org.neo4j.io.locker.FileLockException;

/** Why the embedded database did not start, with the remedy. */
final class StartFailure {
    private static final String ELSEWHERE = "HEADSTREAM_DATA to a folder elsewhere";

    private static final int TOO_SHORT = 20;

    private StartFailure() {}

    static Settings.UserError cannotWrite(Path data, Throwable failure) {
        if (isFull(failure)) {
            return full(data, failure);
        }
        return new Settings.UserError(
                "data folder '" + data + "' cannot be written: " + named(failure)
                        + ". Make it and all in it writable for you, or set HEADSTREAM_DATA to a folder that can be written",
                failure);
    }

    static RuntimeException explain(RuntimeException failure, Path data) {
        if (failure instanceof Settings.UserError) {
            return failure;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (cause instanceof FileLockException) {
                return new Settings.UserError(
                        "data folder '" + data
                                + "' is in use by another Headstream. Stop it, or set HEADSTREAM_DATA to another folder",
                        failure);
            }
            if (isFull(cause)) {
                return full(data, failure);
            }
            if (cause instanceof AccessDeniedException
                    || cause instanceof ReadOnlyFileSystemException
                    || message.contains("Read-only file system")
                    || message.contains("Permission denied")) {
                return cannotWrite(data, cause);
            }
        }
        return new StoreFailure(
                "the graph at '" + data.resolve("neo4j") + "' is damaged: " + root(failure)
                        + ". Restore a backup of the folder, or set " + ELSEWHERE + " (the models are not in it). "
                        + "All that the database said is in '" + data.resolve("neo4j/logs/debug.log") + "'",
                failure);
    }

    private static boolean isFull(Throwable failure) {
        return String.valueOf(failure.getMessage()).contains("No space left");
    }

    private static Settings.UserError full(Path data, Throwable failure) {
        return new Settings.UserError(
                "the disk of data folder '" + data + "' is full. Free some space, or set " + ELSEWHERE, failure);
    }

    static String root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return named(root);
    }

    // one line, not longer than one reads
    private static String named(Throwable failure) {
        String message = String.valueOf(failure.getMessage()).strip();
        String line = failure instanceof IOException || !message.contains(" ") || message.length() < TOO_SHORT
                ? failure.toString()
                : message.lines().findFirst().orElse(message);
        return line.length() > 300 ? line.substring(0, 300) + "..." : line.replaceAll("\\.$", "");
    }
}
