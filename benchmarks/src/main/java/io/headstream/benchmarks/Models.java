package io.headstream.benchmarks;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.headstream.tracer.checkpoint.Safetensors;
import io.headstream.tracer.family.ModelLoader;
import io.headstream.tracer.load.LoadedModel;
import io.headstream.tracer.model.Transformer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/** The models that are measured. */
final class Models {
    static final String SMOLLM2 = "smollm2";
    static final String GPT2_SMALL = "gpt2-small";

    private static final int LAYERS = 12;
    private static final int D_MODEL = 768;
    private static final int VOCABULARY = 50_257;
    private static final int CONTEXT = 1024;

    private Models() {}

    /** SmolLM2's folder: HEADSTREAM_MODELS/smollm2-135m-instruct. */
    static Path smollm2() {
        Path folder = Path.of(System.getenv().getOrDefault("HEADSTREAM_MODELS", "models"), "smollm2-135m-instruct");
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException(
                    "'" + folder.toAbsolutePath() + "' is not there; set HEADSTREAM_MODELS to the folder that"
                            + " holds smollm2-135m-instruct (config.json and model.safetensors of SmolLM2-135M-Instruct)");
        }
        return folder;
    }

    /** A model in memory: {@link #SMOLLM2} as it is, or {@link #GPT2_SMALL}'s shape with random weights. */
    static Transformer load(String name) {
        if (name.equals(SMOLLM2)) {
            return ModelLoader.load(smollm2());
        }
        return inGpt2Small(ModelLoader::load);
    }

    /** {@link #GPT2_SMALL} as it is traced. */
    static LoadedModel gpt2Small() {
        return inGpt2Small(LoadedModel::load);
    }

    private static <T> T inGpt2Small(Function<Path, T> loader) {
        try {
            Path folder = Files.createTempDirectory("headstream-benchmarks");
            try {
                writeGpt2Small(folder);
                return loader.apply(folder);
            } finally {
                Files.deleteIfExists(folder.resolve("config.json"));
                Files.deleteIfExists(folder.resolve("model.safetensors"));
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Token ids that any of the models knows, the same each time. */
    static int[] tokens(int count) {
        return new Random(0).ints(count, 0, 40_000).toArray();
    }

    /** Writes {@link #GPT2_SMALL} with random weights; without a tokenizer. */
    static void writeGpt2Small(Path folder) throws IOException {
        Files.writeString(
                folder.resolve("config.json"),
                """
                {"model_type": "gpt2", "n_layer": %d, "n_head": 12, "n_embd": %d, "vocab_size": %d, "n_positions": %d}
                """
                        .formatted(LAYERS, D_MODEL, VOCABULARY, CONTEXT));
        try (NDManager manager = Engine.getEngine("PyTorch").newBaseManager()) {
            Map<String, NDArray> weights = new LinkedHashMap<>();
            weights.put("wte.weight", random(manager, VOCABULARY, D_MODEL));
            weights.put("wpe.weight", random(manager, CONTEXT, D_MODEL));
            for (int l = 0; l < LAYERS; l++) {
                String block = "h." + l + ".";
                norm(weights, block + "ln_1", manager);
                linear(weights, block + "attn.c_attn", manager, D_MODEL, 3 * D_MODEL);
                linear(weights, block + "attn.c_proj", manager, D_MODEL, D_MODEL);
                norm(weights, block + "ln_2", manager);
                linear(weights, block + "mlp.c_fc", manager, D_MODEL, 4 * D_MODEL);
                linear(weights, block + "mlp.c_proj", manager, 4 * D_MODEL, D_MODEL);
            }
            norm(weights, "ln_f", manager);
            Safetensors.write(folder.resolve("model.safetensors"), weights);
        }
    }

    private static void norm(Map<String, NDArray> weights, String name, NDManager manager) {
        weights.put(name + ".weight", manager.ones(new Shape(D_MODEL)));
        weights.put(name + ".bias", random(manager, D_MODEL));
    }

    private static void linear(Map<String, NDArray> weights, String name, NDManager manager, long in, long out) {
        weights.put(name + ".weight", random(manager, in, out));
        weights.put(name + ".bias", random(manager, out));
    }

    private static NDArray random(NDManager manager, long... shape) {
        return manager.randomNormal(new Shape(shape)).muli(0.02f);
    }
}
