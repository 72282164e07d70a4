package io.headstream.tracer.tokenizer;

import io.headstream.schema.TokenSpelling;
import io.headstream.tracer.checkpoint.Provenance;
import io.headstream.tracer.checkpoint.TokenizerFiles;
import io.headstream.tracer.error.TokenizerRefusal;
import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.tokenizer.file.BytePieces;
import io.headstream.tracer.tokenizer.file.TokenizerFile;
import io.headstream.tracer.tokenizer.process.Codec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A model's own tokenizer, by Hugging Face's library. It runs here or in a process of its own: {@link Tokenizers} decides. */
public final class Tokenizer implements AutoCloseable {
    private static final Pattern UNIT = Pattern.compile("<0x[0-9A-F]{2}>|.", Pattern.DOTALL); // a byte, or ASCII
    private static final String SPACE_MARK = "\u2581"; // how SentencePiece writes a leading space
    private static final String ANCHOR = "\n";

    private final String model;
    private final Codec codec;
    private final BytePieces pieces;
    private final Set<Integer> special;
    private final int longestPiece;
    // the library drops the space before a text's first token in SentencePiece's manner; behind an anchor it stands
    private final long[] anchor;
    private final String anchorText;
    private final Around around;
    private final Spellings spellings;
    private final Optional<String> bosName;

    private Tokenizer(String model, Tokenizers.Opened opened, Optional<String> bosName) {
        this.model = model;
        this.codec = opened.codec();
        this.pieces = opened.bytes();
        this.special = opened.special();
        this.longestPiece = opened.longestPiece();
        boolean marksSpaces =
                Stream.of("a", "a a").map(codec::pieces).flatMap(Arrays::stream).anyMatch(t -> t.contains(SPACE_MARK));
        this.anchor = marksSpaces ? codec.ids(ANCHOR, false) : new long[0];
        this.anchorText = marksSpaces ? codec.text(anchor) : "";
        this.around = Around.of(codec);
        this.spellings = new Spellings(this, opened.ids());
        this.bosName = bosName;
    }

    /**
     * The tokenizer of a folder, if it has one: tokenizer.json, or vocab.json with merges.txt.
     *
     * @throws TraceException if it cannot be used
     */
    public static Optional<Tokenizer> open(Path folder) {
        try {
            return openOrRefuse(folder);
        } catch (TokenizerRefusal e) {
            throw new TraceException(refusal(Provenance.of(folder).name(), e), e);
        }
    }

    static Optional<Tokenizer> openOrRefuse(Path folder) {
        Optional<Path> file = TokenizerFile.of(folder);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        Tokenizers.Opened opened = Tokenizers.shared().open(file.get());
        try {
            return Optional.of(
                    new Tokenizer(Provenance.of(folder).name(), opened, TokenizerFiles.token(folder, "bos_token")));
        } catch (RuntimeException e) {
            opened.codec().close();
            throw e;
        }
    }

    /** Why a folder's tokenizer is refused, as far as that is known without trying it. */
    public static Optional<String> knownRefusal(Path folder) {
        return TokenizerFile.of(folder)
                .flatMap(Tokenizers.shared()::knownRefusal)
                .map(why -> refusal(Provenance.of(folder).name(), why))
                .or(() -> unread(folder));
    }

    /** What to do with a tokenizer that is there in a form that is not read; empty where another is, or none. */
    static Optional<String> unread(Path folder) {
        return TokenizerFiles.unread(folder)
                .map(
                        file -> "model '" + Provenance.of(folder).name() + "' has its tokenizer as " + file
                                + (file.equals(TokenizerFiles.VOCABULARY) ? " without merges.txt" : "")
                                + ", which is not read here. Write it as tokenizer.json in Python: from transformers import"
                                + " AutoTokenizer; AutoTokenizer.from_pretrained(FOLDER).save_pretrained(FOLDER). Or pass token ids");
    }

    static String refusal(String model, TokenizerRefusal why) {
        return refusal(model, String.valueOf(why.getMessage()));
    }

    private static String refusal(String model, String why) {
        return "tokenizer.json of model '" + model + "' cannot be used: " + why
                + ". Pass token ids, or put a tokenizer.json there that Hugging Face's tokenizers library opens";
    }

    /** Characters of the longest token, as the vocabulary writes it. */
    public int longestPiece() {
        return longestPiece;
    }

    /**
     * A prompt's ids.
     *
     * @param notes what was done to it that its text does not show
     */
    public record Encoded(int[] ids, List<String> notes) {}

    /** A prompt's ids, with the special tokens that the tokenizer adds (a BOS, say), none of them twice at its beginning. */
    public int[] encode(String prompt) {
        return encode(prompt, Bos.AUTO).ids();
    }

