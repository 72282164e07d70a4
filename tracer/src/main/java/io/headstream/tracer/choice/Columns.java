package io.headstream.tracer.choice;

import static io.headstream.tracer.decompose.PartKind.*;

import io.headstream.tracer.decompose.LayerTable;
import io.headstream.tracer.decompose.Ranking;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The positions whose residual states are nodes, from the embedding up: all of a prompt that is short enough, else those at which heads and MLPs
 * do most for the prediction, the target's among them. At other positions nothing is kept: their figures are in lists.
 */
record Columns(BitSet positions, int of) {
    /** Part of a budget's nodes that residual states may be. */
    private static final double STATES = 0.3;

    static Columns of(List<LayerTable> tables, int nodes) {
        int n = tables.get(0).size().positions();
        int states = 1 + tables.size() * (tables.get(0).size().parallel() ? 1 : 2);
        int most = (int) Math.max(1, STATES * nodes / states);
        BitSet positions = new BitSet();
        IntStream.of(tables.get(0).size().targetPositions()).forEach(positions::set);
        if (n <= most) {
            positions.set(0, n);
        } else {
            float[] strengths = strengths(tables, n);
            for (int p : Ranking.descending(strengths)) {
                if (positions.cardinality() < most) {
                    positions.set(p);
                }
            }
        }
        return new Columns(positions, n);
    }

    private static float[] strengths(List<LayerTable> tables, int n) {
        double[] sums = new double[n];
        for (LayerTable table : tables) {
            Strength strength = new Strength(table);
            for (int p = 0; p < n; p++) {
                for (float head : strength.row(HEAD, p)) {
                    sums[p] += head;
                }
                for (float memory : strength.row(MEMORY, p)) {
                    sums[p] += memory;
                }
                sums[p] += strength.of(MLP_OUT, p, 0);
            }
        }
        float[] strengths = new float[n];
        for (int p = 0; p < n; p++) {
            strengths[p] = (float) sums[p];
        }
        return strengths;
    }

    boolean has(int position) {
        return positions.get(position);
    }

    /** Whether they are all of the prompt's. */
    boolean all() {
        return positions.cardinality() == of;
    }

    int[] toArray() {
        return positions.stream().toArray();
    }

    IntStream stream() {
        return positions.stream();
    }
}
