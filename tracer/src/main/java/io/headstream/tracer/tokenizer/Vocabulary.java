package io.headstream.tracer.tokenizer;

import io.headstream.tracer.checkpoint.Provenance;
import io.headstream.tracer.error.TokenizerRefusal;
import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.model.Architecture;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A model's tokens: text to ids and back. Without a tokenizer ids stand for themselves.
 *
 * @param model the model's name, for messages
 * @param size number of token ids
 * @param context positions of the longest prompt
 * @param refusal why the tokenizer that there is cannot be used, if that is so; then ids stand for themselves
 */
public record Vocabulary(String model, int size, int context, Optional<Tokenizer> tokenizer, Optional<String> refusal)
        implements AutoCloseable {
    // an encoding takes some hundred bytes a character
    private static final int MOST_CHARACTERS = 500_000;
    // some tokenizers drop characters, so that a prompt may have a few more than its tokens
    private static final int LEAST_PIECE = 16;
    private static final int MOST_OF_A_TOKEN = 1_000;

    /**
     * Reads a folder's tokenizer, if it has one. One that is not known is tried first ({@link Tokenizer}); a refused one leaves a
     * vocabulary of ids.
     */
    public static Vocabulary open(Path folder, Architecture architecture) {
        String name = Provenance.of(folder).name();
        Optional<Tokenizer> tokenizer = Optional.empty();
        Optional<String> refusal = Tokenizer.unread(folder);
        try {
            tokenizer = Tokenizer.openOrRefuse(folder);
        } catch (TokenizerRefusal e) {
            String why = Tokenizer.refusal(name, e);
            if (!e.isLasting()) {
                throw new TraceException(why, e);
            }
            refusal = Optional.of(why);
        }
        return new Vocabulary(name, architecture.vocabulary(), architecture.context(), tokenizer, refusal);
    }

    /** The most characters that a prompt may have: more are no prompt of this model's, and are not encoded to see it. */
    public int mostCharacters() {
        int longest =
                Math.max(LEAST_PIECE, tokenizer.map(Tokenizer::longestPiece).orElse(0));
        return (int) Math.min(MOST_CHARACTERS, (long) context * longest);
    }

    /** A prompt's token ids, as the tokenizer makes them. */
    public int[] encode(String prompt) {
        return encode(prompt, Bos.AUTO).ids();
    }

    /** A prompt's token ids, and what was done to it that its text does not show. */
    public Tokenizer.Encoded encode(String prompt, Bos bos) {
        if (prompt.isEmpty()) {
            throw new TraceException("the prompt is empty; type some text");
        }
        if (prompt.length() > mostCharacters()) {
            throw new TraceException(
                    "the prompt has " + prompt.length() + " characters, and one of this model may have "
                            + mostCharacters() + ": the model's context holds " + context + " tokens; shorten it");
        }
        return textTokenizer("pass token ids, or add it").encode(prompt, bos);
    }

    /**
     * Checks a prompt's ids against the embedding: what the tokenizer knows has a text, which says more than its id.
     *
     * @throws TraceException naming a token that the model has no row for
     */
    public void requireEmbedded(int[] ids) {
        for (int p = 0; p < ids.length && tokenizer.isPresent(); p++) {
            if (ids[p] >= size && !tokenizer.get().text(ids[p]).isEmpty()) {
                throw new TraceException("the prompt's token " + p + ", \"" + text(ids[p]) + "\" (id " + ids[p]
                        + "), has no row in the model's embedding, whose ids go from 0 to " + (size - 1)
                        + ": the tokenizer has tokens that the weights do not, as one does that is another model's, or that"
                        + " was added to without resize_token_embeddings. Leave that token out, or give the model its own"
                        + " tokenizer");
            }
        }
    }

    /** A token's text; `[17]` where the model has no tokenizer, or its tokenizer no such token, as padding rows of W_E have none. */
    public String text(int id) {
        return tokenizer.map(t -> t.text(id)).filter(text -> !text.isEmpty()).orElse("[" + id + "]");
    }

    /** What a token that is only part of a character is made of, such as {@code <0xF0><0x9F>}; others have none. */
    public Optional<String> bytes(int id) {
        return tokenizer.flatMap(t -> t.bytes(id));
    }

    /** Whether a token stands for no text: a BOS, say. */
    public boolean isSpecial(int id) {
        return tokenizer.map(t -> t.isSpecial(id)).orElse(false);
    }

    /** A token to show in its prompt: its bytes where it is part of a character, so that it can be told from its like; else its text. */
    public String label(int id) {
        return bytes(id).orElseGet(() -> text(id));
    }

    /**
     * The token that a target or distractor names: the first of its text, or an id written as `[17]` where there is no tokenizer.
     *
     * @param role "target" or "distractor", for messages
     */
    public NamedToken token(String role, String text) {
        if (tokenizer.isEmpty() && text.matches("\\[?\\d{1,9}]?")) {
            int id = Integer.parseInt(text.replaceAll("[\\[\\]]", ""));
            if (id < size) {
                return new NamedToken(id, text(id), Optional.empty());
            }
        }
        if (text.length() > MOST_OF_A_TOKEN) {
            throw new TraceException("the " + role + " has " + text.length()
                    + " characters; it names one token, and may have " + MOST_OF_A_TOKEN);
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
        return tokenizer.orElseThrow(
                () -> new TraceException(refusal.orElse("model '" + model + "' has no tokenizer.json; " + remedy)));
    }

    @Override
    public void close() {
        tokenizer.ifPresent(Tokenizer::close);
    }
}
