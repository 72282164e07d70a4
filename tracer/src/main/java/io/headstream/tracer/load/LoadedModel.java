package io.headstream.tracer.load;

import ai.djl.ndarray.NDScope;
import io.headstream.tracer.checkpoint.Fingerprint;
import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.family.ModelLoader;
import io.headstream.tracer.model.Architecture;
import io.headstream.tracer.model.Block;
import io.headstream.tracer.model.Transformer;
import io.headstream.tracer.tokenizer.Vocabulary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A checkpoint in memory: weights, tokenizer where there is one, and what identifies it.
 *
 * @param vocabulary the model's tokens, by its tokenizer where it has one
 * @param neuronNorms L2 norm of every row of W_out, by layer and neuron
 */
public record LoadedModel(
        Vocabulary vocabulary, Path folder, Fingerprint fingerprint, Transformer transformer, List<float[]> neuronNorms)
        implements AutoCloseable {

    /**
     * Loads a folder as Hugging Face writes it: config.json, its weights, and tokenizer.json if prompts are to be text.
     *
     * @throws TraceException naming what cannot be used and the remedy
     */
    public static LoadedModel load(Path folder) {
        return load(folder, ModelLoader.Precision.F32);
    }

    /** As above, with a choice of what float16 weights are kept in. */
    public static LoadedModel load(Path folder, ModelLoader.Precision precision) {
        Transformer transformer = ModelLoader.load(folder, precision);
        try {
            return new LoadedModel(
                    Vocabulary.open(folder, transformer.architecture()),
                    folder,
                    Fingerprint.of(folder),
                    transformer,
                    neuronNorms(transformer));
        } catch (RuntimeException e) {
            transformer.close();
            throw e;
        }
    }

    private static List<float[]> neuronNorms(Transformer transformer) {
        List<float[]> norms = new ArrayList<>();
        for (Block kept : transformer.parameters().blocks()) {
            try (NDScope scope = new NDScope()) {
                scope.suppressNotUsedWarning();
                norms.add(kept.use()
                        .block()
                        .wOut()
                        .square()
                        .sum(new int[] {1})
                        .sqrt()
                        .toFloatArray());
            }
        }
        return List.copyOf(norms);
    }

    /** The hub id or the folder's name. */
    public String name() {
        return vocabulary.model();
    }

    public Architecture architecture() {
        return transformer.architecture();
    }

    @Override
    public void close() {
        vocabulary.close();
        transformer.close();
    }
}
