package io.headstream.tracer.tokenizer;

import io.headstream.schema.TokenSpelling;
import io.headstream.schema.VisibleText;
import io.headstream.tracer.checkpoint.Provenance;
import io.headstream.tracer.error.TokenizerRefusal;
import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.model.Architecture;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
    private static final Pattern BRACKETED = Pattern.compile("\\[(\\d{1,9})]");
    private static final Pattern IDS = Pattern.compile("(?:\\[\\d{1,9}]){2,}");

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
                throw new TraceException("the prompt's token " + p + ", \"" + spelling(ids[p]) + "\" (id " + ids[p]
                        + "), has no row in the model's embedding, whose ids go from 0 to " + (size - 1)
                        + ": the tokenizer has tokens that the weights do not, as one does that is another model's, or that"
                        + " was added to without resize_token_embeddings. Leave that token out, or give the model its own"
                        + " tokenizer");
            }
        }
    }

    /** A token's text, as it is decoded; `[17]` where the model has no tokenizer, or its tokenizer no such token, as padding rows of W_E have none. */
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

    /** How a token is written so that it is told from all others, and read back by {@link #token} ({@link TokenSpelling}). */
    public String spelling(int id) {
        return tokenizer.map(t -> t.spelling(id)).orElseGet(() -> TokenSpelling.ofId(id));
    }

    /** The text of a prompt that is given as ids. */
    public String text(int[] ids) {
        return tokenizer
                .filter(t -> Arrays.stream(ids).noneMatch(id -> t.text(id).isEmpty()))
                .map(t -> t.text(ids))
                .orElseGet(() -> Arrays.stream(ids).mapToObj(this::spelling).collect(Collectors.joining()));
    }

    /**
     * The token that a target or distractor names ({@link TokenSpelling}): by its id, its bytes or its text, of which the first token
     * counts. Where there is no tokenizer, a number alone is an id too.
     *
     * @param role "target" or "distractor", for messages
     * @throws TraceException if it names none
     */
    public NamedToken token(String role, String written) {
        if (written.length() > MOST_OF_A_TOKEN) {
            throw new TraceException("the " + role + " has " + written.length()
                    + " characters; it names one token, and may have " + MOST_OF_A_TOKEN);
        }
        TokenSpelling.Named named =
                TokenSpelling.read(tokenizer.isEmpty() && written.matches("\\d{1,9}") ? "[" + written + "]" : written);
        if (named instanceof TokenSpelling.OfId byId) {
            return byId(role, byId.id());
        }
        Tokenizer known = textTokenizer("give the " + role + " as a token id, such as [17]");
        if (named instanceof TokenSpelling.OfBytes byBytes) {
            int id = known.ofBytes(byBytes.spelling())
                    .orElseThrow(() ->
                            new TraceException("no token of model '" + model + "' is the bytes " + byBytes.spelling()
                                    + "; give the " + role + " as a text, or as a token id, such as [17]"));
            return new NamedToken(id, spelling(id), Optional.empty());
        }
        return byText(role, ((TokenSpelling.OfText) named).text(), known);
    }

    private NamedToken byId(String role, int id) {
        if (id >= size) {
            throw new TraceException("the " + role + " " + TokenSpelling.ofId(id) + " is outside the vocabulary; ids go"
                    + " from 0 to " + (size - 1) + ". If the text is meant, write \\" + TokenSpelling.ofId(id));
        }
        return new NamedToken(id, spelling(id), Optional.empty());
    }

    private NamedToken byText(String role, String text, Tokenizer known) {
        OptionalInt whole = text.isEmpty() ? OptionalInt.empty() : known.ofText(text);
        if (whole.isPresent()) {
            return new NamedToken(whole.getAsInt(), spelling(whole.getAsInt()), Optional.empty());
        }
        int[] ids = known.encodeBare(text);
        String shown = VisibleText.of(text);
        if (ids.length == 0) {
            throw new TraceException("the " + role + " '" + shown + "' is empty; leave it out or give a token");
        }
        String first = spelling(ids[0]);
        return new NamedToken(
                ids[0],
                first,
                Optional.of(role + " \"" + shown + "\" has " + ids.length + " tokens; the first, \""
                        + VisibleText.of(first) + "\", counts"));
    }

    /**
     * The answer that a target or distractor names: a token as {@link #token} reads it, or several: a text of several tokens, ids one behind the
     * other as `[17][23]`, bytes of several tokens.
     *
     * @throws TraceException if it names none
     */
    public NamedAnswer answer(String role, String written) {
        if (IDS.matcher(written).matches()) {
            return answer(
                    role,
                    BRACKETED
                            .matcher(written)
                            .results()
                            .map(id -> Integer.valueOf(id.group(1)))
                            .toList());
        }
        if (written.length() <= MOST_OF_A_TOKEN && tokenizer.isPresent()) {
            TokenSpelling.Named named = TokenSpelling.read(written);
            if (named instanceof TokenSpelling.OfText byText
                    && !byText.text().isEmpty()
                    && tokenizer.get().ofText(byText.text()).isEmpty()) {
                return several(role, list(tokenizer.get().encodeBare(byText.text())));
            }
            if (named instanceof TokenSpelling.OfBytes byBytes
                    && tokenizer.get().ofBytes(byBytes.spelling()).isEmpty()) {
                List<Integer> pieces = tokenizer.get().severalOfBytes(byBytes.spelling());
                if (!pieces.isEmpty()) {
                    return several(role, pieces);
                }
            }
        }
        NamedToken one = token(role, written);
        return new NamedAnswer(List.of(one.id()), one.spelling(), one.note());
    }

    /**
     * The answer of some ids.
     *
     * @throws TraceException where there are none, or the model has no such token
     */
    public NamedAnswer answer(String role, List<Integer> ids) {
        if (ids.isEmpty()) {
            throw new TraceException("the " + role + "'s list of tokens is empty; leave it out or give ids");
        }
        for (@Nullable Integer id : ids) {
            if (id == null || id < 0) {
                throw new TraceException("the " + role + "'s tokens are whole numbers from 0, not " + id);
            }
            byId(role, id);
        }
        return several(role, List.copyOf(ids));
    }

    private NamedAnswer several(String role, List<Integer> ids) {
        if (ids.isEmpty()) {
            throw new TraceException("the " + role + " is empty; leave it out or give a token");
        }
        if (ids.size() == 1) {
            return new NamedAnswer(ids, spelling(ids.get(0)), Optional.empty());
        }
        String each = ids.stream()
                .map(id -> "\"" + VisibleText.of(spelling(id)) + "\"")
                .collect(Collectors.joining(", "));
        return new NamedAnswer(
                ids, spelling(ids), Optional.of(role + " of " + ids.size() + " tokens, explained as a whole: " + each));
    }

    /** How an answer of several tokens is written: its text where that is read back as the same tokens, else by its ids. */
    public String spelling(List<Integer> ids) {
        if (ids.size() == 1) {
            return spelling(ids.get(0));
        }
        String text = text(ids.stream().mapToInt(Integer::intValue).toArray());
        String written = (IDS.matcher(text).matches() ? "\\" : "") + TokenSpelling.ofText(text);
        boolean same = tokenizer
                .filter(t -> TokenSpelling.read(written) instanceof TokenSpelling.OfText read
                        && list(t.encodeBare(read.text())).equals(ids))
                .isPresent();
        return same ? written : ids.stream().map(TokenSpelling::ofId).collect(Collectors.joining());
    }

    private static List<Integer> list(int[] ids) {
        return Arrays.stream(ids).boxed().toList();
    }

    /** What a user named, one token or several, as it is written, with a remark for people. */
    public record NamedAnswer(List<Integer> ids, String spelling, Optional<String> note) {}

    /** A token that a user named, as it is written, with a remark where it is not all they wrote. */
    public record NamedToken(int id, String spelling, Optional<String> note) {}

    private Tokenizer textTokenizer(String remedy) {
        return tokenizer.orElseThrow(
                () -> new TraceException(refusal.orElse("model '" + model + "' has no tokenizer.json; " + remedy)));
    }

    @Override
    public void close() {
        tokenizer.ifPresent(Tokenizer::close);
    }
}
