package io.headstream.tracer.tokenizer;

import io.headstream.tracer.error.TokenizerRefusal;
import io.headstream.tracer.tokenizer.Verdicts.Verdict;
import io.headstream.tracer.tokenizer.file.BytePieces;
import io.headstream.tracer.tokenizer.file.KnownParts;
import io.headstream.tracer.tokenizer.file.TokenizerFile;
import io.headstream.tracer.tokenizer.file.TokenizerJson;
import io.headstream.tracer.tokenizer.process.Codec;
import io.headstream.tracer.tokenizer.process.Helper;
import io.headstream.tracer.tokenizer.process.HelperCodec;
import io.headstream.tracer.tokenizer.process.Helpers;
import io.headstream.tracer.tokenizer.process.Limits;
import io.headstream.tracer.tokenizer.process.NativeCodec;
import io.headstream.tracer.tokenizer.process.TokenizerProcess.Ask;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Opens tokenizers, each once tried; whatever opens one comes through here. */
public final class Tokenizers implements AutoCloseable {
    private static final Duration IDLE = Duration.ofMinutes(2);
    private static @Nullable Tokenizers shared;

    private final Verdicts verdicts;
    private final Limits limits;
    private final Helpers helpers;

    /**
     * @param folder where verdicts are kept
     * @param idle how long a process lives that nobody asks
     */
    public Tokenizers(Path folder, Limits limits, Duration idle) {
        this.verdicts = new Verdicts(folder);
        this.limits = limits;
        this.helpers = new Helpers(limits, idle);
    }

    /** This process's; what it has started ends with it. */
    public static synchronized Tokenizers shared() {
        if (shared == null) {
            Tokenizers first = new Tokenizers(VerdictFolder.usual(), Limits.USUAL, IDLE);
            Runtime.getRuntime().addShutdownHook(new Thread(first::close, "headstream-tokenizers-closing"));
            shared = first;
        }
        return shared;
    }

    /**
     * A tokenizer that is open, with what else its file says.
     *
     * @param ids one more than the largest id
     */
    public record Opened(Codec codec, BytePieces bytes, Set<Integer> special, int longestPiece, int ids) {}

    /**
     * Opens a tokenizer.json. The first time that its content is seen it is tried, which takes a second or two.
     *
     * @throws TokenizerRefusal if it cannot be used, saying why
     */
    public Opened open(Path file) {
        TokenizerFile content = TokenizerFile.read(file);
        Optional<String> known = verdicts.find(content.sha256()).flatMap(Verdict::refusal);
        if (known.isPresent()) {
            throw TokenizerRefusal.of(known.get());
        }
        TokenizerJson json = content.json();
        requireGood(content, json);
        Codec codec = KnownParts.make(json) ? here(content) : inHelper(file, content.sha256());
        return new Opened(codec, BytePieces.of(json), json.special(), json.longestPiece(), json.ids());
    }

    /** Why a tokenizer.json cannot be used, as far as that is known without trying it. */
    public Optional<String> knownRefusal(Path file) {
        return TokenizerFile.sha256(file).flatMap(verdicts::find).flatMap(Verdict::refusal);
    }

    private synchronized void requireGood(TokenizerFile content, TokenizerJson json) {
        Optional<Verdict> verdict = verdicts.find(content.sha256());
        if (verdict.isEmpty()) {
            try (Helper helper = Helper.start(limits)) {
                helper.ask(Ask.OPEN, content.text(), answer -> "");
                helper.ask(Ask.TRY, "", new long[0], 0, json.ids(), answer -> "");
                verdicts.keep(content.sha256(), new Verdict(Optional.empty()));
            } catch (TokenizerRefusal e) {
                if (e.isLasting()) {
                    verdicts.keep(content.sha256(), new Verdict(Optional.of(String.valueOf(e.getMessage()))));
                }
                throw e;
            }
        } else if (verdict.get().refusal().isPresent()) {
            throw TokenizerRefusal.of(verdict.get().refusal().get());
        }
    }

    private static Codec here(TokenizerFile content) {
        try {
            return NativeCodec.open(content.text());
        } catch (RuntimeException e) {
            throw TokenizerRefusal.of("the tokenizers library says: " + e.getMessage());
        }
    }

    // the file is read again for each process, so that a vocabulary of many megabytes is not kept for that
    private Codec inHelper(Path file, String sha256) {
        Consumer<Helper> opening = helper -> {
            TokenizerFile again = TokenizerFile.read(file);
            if (!again.sha256().equals(sha256)) {
                throw TokenizerRefusal.passing("the file was changed while it was in use");
            }
            helper.ask(Ask.OPEN, again.text(), answer -> "");
        };
        return new HelperCodec(helpers, sha256, opening);
    }

    /** The processes that tokenizers run in at the moment. */
    public List<ProcessHandle> processes() {
        return helpers.processes();
    }

    @Override
    public void close() {
        helpers.close();
    }
}
