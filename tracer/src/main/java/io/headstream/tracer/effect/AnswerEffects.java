package io.headstream.tracer.effect;

import ai.djl.ndarray.NDScope;
import io.headstream.tracer.model.ActivationCache;
import io.headstream.tracer.model.Architecture;
import io.headstream.tracer.model.Block;
import io.headstream.tracer.model.Parameters;
import io.headstream.tracer.model.Probe;
import io.headstream.tracer.model.Probe.Site;

/**
 * Of an answer of several tokens what each component does for each of them alone: activation times the gradient of that token's part of the metric,
 * summed over positions. The parts of all tokens are the metric's whole gradient, so that a component's figures add up to its effects.
 */
public final class AnswerEffects {
    /** Of longer answers there are none. */
    public static final int MOST_TOKENS = 16;

    private static final int[] LAST = {-1};

    private final int heads;
    private final int dHead;
    private final double[][][] effects; // [layer][head, behind them the MLP][token]

    AnswerEffects(Architecture a, int tokens) {
        this.heads = a.heads();
        this.dHead = a.dHead();
        this.effects = new double[a.layers()][a.heads() + 1][tokens];
    }

    /**
     * Adds a layer's.
     *
     * @param own the prompt's own pass
     * @param at gradients of the token's part of the metric
     * @param steps of the passes that are the mean's
     */
    void add(int layer, int token, Parameters w, ActivationCache own, Gradients.Layer at, int steps) {
        try (NDScope scope = new NDScope();
                Block.InUse use = w.blocks().get(layer).use()) {
            scope.suppressNotUsedWarning();
            ActivationCache.Layer activations = own.layers().get(layer);
            float[] ofZ = at.residMid()
                    .matMul(use.block().wO().transpose())
                    .muli(activations.z())
                    .toFloatArray(); // [pos, head * d_head]
            float[] ofMlp = activations.mlpOut().mul(at.residPost()).sum(LAST).toFloatArray(); // [pos]
            Passed passed =
                    new Passed(own.probe(), layer, own.probe().isChanging(layer), activations.residMid() == null);
            for (int i = 0; i < ofZ.length; i++) {
                int head = i / dHead % heads;
                effects[layer][head][token] += passed.head(i / (heads * dHead), head * dHead) * ofZ[i] / steps;
            }
            for (int p = 0; p < ofMlp.length; p++) {
                effects[layer][heads][token] += passed.mlp(p) * ofMlp[p] / steps;
            }
        }
    }

    /** What part of an output interventions let through to the residual state that it ends in. */
    private record Passed(Probe probe, int layer, boolean changing, boolean parallel) {
        double head(int position, int element) {
            return changing
                    ? (double) probe.passes(Site.Z, layer, position, element)
                            * probe.passes(Site.ATTN_OUT, layer, position, 0)
                            * probe.passes(parallel ? Site.RESID_POST : Site.RESID_MID, layer, position, 0)
                    : 1;
        }

        double mlp(int position) {
            return changing ? probe.passes(Site.RESID_POST, layer, position, 0) : 1;
        }
    }

    /** A head's, by token. */
    public float[] head(int layer, int head) {
        return floats(effects[layer][head]);
    }

    /** Those of mlp_out, by token. */
    public float[] mlp(int layer) {
        return floats(effects[layer][heads]);
    }

    private static float[] floats(double[] values) {
        float[] narrow = new float[values.length];
        for (int i = 0; i < narrow.length; i++) {
            narrow[i] = (float) values[i];
        }
        return narrow;
    }
}
