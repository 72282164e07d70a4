package io.headstream.tracer.trace;

import io.headstream.tracer.attribution.Question;
import io.headstream.tracer.attribution.VocabularyProjection.TokenScore;
import java.util.List;

/**
 * One decomposed pass: what is kept of it, as a graph.
 *
 * @param tokens ids by position
 * @param metric the metric's value at the target position
 * @param constant what the final norm's bias adds to the metric; with the DLA of all parts it makes the metric
 * @param coverage mean over all attn_out and mlp_out of the share that their stored parts account for
 * @param effectCoverage part of the absolute effect of all edges between components that the stored ones make up
 * @param nonFinite figures left out because they are NaN or infinite, as weights that are so make them
 * @param fired a layer's strongest neurons at the target position
 * @param predictions the pass's own answer at the target position, most probable first
 */
public record Trace(
        List<Integer> tokens,
        Question question,
        TraceOptions options,
        double metric,
        double constant,
        int targetRank,
        double targetProbability,
        double coverage,
        double effectCoverage,
        int nonFinite,
        List<TokenScore> predictions,
        List<Activation> activations,
        List<Edge> edges,
        List<TokenEdge> tokenEdges,
        List<StrongNeuron> fired) {}
