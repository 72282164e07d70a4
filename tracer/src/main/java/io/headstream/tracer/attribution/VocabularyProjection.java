package io.headstream.tracer.attribution;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import io.headstream.tracer.model.Parameters;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The logit lens (nostalgebraist 2020) on any vector: softmax(W_U ln_final(x) + b_U). Vectors are projected together, in chunks; only the first
 * and last few tokens of each leave the engine.
 */
public final class VocabularyProjection {
    private static final long CHUNK = 50_000_000; // logits held at once
    private static final int SLICE = 4_000_000; // of them normalized at once
    private static final int PARTS = 16; // of a chunk, read side by side

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
     * @param entropy of its distribution over the vocabulary, in nats, where it was asked for
     */
    public record Reading(
            int targetRank,
            double targetProbability,
            OptionalDouble entropy,
            List<TokenScore> top,
            List<TokenScore> bottom) {}

    /** A token in a reading; `rank` counts from 1, from the top also in the bottom list. */
    public record TokenScore(int token, int rank, double logit, double probability) {
        public boolean isFinite() {
            return Double.isFinite(logit) && Double.isFinite(probability);
        }
    }

    /** Projects [vector, d_model], with the entropy of each. */
    public List<Reading> of(NDArray vectors) {
        return of(vectors, row -> true);
    }

    /**
     * Projects [vector, d_model].
     *
     * @param entropy which rows' entropy is wanted; it costs as much as the rest of a reading
     */
    public List<Reading> of(NDArray vectors, IntPredicate entropy) {
        int n = (int) vectors.getShape().get(0);
        int chunk = chunk();
        List<Reading> readings = new ArrayList<>(n);
        for (int from = 0; from < n; from += chunk) {
            try (NDScope scope = new NDScope()) {
                scope.suppressNotUsedWarning();
                int first = from;
                NDArray some = vectors.get(from + ":" + Math.min(n, from + chunk));
                NDArray logits =
                        parameters.unembedding().apply(parameters.lnFinal().apply(some));
                readings.addAll(read(logits, row -> entropy.test(first + row)));
            }
        }
        return readings;
    }

    /** How many vectors are projected at once. */
    public int chunk() {
        return (int) Math.max(1, CHUNK / parameters.wU().getShape().get(1));
    }

    private List<Reading> read(NDArray logits, IntPredicate entropy) {
        int rows = (int) logits.getShape().get(0);
        int vocabulary = (int) logits.getShape().get(1);
        float[] logSum = logSum(logits, rows, vocabulary);
        FloatBuffer values =
                logits.toByteBuffer(true).order(ByteOrder.nativeOrder()).asFloatBuffer();
        Reading[] readings = new Reading[rows];
        IntStream.range(0, PARTS).parallel().forEach(part -> {
            TokenScan scan = new TokenScan(target, top, bottom);
            float[] row = new float[vocabulary];
            for (int r = rows * part / PARTS; r < rows * (part + 1) / PARTS; r++) {
                values.get(r * vocabulary, row);
                readings[r] = scan.read(row, logSum[r], entropy.test(r));
            }
        });
        return List.of(readings);
    }

    // by one fused operation, a slice at a time, so that what it makes stays small; the log of the sum is that of any
    // token
    private static float[] logSum(NDArray logits, int rows, int vocabulary) {
        float[] logSum = new float[rows];
        int slice = Math.max(1, SLICE / vocabulary);
        for (int from = 0; from < rows; from += slice) {
            try (NDArray some = logits.get(from + ":" + Math.min(rows, from + slice));
                    NDArray logProbability = some.logSoftmax(1);
                    NDArray difference = some.get(":,:1").sub(logProbability.get(":,:1"))) {
                float[] of = difference.toFloatArray();
                System.arraycopy(of, 0, logSum, from, of.length);
            }
        }
        return logSum;
    }
}
