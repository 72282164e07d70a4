package io.headstream.tracer.tokenizer.process;

import io.headstream.tracer.tokenizer.process.TokenizerProcess.Ask;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Function;

/** A tokenizer in a process of its own. One that crashes on a text is started again for the next. */
public final class HelperCodec implements Codec {
    // a vocabulary is read id by id: hundreds are fetched at once
    private static final int BLOCK = 512;

    private final Helpers helpers;
    private final String sha256;
    private final Consumer<Helper> opening;
    private Block block = new Block(new long[0], 0, new String[0]);

    private record Block(long[] prefix, long from, String[] texts) {
        boolean holds(long[] ids) {
            long last = ids[ids.length - 1];
            return last >= from
                    && last < from + texts.length
                    && Arrays.equals(prefix, 0, prefix.length, ids, 0, ids.length - 1);
        }
    }

    public HelperCodec(Helpers helpers, String sha256, Consumer<Helper> opening) {
        this.helpers = helpers;
        this.sha256 = sha256;
        this.opening = opening;
    }

    @Override
    public long[] ids(String text, boolean special) {
        return ask(helper -> helper.ask(special ? Ask.IDS_WITH_SPECIAL : Ask.IDS, text, Frames::numbers));
    }

    @Override
    public String[] pieces(String text) {
        return ask(helper -> helper.ask(Ask.PIECES, text, Frames::texts));
    }

    @Override
    public String text(long[] ids) {
        if (ids.length == 0) {
            return ask(helper -> helper.ask(Ask.TEXT, "", ids, 0, 0, Frames::text));
        }
        long last = ids[ids.length - 1];
        Block known = block;
        if (!known.holds(ids)) {
            long[] prefix = Arrays.copyOf(ids, ids.length - 1);
            String[] texts = ask(helper -> helper.ask(Ask.TEXTS, "", prefix, last, last + BLOCK, Frames::texts));
            known = new Block(prefix, last, texts);
            block = known;
        }
        return known.texts()[(int) (last - known.from())];
    }

    private <T> T ask(Function<Helper, T> question) {
        return helpers.with(sha256, opening, question);
    }

    @Override
    public void close() {
        // the process is the others' too, and ends when nobody has asked for a while
    }
}
