package io.headstream.tracer.family;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import io.headstream.tracer.checkpoint.Checkpoint;
import io.headstream.tracer.checkpoint.Config;
import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.model.Architecture;
import io.headstream.tracer.model.Parameters;
import io.headstream.tracer.model.Transformer;
import java.nio.file.Path;

/** Loads a folder as Hugging Face writes it, whatever its family. */
public final class ModelLoader {
    private ModelLoader() {}

    /** What matrices stored in float16 are kept in; all is computed in float32. */
    public enum Precision {
        /** Widened once, on loading. */
        F32,
        /** As stored, widened block by block while it is used: half the memory, the same numbers. */
        AS_STORED
    }

    /**
     * Loads config.json and the weights of a folder, widened to float32.
     *
     * @throws TraceException where the folder, its family, or its weights cannot be used
     */
    public static Transformer load(Path folder) {
        return load(folder, Precision.F32);
    }

    /** As above, with a choice of what the weights are kept in. */
    public static Transformer load(Path folder, Precision precision) {
        Config config = config(folder);
        Family family = Family.of(config);
        Architecture architecture = family.architecture(config);
        NDManager manager = Engine.getEngine("PyTorch").newBaseManager();
        try (Checkpoint checkpoint = Checkpoint.open(folder)) {
            Weights weights = new Weights(checkpoint, manager, precision);
            Parameters parameters = family.parameters(architecture, config, weights);
            checkpoint.requireUnchanged();
            return new Transformer(
                    architecture, parameters, weights.summary(config.remarks().notes()), manager);
        } catch (RuntimeException e) {
            manager.close();
            throw e;
        }
    }

    /**
     * The architecture a folder's config describes, without its weights.
     *
     * @throws TraceException where config.json alone says that it cannot be traced
     */
    public static Architecture describe(Path folder) {
        Config config = config(folder);
        return Family.of(config).architecture(config);
    }

    // other names of keys first, so that all that follows sees one
    private static Config config(Path folder) {
        Config config = Config.read(folder.resolve("config.json"));
        Quantization.refuse(config);
        String weights = config.json().path("transformers_weights").asText("");
        if (!weights.isEmpty() && !weights.equals("null") && !weights.equals("model.safetensors")) {
            throw new TraceException("'" + config.file() + "' names other weights than model.safetensors: '" + weights
                    + "' (transformers_weights). Give them that name, and remove the key");
        }
        return config.renamed(Family.of(config).otherNames());
    }
}
