package io.headstream.tracer.tokenizer;

import io.headstream.schema.TokenSpelling;
import io.headstream.tracer.error.TraceException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * How each token of a vocabulary is written, no two alike ({@link TokenSpelling}). Of tokens with one and the same text it is the one's that
 * the tokenizer makes of that text, or else the first's; the others are written by their ids, as those are that have no text.
 */
final class Spellings {
    private static final int FEW = 2_000;

    private final Tokenizer tokenizer;
    private final int ids;
    private final AtomicInteger asked = new AtomicInteger();
    private @Nullable Map<String, Integer> owners; // of every text; made where a text alone does not tell

    Spellings(Tokenizer tokenizer, int ids) {
        this.tokenizer = tokenizer;
        this.ids = ids;
    }

    String of(int id) {
        return tokenizer.bytes(id).orElseGet(() -> {
            String text = tokenizer.text(id);
            return !text.isEmpty() && isOwner(text, id) ? TokenSpelling.ofText(text) : TokenSpelling.ofId(id);
        });
    }

    /** The token that is written as that text. */
    OptionalInt ofText(String text) {
        int[] made = tokenizer.encodeBare(text);
        if (made.length == 1 && tokenizer.text(made[0]).equals(text)) {
            return OptionalInt.of(made[0]);
        }
        Integer owner = owners().get(text);
        return owner != null ? OptionalInt.of(owner) : made.length == 1 ? OptionalInt.of(made[0]) : OptionalInt.empty();
    }

    // a few are looked up one by one, a whole vocabulary is not
    private boolean isOwner(String text, int id) {
        boolean few = asked.incrementAndGet() <= FEW;
        return (few && isMadeOf(text, id)) || Integer.valueOf(id).equals(owners().get(text));
    }

    private boolean isMadeOf(String text, int id) {
        try {
            int[] made = tokenizer.encodeBare(text);
            return made.length == 1 && made[0] == id;
        } catch (TraceException e) {
            return false; // a text that the tokenizer cannot take is not given back as one
        }
    }

    private synchronized Map<String, Integer> owners() {
        if (owners == null) {
            Map<String, Integer> first = new HashMap<>();
            for (int id = 0; id < ids; id++) {
                if (tokenizer.bytes(id).isEmpty()) {
                    String text = tokenizer.text(id);
                    Integer before = first.putIfAbsent(text, id);
                    if (before != null && !isMadeOf(text, before) && isMadeOf(text, id)) {
                        first.put(text, id);
                    }
                }
            }
            owners = first;
        }
        return owners;
    }
}
