package io.headstream.tracer.trace;

import io.headstream.tracer.attribution.VocabularyProjection.TokenScore;
import java.util.List;
import java.util.OptionalInt;

/**
 * One decomposed pass: what is kept of it, as a graph.
 *
 * @param tokens ids by position
 * @param target token whose logit (or its difference to the distractor's) is the metric
 * @param metric the metric's value at the target position
 * @param constant what the final norm's bias adds to the metric; with the DLA of all parts it makes the metric
 * @param coverage mean over all attn_out and mlp_out of the share that their stored parts account for
 * @param nonFinite figures left out because they are NaN or infinite, as weights that are so make them
 * @param predictions the pass's own answer at the target position, most probable first
 */
public record Trace(
        List<Integer> tokens,
        int targetPosition,
        int target,
        OptionalInt distractor,
        Detail detail,
        double metric,
        double constant,
        int targetRank,
        double targetProbability,
        double coverage,
        int nonFinite,
        List<TokenScore> predictions,
        List<Activation> activations,
        List<Edge> edges,
        List<TokenEdge> tokenEdges) {}
