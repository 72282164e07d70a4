package io.headstream.ingest.graph;

import io.headstream.tracer.error.TraceException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Stops before an embedded database runs out of disk, which it does not survive without a restart. A database elsewhere is its own
 * server's concern.
 */
@ApplicationScoped
public class DiskSpace {
    private static final long MEBIBYTE = 1 << 20;

    private final Optional<Path> data;
    private final long least;

    public DiskSpace(
            @ConfigProperty(name = "headstream.embedded-data") Optional<String> data,
            @ConfigProperty(name = "headstream.least-free-mib") long least) {
        this.data = data.map(Path::of);
        this.least = least;
    }

    /** @throws TraceException where less is free than a trace may need */
    public void require() {
        if (data.isPresent()) {
            long free = free(data.get());
            if (free < least) {
                throw new TraceException(
                        "the disk of data folder '" + data.get() + "' has " + free + " MiB left, and Headstream keeps "
                                + least
                                + " free; nothing was written. Free some space, delete traces, or set HEADSTREAM_DATA to a folder elsewhere");
            }
        }
    }

    /**
     * Stops before files would not fit.
     *
     * @param folder where they go, which need not be there yet
     * @throws TraceException where less would be left than is kept free
     */
    public void requireFor(Path folder, long bytes) {
        Path there = folder;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        long needed = bytes / MEBIBYTE + 1;
        long free = free(there);
        if (bytes > 0 && free - needed < least) {
            throw new TraceException("the disk of '" + folder + "' has " + free + " MiB left; the files need " + needed
                    + ", and Headstream keeps " + least
                    + " free; nothing more was pulled. Free some space, or set HF_HOME to a folder elsewhere");
        }
    }

    private static long free(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace() / MEBIBYTE;
        } catch (IOException e) {
            throw new TraceException(
                    "folder '" + folder + "' cannot be read: " + e.getMessage() + ". Is the disk still there?", e);
        }
    }
}
