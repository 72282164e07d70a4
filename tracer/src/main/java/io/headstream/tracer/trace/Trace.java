package io.headstream.tracer.trace;

import io.headstream.tracer.attribution.Question;
import io.headstream.tracer.attribution.VocabularyProjection.TokenScore;
import io.headstream.tracer.whole.HeadPattern;
import io.headstream.tracer.whole.HookPoint;
import io.headstream.tracer.whole.StrongNeuron;
import java.util.List;
import java.util.OptionalInt;

/**
 * One decomposed pass: what is kept of it, as a graph.
 *
 * @param tokens ids by position
 * @param proposed the distractor that is proposed for the target, whether it is the one or not; none for an answer of several tokens
 * @param metric the metric's value at the target position; of an answer of several tokens, the sum over theirs
 * @param constant what the final norm's bias adds to the metric; with the DLA of all parts it makes the metric
 * @param targetRanks each explained token's in the prediction at its position; 1 is the most probable
 * @param targetProbabilities likewise
 * @param coverage how much of the pass is kept
 * @param nonFinite figures left out because they are NaN or infinite, as weights that are so make them
 * @param fired a layer's strongest neurons at the target position
 * @param predictions the pass's own answer at the target position, most probable first
 * @param patterns every head at all positions; empty where no heads are asked for
 * @param hookPoints every residual site at all positions
 */
public record Trace(
        List<Integer> tokens,
        Question question,
        OptionalInt proposed,
        TraceOptions options,
        double metric,
        double constant,
        List<Integer> targetRanks,
        List<Double> targetProbabilities,
        Coverage coverage,
        int nonFinite,
        List<TokenScore> predictions,
        List<Activation> activations,
        List<Edge> edges,
        List<TokenEdge> tokenEdges,
        List<StrongNeuron> fired,
        List<HeadPattern> patterns,
        List<HookPoint> hookPoints) {

    /** The target's rank; of an answer of several tokens the worst, so that it is 1 where greedy decoding says it all. */
    public int targetRank() {
        return targetRanks.stream().mapToInt(Integer::intValue).max().orElseThrow();
    }

    /** The target's probability; of an answer of several tokens that of all of them, one after the other. */
    public double targetProbability() {
        return targetProbabilities.stream().mapToDouble(Double::doubleValue).reduce(1, (one, other) -> one * other);
    }

    /**
     * How much of the pass is kept, each a part of 1.
     *
     * @param share mean over all stored attn_out and mlp_out of the share that their stored parts account for
     * @param influence of all heads' and MLPs' outputs
     * @param effect of all heads' and MLPs' outputs, absolute; 0 where no effects are asked for
     * @param edges of the absolute effect of all edges into the activations whose edges are looked at
     */
    public record Coverage(double share, double influence, double effect, double edges) {}
}
