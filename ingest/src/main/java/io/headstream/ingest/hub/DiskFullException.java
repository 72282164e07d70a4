package io.headstream.ingest.hub;

import io.headstream.tracer.error.TraceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file could not be written, most often because the disk is full. */
final class DiskFullException extends TraceException {
    private static final long MEBIBYTE = 1 << 20;

    DiskFullException(Path folder, long needed, IOException cause) {
        super(
                "'" + folder + "' cannot be written to: " + cause.getMessage() + ". " + needed / MEBIBYTE
                        + " MiB more are needed for this file, and its disk has " + free(folder)
                        + " left. Free some space, or set HF_HOME to a folder elsewhere, and pull again, which goes on where it stopped",
                cause);
    }

    private static String free(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace() / MEBIBYTE + " MiB";
        } catch (IOException e) {
            return "nobody knows what";
        }
    }
}
