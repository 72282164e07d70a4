package io.headstream.tracer;

import io.headstream.tracer.load.LoadedModel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** The real English model that some tests need, where it lies; they are skipped elsewhere. */
public final class SmolLm2 {
    private static final String NAME = "smollm2-135m-instruct";

    private static @Nullable LoadedModel loaded;

    private SmolLm2() {}

    /** The model in memory, read once for all tests; skips the test where there is none. */
    public static synchronized LoadedModel model() {
        LoadedModel model = loaded;
        if (model == null) {
            model = LoadedModel.load(folder());
            loaded = model;
        }
        return model;
    }

    private static Path folder() {
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
