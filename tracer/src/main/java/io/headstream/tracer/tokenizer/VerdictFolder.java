package io.headstream.tracer.tokenizer;

import java.nio.file.Path;
import java.util.Optional;

/** Where verdicts are kept: with the data where Headstream is told where they are, else in the user's cache. */
final class VerdictFolder {
    private static final String FOLDER = "tokenizers";

    private VerdictFolder() {}

    static Path usual() {
        return Optional.ofNullable(System.getProperty("headstream.data"))
                .or(() -> Optional.ofNullable(System.getenv("HEADSTREAM_DATA")))
                .filter(data -> !data.isBlank())
                .map(data -> Path.of(data).toAbsolutePath().resolve(FOLDER))
                .orElseGet(() -> cache().resolve("headstream").resolve(FOLDER));
    }

    // not in a folder for temporary files: who may write a verdict may run a tokenizer here
    private static Path cache() {
        return Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"));
    }
}
