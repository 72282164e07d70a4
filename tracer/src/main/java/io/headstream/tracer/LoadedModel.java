package io.headstream.tracer;

import ai.djl.ndarray.NDScope;
import io.headstream.tracer.checkpoint.Fingerprint;
import io.headstream.tracer.model.Architecture;
import io.headstream.tracer.model.Block;
import io.headstream.tracer.model.Transformer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A checkpoint in memory: weights, tokenizer where there is one, and what identifies it.
 *
 * @param name the folder's name
 * @param neuronNorms L2 norm of every row of W_out, by layer and neuron
 */
public record LoadedModel(
        String name,
        Path folder,
        Fingerprint fingerprint,
        Transformer transformer,
        Optional<Tokenizer> tokenizer,
        List<float[]> neuronNorms)
        implements AutoCloseable {

    /**
     * Loads a folder as Hugging Face writes it: config.json, model.safetensors, and tokenizer.json if prompts are to be text.
     *
     * @throws TraceException naming what cannot be used and the remedy
     */
    public static LoadedModel load(Path folder) {
        Transformer transformer = Transformer.load(folder);
        try {
            return new LoadedModel(
                    folder.toAbsolutePath().normalize().getFileName().toString(),
                    folder,
                    Fingerprint.of(folder),
                    transformer,
                    Tokenizer.open(folder),
                    neuronNorms(transformer));
        } catch (RuntimeException e) {
            transformer.close();
            throw e;
        }
    }

    private static List<float[]> neuronNorms(Transformer transformer) {
        List<float[]> norms = new ArrayList<>();
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            for (Block block : transformer.parameters().blocks()) {
                norms.add(block.wOut().square().sum(new int[] {1}).sqrt().toFloatArray());
            }
        }
        return List.copyOf(norms);
    }

    public Architecture architecture() {
        return transformer.architecture();
    }

    /** A prompt's token ids. */
    public int[] encode(String prompt) {
        if (prompt.isEmpty()) {
            throw new TraceException("the prompt is empty; type some text");
        }
        return textTokenizer("pass token ids, or add it").encode(prompt);
    }

    /** A token's text; `[17]` where the model has no tokenizer. */
    public String text(int id) {
        return tokenizer.map(t -> t.text(id)).orElse("[" + id + "]");
    }

    /**
     * The token that a target or distractor names: the first of its text, or an id written as `[17]` where there is no tokenizer.
     *
     * @param role "target" or "distractor", for messages
     */
    public NamedToken token(String role, String text) {
        if (tokenizer.isEmpty() && text.matches("\\[?\\d{1,9}]?")) {
            int id = Integer.parseInt(text.replaceAll("[\\[\\]]", ""));
            if (id < architecture().vocabulary()) {
                return new NamedToken(id, text(id), Optional.empty());
            }
        }
        int[] ids = textTokenizer("give the " + role + " as a token id").encodeBare(text);
        if (ids.length == 0) {
            throw new TraceException("the " + role + " '" + text + "' is empty; leave it out or give a token");
        }
        String first = text(ids[0]);
        Optional<String> note = ids.length == 1
                ? Optional.empty()
                : Optional.of(
                        role + " \"" + text + "\" has " + ids.length + " tokens; the first, \"" + first + "\", counts");
        return new NamedToken(ids[0], first, note);
    }

    /** A token that a user named, with a remark where it is not all they wrote. */
    public record NamedToken(int id, String text, Optional<String> note) {}

    private Tokenizer textTokenizer(String remedy) {
        return tokenizer.orElseThrow(() -> new TraceException("model '" + name + "' has no tokenizer.json; " + remedy));
    }

    @Override
    public void close() {
        tokenizer.ifPresent(Tokenizer::close);
        transformer.close();
    }
}
