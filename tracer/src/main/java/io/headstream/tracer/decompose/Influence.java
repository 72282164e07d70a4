package io.headstream.tracer.decompose;

import static io.headstream.tracer.decompose.Measure.INFLUENCE;
import static io.headstream.tracer.decompose.Measure.SHARE;
import static io.headstream.tracer.decompose.PartKind.*;

import io.headstream.tracer.attribution.Question;
import java.util.stream.IntStream;

/**
 * Shares multiplied and summed backwards along all paths from the last residual state of the target position, over all parts, before
 * anything is pruned. Layers are given from the last to the first. At every layer the residual states' influence plus what stopped at
 * the biases above is 1.
 */
public final class Influence {
    private double[] state;
    private double biases;

    /** Begins at the last layer's resid_post; where several positions are explained, in equal parts at each. */
    public Influence(int positions, Question question) {
        this(positions, question.positions());
    }

    /** Begins in equal parts at some positions. */
    Influence(int positions, IntStream begins) {
        this.state = new double[positions];
        int[] at = begins.toArray();
        IntStream.of(at).forEach(p -> state[p] = 1.0 / at.length);
    }

    /**
     * What goes back through a layer, by position.
     *
     * @param state what there is on resid_post
     * @param after on the state that attention is added to
     * @param memory of the memory values [key * head]
     * @param before on resid_pre
     */
    record Passed(double[] state, double[] after, double[] memory, double[] before) {}

    /** Goes back through one layer, whose shares are known, and fills in the influence of its residual states and memory values. */
    void through(LayerTable table) {
        Passed passed = back(table);
        table.put(MEMORY, INFLUENCE, floats(passed.memory()));
        table.put(RESID_POST, INFLUENCE, floats(passed.state()));
        table.put(RESID_PRE, INFLUENCE, floats(passed.before()));
        if (!table.size().parallel()) {
            table.put(RESID_MID, INFLUENCE, floats(passed.after()));
        }
    }

    /** Goes back through one layer, whose shares are known. */
    Passed back(LayerTable table) {
        int n = state.length;
        boolean parallel = table.size().parallel();
        double[] after = parallel ? state : new double[n]; // of the state that attention is added to
        double[] before = new double[n];
        for (int p = 0; p < n; p++) {
            double mlp = state[p] * table.get(MLP_OUT, SHARE, p);
            double stoppedInMlp = mlp * (table.get(B_OUT, SHARE, p) + table.get(CHANGE_MLP, SHARE, p));
            double passedOn = mlp - stoppedInMlp; // to the state that the MLP reads
            if (parallel) {
                before[p] += passedOn;
            } else {
                after[p] = state[p] * table.get(RESID_MID, SHARE, p) + passedOn;
            }
            biases += stoppedInMlp
                    + after[p]
                            * (table.get(B_O, SHARE, p)
                                    + table.get(CHANGE_ATTN, SHARE, p)
                                    + table.get(CHANGE_MID, SHARE, p))
                    + state[p] * table.get(CHANGE_POST, SHARE, p);
            before[p] += after[p] * table.get(RESID_PRE, SHARE, p);
        }
        Passed passed = new Passed(state, after, attention(table, after, before), before);
        state = before;
        return passed;
    }

    // what passes through the keys of all heads: onto the states before, and by memory value [key * head]
    private static double[] attention(LayerTable table, double[] after, double[] before) {
        int heads = table.size().heads();
        float[] terms = table.values(TERM, SHARE);
        double[] memory = new double[before.length * heads];
        for (int q = 0; q < before.length; q++) {
            int at = table.start(TERM, q);
            for (int h = 0; h < heads; h++) {
                for (int k = 0; k <= q; k++) {
                    double passed = after[q] * terms[at++];
                    before[k] += passed;
                    memory[k * heads + h] += passed;
                }
            }
        }
        return memory;
    }

    private static float[] floats(double[] values) {
        float[] narrow = new float[values.length];
        for (int i = 0; i < narrow.length; i++) {
            narrow[i] = (float) values[i];
        }
        return narrow;
    }

    /** By position: what is left on the states before the layers gone through; on the embeddings, after the first. */
    public double[] left() {
        return state;
    }

    /** What stopped at the biases of the layers gone through, and at what was changed there. */
    public double biases() {
        return biases;
    }
}
