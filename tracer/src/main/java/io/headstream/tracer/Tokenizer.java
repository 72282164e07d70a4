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
    private static final String SPACE_MARK = "\u2581"; // how SentencePiece writes a leading space
    private static final String ANCHOR = "\n";

    private final HuggingFaceTokenizer tokenizer;
    private final BytePieces pieces;
    // the library drops the space before a text's first token in SentencePiece's manner; behind an anchor it stands
    private final long[] anchor;
    private final String anchorText;

    private Tokenizer(HuggingFaceTokenizer tokenizer, BytePieces pieces) {
        this.tokenizer = tokenizer;
        this.pieces = pieces;
        Encoding word = tokenizer.encode("a", false, false);
        boolean marksSpaces = Arrays.stream(word.getTokens()).anyMatch(t -> t.contains(SPACE_MARK))
                || Arrays.stream(tokenizer.encode("a a", false, false).getTokens())
                        .anyMatch(t -> t.contains(SPACE_MARK));
        this.anchor = marksSpaces ? tokenizer.encode(ANCHOR, false, false).getIds() : new long[0];
        this.anchorText = marksSpaces ? tokenizer.decode(anchor, false) : "";
    }

    /** The tokenizer.json of a folder, if it has one. */
    public static Optional<Tokenizer> open(Path folder) {
        Path file = folder.resolve("tokenizer.json");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            BytePieces pieces = BytePieces.read(file);
            return Optional.of(new Tokenizer(
                    HuggingFaceTokenizer.builder()
                            .optTokenizerPath(file)
                            .optTruncation(false)
                            .optPadding(false)
                            .build(),
                    pieces));
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
        if (anchor.length == 0) {
            return ids(tokenizer.encode(text, false, false));
        }
        int[] behind = ids(tokenizer.encode(ANCHOR + text, false, false));
        return Arrays.copyOfRange(behind, Math.min(anchor.length, behind.length), behind.length);
    }

    /** A token's text as it is decoded inside a sentence, leading space kept; the replacement character for part of a character. */
    public String text(int id) {
        if (anchor.length == 0 || bytes(id).isPresent()) {
            return tokenizer.decode(new long[] {id}, false);
        }
        long[] behind = Arrays.copyOf(anchor, anchor.length + 1);
        behind[anchor.length] = id;
        String text = tokenizer.decode(behind, false);
        return text.startsWith(anchorText) ? text.substring(anchorText.length()) : text;
    }

    /** What a token that is only part of a character is made of, such as {@code <0xF0><0x9F>}; others have none. */
    public Optional<String> bytes(int id) {
        return pieces.text(id);
    }

    private static int[] ids(Encoding encoding) {
        return Arrays.stream(encoding.getIds()).mapToInt(Math::toIntExact).toArray();
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
