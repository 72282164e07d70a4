package io.headstream.tracer.decompose;

import java.util.Arrays;

/** Orders by value, largest first; of equal values the smaller index comes first. */
public final class Ranking {
    private Ranking() {}

    /** All indices. */
    public static int[] descending(float[] values) {
        int[] all = new int[values.length];
        Arrays.setAll(all, i -> i);
        return descending(values, all);
    }

    /** Some indices. */
    public static int[] descending(float[] values, int[] some) {
        long[] keys = new long[some.length];
        for (int i = 0; i < keys.length; i++) {
            int bits = Float.floatToIntBits(-values[some[i]]);
            int ordered = bits < 0 ? bits ^ 0x7fff_ffff : bits; // as an integer sorts as the float does
            keys[i] = (long) ordered << 32 | some[i];
        }
        Arrays.sort(keys);
        int[] indices = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            indices[i] = (int) keys[i];
        }
        return indices;
    }

    /** By index: 1 for the largest. */
    public static int[] ranks(float[] values) {
        int[] order = descending(values);
        int[] ranks = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            ranks[order[i]] = i + 1;
        }
        return ranks;
    }
}
