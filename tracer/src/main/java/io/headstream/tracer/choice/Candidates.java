package io.headstream.tracer.choice;

import static io.headstream.tracer.decompose.PartKind.*;

import io.headstream.schema.TraceDetail;
import io.headstream.tracer.decompose.LayerTable;
import io.headstream.tracer.decompose.Measure;
import io.headstream.tracer.decompose.Ranking;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Which of a layer's terms and neurons may be kept: the keys that a head would keep if it were kept itself, and the neurons that could be among
 * the trace's. What is no candidate is let go of, so that the tables of all layers fit, however long the prompt.
 */
public final class Candidates {
    /** Part of a head's attention effect, and of its attention, that its keys make. */
    static final double OF_A_HEAD = 0.8;

    /** Part of each whole that detail full keeps. */
    static final double OF_A_WHOLE = 0.95;

    /** Keys that each head keeps at the target position in any case, as VISIT draws them. */
    static final int KEYS_AT_TARGET = 2;

    /** Neurons with the largest, and with the smallest, activation times norm at the target position, as VISIT draws them. */
    static final int LARGEST = 18;

    static final int SMALLEST = 7;

    private static final double NEURON_FLOOR = 0.01;
    private static final int MOST_NEURONS = 32; // of a position, by share
    private static final int STRONGEST = 2_048; // of a layer, by effect

    private final LayerTable table;
    private final boolean full;
    private final int mostKeys;
    private final Strength strength;

    private Candidates(LayerTable table, TraceDetail detail, int mostKeys) {
        this.table = table;
        this.full = detail == TraceDetail.FULL;
        this.mostKeys = full ? Integer.MAX_VALUE : mostKeys;
        this.strength = new Strength(table);
    }

    /**
     * Narrows the table to the candidates.
     *
     * @param mostKeys of a head by effect, and as many by attention; with detail full it has no bound
     */
    public static void narrow(LayerTable table, TraceDetail detail, int mostKeys) {
        Candidates candidates = new Candidates(table, detail, mostKeys);
        BitSet terms = new BitSet();
        BitSet neurons = new BitSet();
        for (int p = 0; p < table.size().positions(); p++) {
            if (detail.compareTo(TraceDetail.HEADS) >= 0) {
                candidates.terms(p, terms);
            }
            if (detail.compareTo(TraceDetail.NEURONS) >= 0) {
                candidates.neurons(p, neurons);
            }
        }
        if (detail == TraceDetail.NEURONS) {
            candidates.strongestNeurons(neurons);
        }
        table.narrow(TERM, terms);
        table.narrow(NEURON, neurons);
    }

    private void terms(int q, BitSet into) {
        int start = table.start(TERM, q);
        float[] weights = table.row(TERM, Measure.COEFFICIENT, q);
        float[] effects = strength.row(TERM, q);
        for (int h = 0; h < table.size().heads(); h++) {
            int first = table.term(q, h, 0);
            float[] ofHead = Arrays.copyOfRange(weights, first, first + q + 1);
            float[] effectsOfHead = Arrays.copyOfRange(effects, first, first + q + 1);
            int least = table.size().isTarget(q) ? KEYS_AT_TARGET : 1;
            mark(keys(ofHead, effectsOfHead, least, mostKeys), start + first, into);
        }
        if (full) {
            double whole = table.get(ATTN_OUT, Measure.SHARE, q);
            double already = table.get(B_O, Measure.SHARE, q);
            mark(covering(table.row(TERM, Measure.SHARE, q), OF_A_WHOLE * whole - already, 1), start, into);
        }
    }

    /**
     * The keys that make most of a head's attention effect, and those that make most of its attention.
     *
     * @param weights by key
     * @param effects their sizes
     * @param least so many by weight in any case
     * @param most by either, where attention is spread over many
     */
    static int[] keys(float[] weights, float[] effects, int least, int most) {
        return IntStream.concat(
                        Arrays.stream(first(covering(effects, OF_A_HEAD), most)),
                        Arrays.stream(first(covering(weights, OF_A_HEAD * sum(weights), least), most)))
                .distinct()
                .toArray();
    }

    private void neurons(int p, BitSet into) {
        int start = table.start(NEURON, p);
        float[] shares = table.row(NEURON, Measure.SHARE, p);
        if (full) {
            double already = table.get(B_OUT, Measure.SHARE, p);
            mark(covering(shares, OF_A_WHOLE - already, 1), start, into);
        } else {
            mark(
                    Ranking.largest(shares, some(shares, share -> shares[share] >= NEURON_FLOOR), MOST_NEURONS),
                    start,
                    into);
        }
        if (table.size().isTarget(p)) {
            mark(largestAndSmallest(table, p), start, into);
        }
    }

    /** A position's neurons that VISIT draws: by activation times the norm of their row of W_out, with its sign. */
    static int[] largestAndSmallest(LayerTable table, int p) {
        int[] some = table.indices(NEURON, p);
        float[] signed = new float[table.size().neurons()];
        for (int i : some) {
            float post = (float) table.get(NEURON, Measure.COEFFICIENT, p, i);
            signed[i] = Math.copySign((float) table.get(NEURON, Measure.NORM, p, i), post);
        }
        int[] order = Ranking.descending(signed, some);
        int smallest = Math.min(SMALLEST, order.length);
        return IntStream.concat(
                        Arrays.stream(first(order, LARGEST)),
                        Arrays.stream(order, order.length - smallest, order.length))
                .distinct()
                .toArray();
    }

    private void strongestNeurons(BitSet into) {
        int count = table.start(NEURON, table.size().positions());
        float[] all = new float[count];
        for (int p = 0; p < table.size().positions(); p++) {
            float[] row = strength.row(NEURON, p);
            System.arraycopy(row, 0, all, table.start(NEURON, p), row.length);
        }
        mark(Ranking.largest(all, STRONGEST), 0, into);
    }

    private static int[] some(float[] values, IntPredicate which) {
        return IntStream.range(0, values.length).filter(which).toArray();
    }

    // the fewest values that make a part of the sum of all
    private static int[] covering(float[] values, double part) {
        return covering(values, part * sum(values), 1);
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }

    // the fewest, and at least so many, of the largest values that make a sum
    private static int[] covering(float[] values, double wanted, int least) {
        int[] order = Ranking.descending(values);
        double sum = 0;
        int count = 0;
        while (count < order.length && (count < least || sum < wanted)) {
            sum += values[order[count++]];
        }
        return Arrays.copyOf(order, count);
    }

    static int[] first(int[] order, int most) {
        return Arrays.copyOf(order, Math.min(most, order.length));
    }

    private static void mark(int[] indices, int start, BitSet into) {
        for (int index : indices) {
            into.set(start + index);
        }
    }
}
