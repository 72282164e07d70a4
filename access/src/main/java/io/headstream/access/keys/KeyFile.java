package io.headstream.access.keys;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.headstream.access.file.OwnerFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where keys are kept: names, roles and hashes, readable by the owner only, and replaced as a whole. */
final class KeyFile {
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());
    private static final TypeReference<List<Key>> KEYS = new TypeReference<>() {};

    private final Path file;

    KeyFile(Path file) {
        this.file = file;
    }

    /** Its keys; none where there is no file. */
    List<Key> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return List.copyOf(JSON.readValue(file.toFile(), KEYS));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the keys in " + file + " cannot be read; restore the file, or remove it to start without its keys",
                    e);
        }
    }

    /** Replaces them; a cut-off leaves the old ones. */
    void write(List<Key> keys) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            OwnerFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(keys));
        } catch (IOException e) {
            throw new UncheckedIOException("the keys cannot be kept in " + file + ": " + e.getMessage(), e);
        }
    }
}
