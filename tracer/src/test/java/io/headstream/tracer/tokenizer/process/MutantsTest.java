package io.headstream.tracer.tokenizer.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headstream.tracer.error.TokenizerRefusal;
import io.headstream.tracer.tokenizer.file.KnownParts;
import io.headstream.tracer.tokenizer.file.TokenizerJson;
import io.headstream.tracer.tokenizer.process.TokenizerProcess.Ask;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every changed tokenizer gets a verdict within its limits, and this process goes on; those whose parts are known to be safe say here what they
 * say in a process of their own.
 */
class MutantsTest {
    private static final Limits SMALL = new Limits(Duration.ofSeconds(2), Duration.ofSeconds(60), 500_000_000L);
    private static final String SENTENCE = "When Mary and John went to the store, ab an abn 12 \ud83d\ude80  a\u030a\n";

    private enum End {
        NO_JSON,
        REFUSED,
        GOOD_HERE,
        GOOD_THERE
    }

    private Helper helper = Helper.start(SMALL);

    @AfterEach
    void close() {
        helper.close();
    }

    @Test
    void some() {
        Map<End, Integer> ends = run(12, 120);
        assertThat(ends.keySet()).contains(End.REFUSED, End.GOOD_THERE);
    }

    @Test
    @Tag("thorough")
    void many() {
        run(2026, 3_000);
    }

    private Map<End, Integer> run(long seed, int count) {
        Mutants mutants = new Mutants(seed);
        Map<End, Integer> ends = new EnumMap<>(End.class);
        for (int i = 0; i < count; i++) {
            ObjectNode mutant = mutants.next();
            long start = System.nanoTime();
            ends.merge(end(mutant.toString()), 1, Integer::sum);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as("mutant %d: %s", i, mutant)
                    .isLessThan(SMALL.time());
        }
        System.out.println("tokenizers changed: " + ends);
        return ends;
    }

    private End end(String text) {
        TokenizerJson json;
        try {
            json = TokenizerJson.read(text.getBytes(StandardCharsets.UTF_8));
        } catch (TokenizerRefusal e) {
            return End.NO_JSON;
        }
        try {
            helper.ask(Ask.OPEN, text, in -> "");
            helper.ask(Ask.TRY, "", new long[0], 0, json.ids(), in -> "");
        } catch (TokenizerRefusal e) {
            assertThat(e.isLasting()).as(e.getMessage()).isTrue();
            if (helper.isDead()) {
                helper.close();
                helper = Helper.start(SMALL);
            }
            return End.REFUSED;
        }
        if (!KnownParts.make(json)) {
            return End.GOOD_THERE;
        }
        try (Codec here = NativeCodec.open(text)) {
            long[] there = helper.ask(Ask.IDS_WITH_SPECIAL, SENTENCE, Frames::numbers);
            assertThat(here.ids(SENTENCE, true)).as(text).isEqualTo(there);
            assertThat(here.text(there)).isEqualTo(helper.ask(Ask.TEXT, "", there, 0, 0, Frames::text));
        }
        return End.GOOD_HERE;
    }
}