    /**
     * As above.
     *
     * @param bos what is put before it
     * @throws TraceException where a BOS is asked for and the tokenizer has none
     */
    public Encoded encode(String prompt, Bos bos) {
        if (bos == Bos.NONE) {
            boolean fewer = around.before().length + around.after().length > 0;
            return new Encoded(
                    ids(prompt, false),
                    fewer ? List.of("no special tokens were added to the prompt (bos none)") : List.of());
        }
        int[] whole = ids(prompt, true);
        boolean twice = around.isTwice(whole);
        if (bos == Bos.AUTO) {
            return twice
                    ? new Encoded(
                            Arrays.copyOfRange(whole, around.before().length, whole.length),
                            List.of(
                                    "the prompt begins with " + quoted(around.before())
                                            + ", which the tokenizer puts before every prompt; it was not added again (bos add does)"))
                    : new Encoded(whole, List.of());
        }
        if (around.before().length > 0) {
            return new Encoded(
                    whole,
                    twice
                            ? List.of("the prompt begins with " + quoted(around.before())
                                    + ", and another was put before it (bos add)")
                            : List.of());
        }
        int id = bos();
        int[] begun = new int[whole.length + 1];
        begun[0] = id;
        System.arraycopy(whole, 0, begun, 1, whole.length);
        return new Encoded(begun, List.of("\"" + spelling(id) + "\" was put before the prompt (bos add)"));
    }

    private int bos() {
        int[] ids = bosName.map(name -> ids(name, false)).orElse(new int[0]);
        if (ids.length != 1) {
            throw new TraceException(
                    "the tokenizer of model '" + model
                            + "' has no BOS: it puts none before a prompt, and its tokenizer_config.json names none; leave out bos");
        }
        return ids[0];
    }

    private String quoted(long[] ids) {
        return Arrays.stream(ids)
                .mapToObj(id -> "\"" + spelling((int) id) + "\"")
                .collect(Collectors.joining(" "));
    }

    /** The ids of a piece of text as it stands inside a sentence, nothing added. */
    public int[] encodeBare(String text) {
        if (anchor.length == 0) {
            return ids(text, false);
        }
        int[] behind = ids(ANCHOR + text, false);
        return Arrays.copyOfRange(behind, Math.min(anchor.length, behind.length), behind.length);
    }

    /** A token's text as it is decoded inside a sentence, leading space kept; the replacement character for part of a character. */
    public String text(int id) {
        return bytes(id).isPresent() ? decoded(new long[] {id}) : text(new int[] {id});
    }

    /** The text of tokens inside a sentence, bytes of a character together. */
    public String text(int[] ids) {
        long[] behind = Arrays.copyOf(anchor, anchor.length + ids.length);
        for (int i = 0; i < ids.length; i++) {
            behind[anchor.length + i] = ids[i];
        }
        String text = decoded(behind);
        return text.startsWith(anchorText) ? text.substring(anchorText.length()) : text;
    }

    /** How a token is written so that it is told from all others ({@link TokenSpelling}). */
    public String spelling(int id) {
        return spellings.of(id);
    }

    /** The token whose text is all of this one, though the tokenizer itself may part it otherwise. */
    public OptionalInt ofText(String text) {
        return spellings.ofText(text);
    }

    /** The token of bytes that are no text, as {@link TokenSpelling} writes them. */
    public OptionalInt ofBytes(String spelling) {
        return pieces.id(spelling);
    }

    /** The tokens of bytes that no one token is, the longest from the left; none where something is no token. */
    List<Integer> severalOfBytes(String spelling) {
        List<String> units =
                UNIT.matcher(spelling).results().map(MatchResult::group).toList();
        List<Integer> ids = new ArrayList<>();
        int from = 0;
        while (from < units.size()) {
            OptionalInt id = OptionalInt.empty();
            int to = units.size() + 1;
            while (id.isEmpty() && --to > from) {
                String piece = String.join("", units.subList(from, to));
                id = ofBytes(piece).isPresent() ? ofBytes(piece) : ofText(piece);
            }
            if (id.isEmpty()) {
                return List.of();
            }
            ids.add(id.getAsInt());
            from = to;
        }
        return ids;
    }

    /** What a token that is only part of a character is made of, such as {@code <0xF0><0x9F>}; others have none. */
    public Optional<String> bytes(int id) {
        return pieces.text(id);
    }

    /** Whether a token stands for no text: a BOS, say. */
    public boolean isSpecial(int id) {
        return special.contains(id);
    }

    private int[] ids(String text, boolean special) {
        long[] ids = told("this text", () -> codec.ids(text, special));
        return Arrays.stream(ids).mapToInt(this::id).toArray();
    }

    private int id(long id) {
        if (id != (int) id) {
            throw new TraceException("the tokenizer of model '" + model + "' has a token id of " + id
                    + ", which no vocabulary has; copy its tokenizer.json again");
        }
        return (int) id;
    }

    private String decoded(long[] ids) {
        return told("its token " + ids[ids.length - 1], () -> codec.text(ids));
    }

    private <T> T told(String what, Supplier<T> question) {
        try {
            return question.get();
        } catch (TokenizerRefusal e) {
            throw new TraceException(
                    "the tokenizer of model '" + model + "' cannot take " + what + ": " + e.getMessage()
                            + ". Give another text, or pass token ids",
                    e);
        }
    }

    @Override
    public void close() {
        codec.close();
    }
}
