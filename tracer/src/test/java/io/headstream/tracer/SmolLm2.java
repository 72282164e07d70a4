package io.headstream.tracer;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The real English model that some tests need, where it lies; they are skipped elsewhere. */
public final class SmolLm2 {
    private static final String NAME = "smollm2-135m-instruct";

    private SmolLm2() {}

    /** Its folder; skips the test where there is none. */
    public static Path folder() {
        String models = System.getenv("HEADSTREAM_MODELS");
        Path folder = Path.of(models == null ? "../models" : models, NAME)
                .toAbsolutePath()
                .normalize();
        Assumptions.assumeTrue(
                Files.isRegularFile(folder.resolve("model.safetensors")),
                () -> "skipped: no model in '" + folder + "'. Make it with: python3 models/recipes/" + NAME
                        + "/fetch.py models/" + NAME);
        return folder;
    }
}
