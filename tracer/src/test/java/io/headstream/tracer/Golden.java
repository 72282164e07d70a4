package io.headstream.tracer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Reference figures that other implementations computed; see golden/README.md. */
public final class Golden {
    private Golden() {}

    public static Path folder(String name) {
        return Path.of("src/test/resources/golden", name).toAbsolutePath();
    }

    public static JsonNode json(String name) {
        try {
            return new ObjectMapper().readTree(folder(name).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Path sampleModel() {
        return Path.of("../models/headstream-sample").toAbsolutePath().normalize();
    }
}
