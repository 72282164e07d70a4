package io.headstream.tracer.decompose;

import static io.headstream.tracer.decompose.Measure.COEFFICIENT;
import static io.headstream.tracer.decompose.Measure.SHARE;
import static io.headstream.tracer.decompose.PartKind.*;

import ai.djl.ndarray.NDArray;
import io.headstream.tracer.attribution.Proximity;
import io.headstream.tracer.attribution.Rows;
import io.headstream.tracer.model.ActivationCache;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Fills in the shares of a layer's parts in their wholes. Biases are parts, causal keys only (docs/attribution.md). */
final class Shares {
    private final Proximity proximity;
    private final LayerArrays arrays;
    private final LayerTable table;
    private final int heads;
    private final int n;

    private Shares(Proximity proximity, LayerArrays arrays, LayerTable table) {
        this.proximity = proximity;
        this.arrays = arrays;
        this.table = table;
        this.heads = table.size().heads();
        this.n = table.size().positions();
    }

    /** @param table with the coefficients of terms and neurons */
    static void fill(Proximity proximity, LayerArrays arrays, LayerTable table) {
        new Shares(proximity, arrays, table).fill();
    }

    private void fill() {
        ActivationCache.Layer layer = arrays.activations();
        boolean parallel = table.size().parallel();
        float[][] after = Rows.of(layer.afterAttention()); // [pos][d_model]
        float[][] mlpOut = Rows.of(layer.mlpOut()); // [pos][d_model]
        float[][] residPost = parallel ? after : Rows.of(layer.residPost()); // [pos][d_model]
        float[] residMid = parallel ? new float[n] : each(after, residPost); // [pos]
        float[] mlp = each(mlpOut, residPost); // [pos]
        float[] residPre = each(Rows.of(layer.residPre()), after); // [pos]
        float[] biasO = bias(arrays.block().bO(), after); // [pos]
        float[] attn = changed(CHANGE_ATTN, after); // [pos]
        float[] mid = changed(CHANGE_MID, after); // [pos]
        float[] post = changed(CHANGE_POST, residPost); // [pos]
        float[][] weights = weights(); // [query][key * head]
        float[][] terms = proximity.of(memoryByKey(), weights, after); // [query][key * head]
        withoutMasked(terms, weights);
        for (int p = 0; p < n; p++) {
            double intoAfter =
                    residPre[p] + sum(terms[p]) + biasO[p] + attn[p] + mid[p] + (parallel ? mlp[p] + post[p] : 0);
            double intoPost = parallel ? intoAfter : residMid[p] + mlp[p] + post[p];
            divide(residPre, p, intoAfter);
            divide(biasO, p, intoAfter);
            divide(residMid, p, intoPost);
            divide(mlp, p, intoPost);
            divide(attn, p, intoAfter);
            divide(mid, p, intoAfter);
            divide(post, p, intoPost);
            divide(terms[p], intoAfter);
        }
        table.put(RESID_PRE, SHARE, residPre);
        table.put(B_O, SHARE, biasO);
        table.put(MLP_OUT, SHARE, mlp);
        if (!parallel) {
            table.put(RESID_MID, SHARE, residMid);
        }
        table.put(CHANGE_ATTN, SHARE, attn);
        table.put(CHANGE_MID, SHARE, mid);
        table.put(CHANGE_POST, SHARE, post);
        embedding();
        heads(terms, biasO, attn);
        neurons(mlpOut);
    }

    // of the embedding there is what was changed, and what was there
    private void embedding() {
        NDArray change = arrays.vectors(CHANGE_EMBED); // [pos, d_model]
        if (change != null) {
            float[][] wholes = Rows.of(arrays.activations().residPre()); // [pos][d_model]
            float[] changes = changed(CHANGE_EMBED, wholes); // [pos]
            float[] before = each(Rows.of(arrays.activations().residPre().sub(change)), wholes); // [pos]
            for (int p = 0; p < n; p++) {
                divide(changes, p, changes[p] + before[p]);
            }
            table.put(CHANGE_EMBED, SHARE, changes);
        }
    }

