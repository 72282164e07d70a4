package io.headstream.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.logging.Logger;

/** A file in the data folder while its database is open: found at a start, it says that the last run was cut off. */
record RunMark(Path file) {
    private static final Logger LOG = Logger.getLogger(RunMark.class);

    static RunMark in(Path data) {
        return new RunMark(data.resolve("running"));
    }

    boolean isSet() {
        return Files.exists(file);
    }

    void set() {
        try {
            Files.writeString(file, "");
        } catch (IOException e) {
            LOG.debug("Without its mark, a start after a cut-off is not told from another", e);
        }
    }

    void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.debug("The next start will speak of a run that was cut off", e);
        }
    }
}
