package io.headstream.tracer.model;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.headstream.tracer.TraceException;
import io.headstream.tracer.checkpoint.Config;
import io.headstream.tracer.checkpoint.Safetensors;
import io.headstream.tracer.checkpoint.TensorEntry;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** A model in native memory, ready to run. Closing it frees the weights. Safe for use by several threads. */
public final class Transformer implements AutoCloseable {
    private final Architecture architecture;
    private final Parameters parameters;
    private final NDManager manager;
    private final ForwardPass pass;
    private final List<NDArray> wOByHead; // [head, d_head, d_model], views

    private final String storedType;
    private final long parameterCount;

    private Transformer(
            Architecture architecture, Parameters parameters, NDManager manager, Collection<TensorEntry> stored) {
        this.architecture = architecture;
        this.parameters = parameters;
        this.manager = manager;
        this.storedType = stored.stream()
                .max(Comparator.comparingLong(TensorEntry::length))
                .map(entry -> entry.type().name())
                .orElse("");
        this.parameterCount = stored.stream()
                .mapToLong(entry -> entry.length() / entry.type().bytes())
                .sum();
        this.pass = new ForwardPass(architecture, parameters);
        Shape byHead = new Shape(architecture.heads(), architecture.dHead(), architecture.dModel());
        this.wOByHead = parameters.blocks().stream()
                .map(block -> block.wO().reshape(byHead))
                .toList();
    }

    /**
     * Loads config.json and model.safetensors of a folder.
     *
     * @throws TraceException where the folder, its family, or its weights cannot be used
     */
    public static Transformer load(Path folder) {
        Config config = Config.read(folder.resolve("config.json"));
        Family family = Family.of(config);
        Architecture architecture = family.architecture(config);
        NDManager manager = Engine.getEngine("PyTorch").newBaseManager();
        try (Safetensors file = Safetensors.open(folder.resolve("model.safetensors"))) {
            Parameters parameters = family.parameters(architecture, config, new Weights(file, manager, ""));
            return new Transformer(architecture, parameters, manager, file.entries());
        } catch (RuntimeException e) {
            manager.close();
            throw e;
        }
    }

    /** The architecture a folder's config describes, without its weights. */
    public static Architecture describe(Path folder) {
        Config config = Config.read(folder.resolve("config.json"));
        return Family.of(config).architecture(config);
    }

    public Architecture architecture() {
        return architecture;
    }

    /** The type that most weights are stored in, such as F16; they are computed in float32. */
    public String storedType() {
        return storedType;
    }

    /** Numbers in the weights file. */
    public long parameterCount() {
        return parameterCount;
    }

    public Parameters parameters() {
        return parameters;
    }

    /** A manager for one pass: what is made in it is freed when it closes. */
    public NDManager newPassManager() {
        return manager.newSubManager();
    }

    /**
     * Runs token ids with every activation recorded.
     *
     * @throws TraceException for no tokens, too many, or an id outside the vocabulary
     */
    public ActivationCache run(int[] tokens, NDManager passManager) {
        check(tokens, architecture);
        return pass.run(tokens, passManager);
    }

    /**
     * Checks token ids against a model's size.
     *
     * @throws TraceException for no tokens, too many, or an id outside the vocabulary
     */
    public static void check(int[] tokens, Architecture architecture) {
        check(tokens, architecture.vocabulary(), architecture.context());
    }

    private static void check(int[] tokens, int vocabulary, int context) {
        if (tokens.length == 0) {
            throw new TraceException("the prompt is empty; give at least one token");
        }
        if (tokens.length > context) {
            throw new TraceException("the prompt has " + tokens.length + " tokens, but the model's context holds "
                    + context + "; shorten the prompt");
        }
        for (int token : tokens) {
            if (token < 0 || token >= vocabulary) {
                throw new TraceException(
                        "token id " + token + " is outside the vocabulary; ids go from 0 to " + (vocabulary - 1));
            }
        }
    }

    /** Head outputs before they are summed, without b_O: z[h] W_O[h], as [head, pos, d_model]. */
    public NDArray result(int layer, ActivationCache cache) {
        return pass.splitHeads(cache.layers().get(layer).z()).matMul(wOByHead.get(layer));
    }

    /** Memory values v[h] W_O[h], what a head would write if it attended only to that key: [head, key, d_model]. */
    public NDArray memoryValues(int layer, ActivationCache cache) {
        return pass.splitHeads(cache.layers().get(layer).v()).matMul(wOByHead.get(layer));
    }

    @Override
    public void close() {
        manager.close();
    }
}
