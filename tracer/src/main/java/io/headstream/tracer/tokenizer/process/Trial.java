package io.headstream.tracer.tokenizer.process;

import java.util.Arrays;

/**
 * What is tried with a tokenizer before it is used: texts of every kind there and back, and the text of every id. A fault that hides from this
 * depends on a prompt, and then only its prompt is refused.
 *
 * @param ids how many ids there are
 */
record Trial(Codec codec, long ids) {
    private static final String[] TEXTS = {
        "",
        "a",
        "a a",
        " a",
        "\n",
        " \n\t\r\n  ",
        "When Mary and John went to the store, John gave a drink to",
        "It's 12,345.67 (and 8%) -- isn't it? #1 @x <y> [z] {w} \\ / | ~ ` ^ _ = + * & $",
        "na\u00efve \u00dcber \u0130\u0131 \u1e9e \ufb01 A\u030a e\u0301 \u0345 \u1100\u1161\u11a8 \u0e33 \u0958",
        "\u4e2d\u6587 \u65e5\u672c\u8a9e \ud55c\uad6d\uc5b4 \u0627\u0644\u0639\u0631\u0628\u064a\u0629 \u0939\u093f\u0928\u094d\u0926\u0940",
        "\ud83d\ude80 \ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67 \ud83c\uddeb\ud83c\uddf7 \u2581 \u0120 \ufeff \u00a0 \u2028 \u3000 \ufffd",
        "\u0000\u0001\u0008\u001b\u007f\u0085",
        "<s></s><unk><pad><mask>[CLS][SEP][UNK]<|endoftext|><0x0A>",
        "a".repeat(3_000),
        " ".repeat(3_000),
        "ab ".repeat(1_000),
        "1".repeat(3_000) + "!",
        "a".repeat(30) + "!" + "\u00e9".repeat(1_000) + "\n".repeat(500) + "x"
    };

    void run() {
        for (String text : TEXTS) {
            codec.pieces(text);
            codec.text(codec.ids(text, false));
            codec.text(codec.ids(text, true));
        }
        for (long[] prefix : new long[][] {{}, codec.ids("\n", false)}) {
            for (long id = 0; id < ids; id++) {
                codec.text(with(prefix, id));
            }
        }
    }

    /** The texts of ids, each behind the prefix. */
    static String[] texts(Codec codec, long[] prefix, long from, long to) {
        String[] texts = new String[(int) (to - from)];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = codec.text(with(prefix, from + i));
        }
        return texts;
    }

    private static long[] with(long[] prefix, long id) {
        long[] ids = Arrays.copyOf(prefix, prefix.length + 1);
        ids[prefix.length] = id;
        return ids;
    }
}
