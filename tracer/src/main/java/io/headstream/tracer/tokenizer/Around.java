package io.headstream.tracer.tokenizer;

import io.headstream.tracer.tokenizer.process.Codec;
import java.util.Arrays;

/**
 * What a tokenizer puts around every text.
 *
 * @param before ids of the special tokens before it, a BOS usually
 * @param after of those behind it
 */
record Around(long[] before, long[] after) {
    private static final String ANY = "a";

    static Around of(Codec codec) {
        long[] whole = codec.ids(ANY, true);
        long[] bare = codec.ids(ANY, false);
        for (int at = 0; at + bare.length <= whole.length && bare.length > 0; at++) {
            if (Arrays.equals(whole, at, at + bare.length, bare, 0, bare.length)) {
                return new Around(Arrays.copyOf(whole, at), Arrays.copyOfRange(whole, at + bare.length, whole.length));
            }
        }
        return new Around(new long[0], new long[0]);
    }

    /** Whether a prompt that has them around it begins with what is put before it, so that it stands there twice. */
    boolean isTwice(int[] whole) {
        int end = whole.length - after.length;
        if (before.length == 0 || end < 2 * before.length) {
            return false;
        }
        for (int i = 0; i < before.length; i++) {
            if (whole[before.length + i] != before[i]) {
                return false;
            }
        }
        return true;
    }
}