    // 0 where nothing was
    private float[] changed(PartKind kind, float[][] wholes) {
        NDArray changes = arrays.vectors(kind); // [pos, d_model]
        if (changes == null) {
            return new float[n];
        }
        float[] parts = each(Rows.of(changes), wholes);
        for (int p = 0; p < n; p++) {
            parts[p] = table.isChanged(kind, p) ? parts[p] : 0;
        }
        return parts;
    }

    // what is masked, outside a window for one, is no part: it does not get the least proximity either
    private static void withoutMasked(float[][] terms, float[][] weights) {
        for (int q = 0; q < terms.length; q++) {
            for (int i = 0; i < terms[q].length; i++) {
                terms[q][i] = weights[q][i] == 0 ? 0 : terms[q][i];
            }
        }
    }

    // [key * head, d_model], so that what a query sees is its first parts
    private NDArray memoryByKey() {
        return arrays.memory().transpose(1, 0, 2).reshape((long) n * heads, -1);
    }

    // [query][key * head]
    private float[][] weights() {
        float[] pattern = table.values(TERM, COEFFICIENT);
        float[][] weights = new float[n][];
        for (int q = 0; q < n; q++) {
            weights[q] = new float[(q + 1) * heads];
            int at = table.start(TERM, q);
            for (int h = 0; h < heads; h++) {
                for (int k = 0; k <= q; k++) {
                    weights[q][k * heads + h] = pattern[at++];
                }
            }
        }
        return weights;
    }

    // a head's share is that of its terms, attn_out's that of its heads and its bias; a memory value's as the target
    // uses it
    private void heads(float[][] terms, float[] biasO, float[] change) {
        float[] ofTerms = table.add(TERM, SHARE);
        float[] ofHeads = table.add(HEAD, SHARE);
        float[] ofAttention = table.add(ATTN_OUT, SHARE);
        for (int q = 0; q < n; q++) {
            double attention = biasO[q] + change[q];
            int at = table.start(TERM, q);
            for (int h = 0; h < heads; h++) {
                double head = 0;
                for (int k = 0; k <= q; k++) {
                    ofTerms[at] = terms[q][k * heads + h];
                    head += ofTerms[at++];
                }
                ofHeads[q * heads + h] = (float) head;
                attention += head;
            }
            ofAttention[q] = (float) attention;
        }
        table.put(MEMORY, SHARE, memory(terms));
    }

    // as the target positions use it, on average
    private float[] memory(float[][] terms) {
        int[] targets = table.size().targetPositions();
        float[] memory = new float[(targets[targets.length - 1] + 1) * heads];
        for (int q : targets) {
            for (int i = 0; i < terms[q].length; i++) {
                memory[i] += terms[q][i] / targets.length;
            }
        }
        return memory;
    }

    private void neurons(float[][] mlpOut) {
        float[][] posts = new float[n][];
        Arrays.setAll(posts, p -> table.row(NEURON, COEFFICIENT, p));
        float[][] parts = proximity.of(arrays.block().wOut(), posts, mlpOut); // [pos][neuron]
        float[] biasOut = bias(arrays.block().bOut(), mlpOut); // [pos]
        float[] change = changed(CHANGE_MLP, mlpOut); // [pos]
        float[] shares = table.add(NEURON, SHARE);
        for (int p = 0; p < n; p++) {
            double total = sum(parts[p]) + biasOut[p] + change[p];
            divide(parts[p], total);
            divide(biasOut, p, total);
            divide(change, p, total);
            System.arraycopy(parts[p], 0, shares, table.start(NEURON, p), parts[p].length);
        }
        table.put(B_OUT, SHARE, biasOut);
        table.put(CHANGE_MLP, SHARE, change);
    }

    private float[] each(float[][] parts, float[][] wholes) {
        float[] proximities = new float[n];
        for (int p = 0; p < n; p++) {
            proximities[p] = proximity.of(parts[p], wholes[p]);
        }
        return proximities;
    }

    private float[] bias(@Nullable NDArray bias, float[][] wholes) {
        if (bias == null) {
            return new float[n];
        }
        float[][] parts = new float[n][];
        Arrays.fill(parts, bias.toFloatArray());
        return each(parts, wholes);
    }

    private static void divide(float[] proximities, double total) {
        for (int i = 0; i < proximities.length; i++) {
            divide(proximities, i, total);
        }
    }

    private static void divide(float[] proximities, int i, double total) {
        proximities[i] = (float) (proximities[i] / total);
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }
}
