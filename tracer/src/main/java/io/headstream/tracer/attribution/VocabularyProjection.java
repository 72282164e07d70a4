package io.headstream.tracer.attribution;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import io.headstream.tracer.model.Parameters;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * The logit lens (nostalgebraist 2020) on any vector: softmax(W_U ln_final(x) + b_U). Vectors are projected together, as columns, a slice of
 * the vocabulary at a time: the engine multiplies W_U's rows half as fast again as its columns, and a slice is still in the cache when it is
 * read. Only the first and last few tokens of each vector are kept.
 */
public final class VocabularyProjection {
    private static final int VECTORS = 1024; // projected at once
    private static final int SLICE = 4_000_000; // logits held at once
    private static final int TOKENS = 4096; // of a slice, at most

    private final Parameters parameters;
    private final int vocabulary;
    private final int target;
    private final int top;
    private final int bottom;

    /**
     * @param target the token whose rank and probability are reported
     * @param top how many of the most probable tokens to keep, at least 1
     * @param bottom how many of the least probable
     */
    public VocabularyProjection(Parameters parameters, int target, int top, int bottom) {
        this.parameters = parameters;
        this.vocabulary = (int) parameters.wU().getShape().get(1);
        this.target = target;
        this.top = Math.min(top, vocabulary);
        this.bottom = Math.min(bottom, vocabulary);
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
     * @param entropy which rows' entropy is wanted
     */
    public List<Reading> of(NDArray vectors, IntPredicate entropy) {
        return of(vectors, entropy, row -> target);
    }

    /**
     * As above.
     *
     * @param targets the token whose rank and probability are reported, by row
     */
    public List<Reading> of(NDArray vectors, IntPredicate entropy, IntUnaryOperator targets) {
        return read(vectors, parameters.lnFinal()::apply, entropy, targets);
    }

    /** The same of vectors that have been through the final norm. */
    public List<Reading> ofNormalized(NDArray vectors, IntUnaryOperator targets) {
        return read(vectors, normalized -> normalized, row -> true, targets);
    }

    private List<Reading> read(
            NDArray vectors, UnaryOperator<NDArray> norm, IntPredicate entropy, IntUnaryOperator targets) {
        int n = (int) vectors.getShape().get(0);
        Reading[] readings = new Reading[n];
        for (int from = 0; from < n; from += chunk()) {
            try (NDScope scope = new NDScope()) {
                scope.suppressNotUsedWarning();
                int to = Math.min(n, from + chunk());
                int[] wanted = IntStream.range(from, to).filter(entropy).toArray();
                int[] rows = IntStream.concat(
                                IntStream.of(wanted), IntStream.range(from, to).filter(entropy.negate()))
                        .toArray(); // those with entropy side by side
                NDArray chosen = vectors.get(vectors.getManager()
                        .create(IntStream.of(rows).asLongStream().toArray()));
                List<Reading> read = columns(
                        norm.apply(chosen),
                        wanted.length,
                        IntStream.of(rows).map(targets).toArray());
                for (int i = 0; i < rows.length; i++) {
                    readings[rows[i]] = read.get(i);
                }
            }
        }
        return List.of(readings);
    }

    /** How many vectors are projected at once. */
    public int chunk() {
        return VECTORS;
    }

    // the first `entropy` vectors with their entropy
    private List<Reading> columns(NDArray normalized, int entropy, int[] targets) {
        NDManager manager = normalized.getManager();
        NDArray x = normalized.transpose().duplicate(); // [d_model, vector]
        int width = (int) x.getShape().get(1);
        int tokens = Math.max(1, Math.min(TOKENS, SLICE / width));
        TokenScan scan = new TokenScan(width, top, bottom, entropy);
        int ofTarget = targets[0] - targets[0] % tokens;
        NDArray first = slice(x, ofTarget, tokens, manager);
        scan.target(ofTargets(x, first, tokens, targets)); // every rank is counted from the target's logit
        for (int from = 0; from < vocabulary; from += tokens) {
            try (NDScope scope = new NDScope()) {
                scope.suppressNotUsedWarning();
                scan.read(from == ofTarget ? first : slice(x, from, tokens, manager), from); // [token, vector]
            }
        }
        return scan.readings();
    }

    // each vector's logit of its target, from the slices that are read then, so that it equals itself [vector]
    private float[] ofTargets(NDArray x, NDArray first, int tokens, int[] targets) {
        float[] logits = new float[targets.length];
        for (int token : IntStream.of(targets).distinct().toArray()) {
            try (NDScope scope = new NDScope()) {
                scope.suppressNotUsedWarning();
                int from = token - token % tokens;
                NDArray slice =
                        targets[0] - targets[0] % tokens == from ? first : slice(x, from, tokens, x.getManager());
                float[] row = slice.get(token - from).toFloatArray();
                for (int i = 0; i < row.length; i++) {
                    logits[i] = targets[i] == token ? row[i] : logits[i];
                }
            }
        }
        return logits;
    }

    private NDArray slice(NDArray x, int from, int tokens, NDManager manager) {
        int to = Math.min(vocabulary, from + tokens);
        NDArray rows = parameters.wU().transpose().get(manager, new NDIndex(from + ":" + to)); // [token, d_model]
        NDArray logits = rows.matMul(x);
        NDArray bias = parameters.unembedding().bias();
        return bias == null
                ? logits
                : logits.addi(bias.get(manager, new NDIndex(from + ":" + to)).expandDims(1));
    }
}
