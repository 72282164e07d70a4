package io.headstream.standalone.bolt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How a connection of Neo4j Browser begins, and what others may try. */
class OpeningTest {
    private static final Buffer OURS = Logon.of("a", "b");
    private static final String MAGIC = "6060b017";
    private static final String V5 = "00080805" + "00020404" + "00000304" + "000001ff";
    private static final String HELLO = "0003b101a00000";
    private static final String LOGON = "0008b16aa18673636865" + "00076d65846e6f6e650000"; // in two chunks

    @Test
    void the_logon_is_replaced_and_the_rest_passed_on_however_it_is_cut() {
        Buffer sent = hex(MAGIC + V5 + "0000" + HELLO + LOGON + "0001ff0000");
        Buffer expected = hex(MAGIC + "00070805" + "000000000000000000000000" + "0000" + HELLO)
                .appendBuffer(OURS)
                .appendBuffer(hex("0001ff0000"));
        assertThat(hex(in(sent, sent.length()))).isEqualTo(hex(expected));
        for (int size = 1; size < 40; size++) {
            assertThat(hex(in(sent, size))).as("pieces of " + size).isEqualTo(hex(expected));
        }
    }

    @Test
    void the_message_says_who_one_is_as_the_database_reads_it() {
        assertThat(hex(Logon.of("me", "it")))
                .matches("0032b16aa3.*0000")
                .contains(
                        "d006736368656d65d0056261736963",
                        "d0097072696e636970616cd0026d65",
                        "d00b63726564656e7469616c73d0026974");
    }

    @Test
    void versions_that_log_on_otherwise_are_not_offered() {
        Buffer only = in(hex(MAGIC + "00000005" + "00040404" + "000001ff" + "00000003"), 20);
        assertThat(hex(only)).isEqualTo(MAGIC + "0".repeat(32));
        assertThat(hex(in(hex(MAGIC + "00040105" + "0".repeat(24)), 20))).startsWith(MAGIC + "00000105");
    }

    @Test
    void whoever_begins_otherwise_is_refused() {
        String begun = MAGIC + V5;
        for (String sent : new String[] {
            "474554202f20485454502f312e310d0a0d0a0d0a", // GET /
            begun + "0003b10fa00000", // RESET first
            begun + LOGON, // without HELLO
            begun + HELLO + HELLO,
            begun + HELLO + "0009b3108152455455524e0000", // RUN without LOGON
            begun + HELLO + "0001b100026aa00000", // its signature in another chunk
            begun + "0001b10000",
            begun + "0000".repeat(9000)
        }) {
            assertThatThrownBy(() -> in(hex(sent), 1000)).as(sent).isInstanceOf(Opening.Refused.class);
        }
    }

    @Test
    void what_never_ends_is_refused_before_it_fills_the_memory() {
        Opening opening = new Opening(OURS);
        opening.take(hex(MAGIC + V5));
        Buffer piece = hex("ffff").appendBytes(new byte[1022]);
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 17; i++) {
                        opening.take(piece);
                    }
                })
                .isInstanceOf(Opening.Refused.class);
    }

    @Test
    void noise_is_refused_or_waits_but_opens_nothing() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] noise = new byte[1 + random.nextInt(60)];
            random.nextBytes(noise);
            Buffer sent = random.nextBoolean()
                    ? Buffer.buffer(noise)
                    : hex(MAGIC + V5).appendBytes(noise);
            Opening opening = new Opening(OURS);
            try {
                opening.take(sent);
            } catch (Opening.Refused e) {
                // as it should
            }
            assertThat(opening.isOver()).isFalse();
        }
    }

    private static Buffer in(Buffer sent, int size) {
        Opening opening = new Opening(OURS);
        Buffer out = Buffer.buffer();
        for (int at = 0; at < sent.length(); at += size) {
            out.appendBuffer(opening.take(sent.getBuffer(at, Math.min(sent.length(), at + size))));
        }
        return out;
    }

    private static Buffer hex(String text) {
        return Buffer.buffer(HexFormat.of().parseHex(text));
    }

    private static String hex(Buffer bytes) {
        return HexFormat.of().formatHex(bytes.getBytes());
    }
}
