package io.headstream.tracer.trace;

import java.util.List;

/**
 * What a block does at one position, with the figures that a trace would give each part, whether a trace keeps it or not.
 *
 * @param token whose rank and probability each projection has under the target's
 * @param activations the block's states, sums, norms, biases, heads, neurons, and the memory values that its heads read there
 */
public record BlockAt(
        int layer,
        int position,
        int token,
        List<Activation> activations,
        List<Edge> edges,
        List<TokenEdge> tokenEdges) {}
