package io.headstream.tracer.trace;

import io.headstream.tracer.attribution.LayerShares;
import java.util.Arrays;

/**
 * Which parts of a layer's wholes are stored, by share (docs/attribution.md).
 *
 * @param heads [pos][head]
 * @param terms [query][head][key]
 * @param memory [head][key]
 * @param neurons [pos]: indices, largest share first
 */
record Selection(boolean[][] heads, boolean[][][] terms, boolean[][] memory, int[][] neurons) {
    private static final double COVERAGE = 0.95;
    private static final double NEURON_FLOOR = 0.01;
    private static final int MOST_NEURONS = 32;
    private static final int TERMS_IN_LAYER = 16_384;
    private static final int LEAST_TERMS = 32;

    static Selection of(LayerShares shares, Detail detail, int target, EdgeEnds ends) {
        int n = shares.residPre().length;
        boolean[][] heads = new boolean[n][];
        boolean[][][] terms = new boolean[n][][];
        boolean[][] memory = new boolean[shares.headKey()[0].length][n];
        int[][] neurons = new int[n][];
        for (int p = 0; p < n; p++) {
            terms[p] = terms(shares, p, detail);
            heads[p] = heads(shares, p, detail, terms[p], p == target);
            neurons[p] = neurons(shares, p, detail);
            for (int h = 0; h < memory.length; h++) {
                heads[p][h] |= ends.heads().contains(new EdgeEnds.At(p, h));
                memory[h][p] |= ends.memory().contains(new EdgeEnds.At(p, h));
                for (int k = 0; k <= p; k++) {
                    memory[h][k] |= terms[p][h][k];
                }
            }
        }
        return new Selection(heads, terms, memory, neurons);
    }

    private static boolean[][] terms(LayerShares shares, int p, Detail detail) {
        int heads = shares.headKey()[p].length;
        int keys = p + 1;
        boolean[][] kept = new boolean[heads][keys];
        if (detail == Detail.STREAM) {
            return kept;
        }
        float[] flat = new float[heads * keys];
        for (int h = 0; h < heads; h++) {
            System.arraycopy(shares.headKey()[p][h], 0, flat, h * keys, keys);
        }
        int most = detail == Detail.FULL ? flat.length : mostTerms(shares.residPre().length);
        for (int term : covering(flat, shares.biasO()[p], shares.attention(p), most)) {
            kept[term / keys][term % keys] = true;
        }
        return kept;
    }

    // in short prompts never reached; in long ones a layer's terms, whose number grows with the square of the
    // positions, stay bounded
    private static int mostTerms(int positions) {
        return Math.max(LEAST_TERMS, TERMS_IN_LAYER / positions);
    }

    private static boolean[] heads(LayerShares shares, int p, Detail detail, boolean[][] terms, boolean all) {
        int heads = terms.length;
        boolean[] kept = new boolean[heads];
        if (detail == Detail.STREAM) {
            return kept;
        }
        float[] byHead = new float[heads];
        for (int h = 0; h < heads; h++) {
            byHead[h] = (float) shares.head(p, h);
            for (boolean term : terms[h]) {
                kept[h] |= term || all;
            }
        }
        for (int h : covering(byHead, shares.biasO()[p], shares.attention(p))) {
            kept[h] = true;
        }
        return kept;
    }

    private static int[] neurons(LayerShares shares, int p, Detail detail) {
        float[] share = shares.neuron()[p];
        return switch (detail) {
            case STREAM, HEADS -> new int[0];
            case NEURONS ->
                Arrays.stream(descending(share))
                        .limit(MOST_NEURONS)
                        .filter(i -> share[i] >= NEURON_FLOOR)
                        .toArray();
            case FULL -> covering(share, shares.biasOut()[p], 1);
        };
    }

    /** The fewest parts that, with what is kept `already`, make 95% of the whole. */
    static int[] covering(float[] shares, double already, double whole) {
        return covering(shares, already, whole, shares.length);
    }

    /** As above, but no more than `most`. */
    private static int[] covering(float[] shares, double already, double whole, int most) {
        int[] order = descending(shares);
        double sum = already;
        int kept = 0;
        while (kept < Math.min(most, order.length) && sum < COVERAGE * whole) {
            sum += shares[order[kept++]];
        }
        return Arrays.copyOf(order, kept);
    }

    /** Indices by value, largest first; of equal values the smaller index comes first. */
    static int[] descending(float[] values) {
        long[] keys = new long[values.length];
        for (int i = 0; i < keys.length; i++) {
            int bits = Float.floatToIntBits(-values[i]);
            int ordered = bits < 0 ? bits ^ 0x7fff_ffff : bits; // as an integer sorts as the float does
            keys[i] = (long) ordered << 32 | i;
        }
        Arrays.sort(keys);
        int[] indices = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            indices[i] = (int) keys[i];
        }
        return indices;
    }
}
