package io.headstream.tracer.attribution;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDScope;
import io.headstream.tracer.model.Parameters;
import java.util.ArrayList;
import java.util.List;

/**
 * The logit lens (nostalgebraist 2020) on any vector: softmax(W_U ln_final(x) + b_U). Vectors are projected together, in chunks; only the first
 * and last few tokens of each leave the engine.
 */
public final class VocabularyProjection {
    private static final long CHUNK = 16_000_000; // logits held at once

    private final Parameters parameters;
    private final int target;
    private final int top;
    private final int bottom;

    /**
     * @param target the token whose rank and probability are reported
     * @param top how many of the most probable tokens to keep
     * @param bottom how many of the least probable
     */
    public VocabularyProjection(Parameters parameters, int target, int top, int bottom) {
        long vocabulary = parameters.wU().getShape().get(1);
        this.parameters = parameters;
        this.target = target;
        this.top = (int) Math.min(top, vocabulary);
        this.bottom = (int) Math.min(bottom, vocabulary);
    }

    /**
     * What a vector says in words. Ranks count from 1: 1 + the number of tokens more probable.
     *
     * @param entropy of its distribution over the vocabulary, in nats
     */
    public record Reading(
            int targetRank, double targetProbability, double entropy, List<TokenScore> top, List<TokenScore> bottom) {}

    /** A token in a reading; `rank` counts from 1, from the top also in the bottom list. */
    public record TokenScore(int token, int rank, double logit, double probability) {
        public boolean isFinite() {
            return Double.isFinite(logit) && Double.isFinite(probability);
        }
    }

    /** Projects [vector, d_model]. */
    public List<Reading> of(NDArray vectors) {
        long n = vectors.getShape().get(0);
        long chunk = Math.max(1, CHUNK / parameters.wU().getShape().get(1));
        List<Reading> readings = new ArrayList<>();
        for (long from = 0; from < n; from += chunk) {
            try (NDScope scope = new NDScope()) {
                scope.suppressNotUsedWarning();
                NDArray some = vectors.get(from + ":" + Math.min(n, from + chunk));
                read(parameters.unembedding().apply(parameters.lnFinal().apply(some)), readings);
            }
        }
        return readings;
    }

    private void read(NDArray logits, List<Reading> into) {
        int rows = (int) logits.getShape().get(0);
        int vocabulary = (int) logits.getShape().get(1);
        NDArray max = logits.max(new int[] {1}, true);
        NDArray weights = logits.sub(max).exp();
        NDArray sum = weights.sum(new int[] {1}, true);
        float[] logSum = sum.log().add(max).toFloatArray();
        float[] mean = weights.muli(logits).sum(new int[] {1}, true).div(sum).toFloatArray(); // of the logits
        NDArray ofTarget = logits.get(":," + target + ":" + (target + 1));
        float[] targetLogit = ofTarget.toFloatArray();
        long[] more = logits.gt(ofTarget).sum(new int[] {1}).toLongArray();
        NDList first = logits.topK(top, 1, true, true);
        float[] topLogits = first.get(0).toFloatArray();
        long[] topTokens = first.get(1).toLongArray();
        NDList last = logits.topK(bottom, 1, false, true);
        float[] bottomLogits = last.get(0).toFloatArray();
        long[] bottomTokens = last.get(1).toLongArray();
        for (int r = 0; r < rows; r++) {
            List<TokenScore> tops = new ArrayList<>(top);
            for (int i = 0; i < top; i++) {
                tops.add(score(topTokens[r * top + i], i + 1, topLogits[r * top + i], logSum[r]));
            }
            List<TokenScore> bottoms = new ArrayList<>(bottom);
            for (int i = 0; i < bottom; i++) {
                bottoms.add(
                        score(bottomTokens[r * bottom + i], vocabulary - i, bottomLogits[r * bottom + i], logSum[r]));
            }
            into.add(new Reading(
                    (int) more[r] + 1,
                    Math.exp((double) targetLogit[r] - logSum[r]),
                    logSum[r] - mean[r],
                    tops,
                    bottoms));
        }
    }

    private static TokenScore score(long token, int rank, float logit, float logSum) {
        return new TokenScore((int) token, rank, logit, Math.exp((double) logit - logSum));
    }
}
