package io.headstream.tracer;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** A model's own tokenizer, by Hugging Face's library. */
public final class Tokenizer implements AutoCloseable {
    private final HuggingFaceTokenizer tokenizer;

    private Tokenizer(HuggingFaceTokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /** The tokenizer.json of a folder, if it has one. */
    public static Optional<Tokenizer> open(Path folder) {
        Path file = folder.resolve("tokenizer.json");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Tokenizer(HuggingFaceTokenizer.builder()
                    .optTokenizerPath(file)
                    .optTruncation(false)
                    .optPadding(false)
                    .build()));
        } catch (IOException | RuntimeException e) {
            throw new TraceException(
                    "'" + file + "' is not a tokenizer: " + e.getMessage() + ". Copy the file again.", e);
        }
    }

    /** A prompt's ids, with the special tokens that the tokenizer adds (a BOS, say). */
    public int[] encode(String prompt) {
        return ids(tokenizer.encode(prompt, true, false));
    }

    /** The ids of a piece of text as it stands inside a sentence, nothing added. */
    public int[] encodeBare(String text) {
        return ids(tokenizer.encode(text, false, false));
    }

    /** A token's text exactly as it is decoded, leading space kept. */
    public String text(int id) {
        return tokenizer.decode(new long[] {id}, false);
    }

    private static int[] ids(Encoding encoding) {
        return Arrays.stream(encoding.getIds()).mapToInt(Math::toIntExact).toArray();
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
