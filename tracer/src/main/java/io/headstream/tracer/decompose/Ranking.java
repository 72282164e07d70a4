package io.headstream.tracer.decompose;

import java.util.Arrays;

/** Orders by value, largest first; of equal values the smaller index comes first. */
public final class Ranking {
    private Ranking() {}

    /** All indices. */
    public static int[] descending(float[] values) {
        return largest(values, values.length);
    }

    /** Some indices. */
    public static int[] descending(float[] values, int[] some) {
        return largest(values, some, some.length);
    }

    /** The first of all indices, at most so many. */
    public static int[] largest(float[] values, int most) {
        int[] all = new int[values.length];
        Arrays.setAll(all, i -> i);
        return largest(values, all, most);
    }

    /** The first of some indices, at most so many. */
    public static int[] largest(float[] values, int[] some, int most) {
        long[] keys = new long[some.length];
        for (int i = 0; i < keys.length; i++) {
            int bits = Float.floatToIntBits(-values[some[i]]);
            int ordered = bits < 0 ? bits ^ 0x7fff_ffff : bits; // as an integer sorts as the float does
            keys[i] = (long) ordered << 32 | some[i];
        }
        int count = Math.min(most, keys.length);
        select(keys, count);
        Arrays.sort(keys, 0, count);
        int[] indices = new int[count];
        for (int i = 0; i < count; i++) {
            indices[i] = (int) keys[i];
        }
        return indices;
    }

    // puts the smallest keys, which are all different, first: Hoare's quickselect
    private static void select(long[] keys, int count) {
        int from = 0;
        int to = keys.length - 1;
        while (from < to && count <= to) {
            long pivot = keys[(from + to) >>> 1];
            int low = from;
            int high = to;
            while (low <= high) {
                while (keys[low] < pivot) {
                    low++;
                }
                while (keys[high] > pivot) {
                    high--;
                }
                if (low <= high) {
                    long key = keys[low];
                    keys[low++] = keys[high];
                    keys[high--] = key;
                }
            }
            if (count <= high) {
                to = high;
            } else if (count >= low) {
                from = low;
            } else {
                return;
            }
        }
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
