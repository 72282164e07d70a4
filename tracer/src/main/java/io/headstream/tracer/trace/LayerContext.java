package io.headstream.tracer.trace;

import static io.headstream.tracer.trace.Figure.*;

import io.headstream.tracer.attribution.Influence;
import java.util.ArrayList;
import java.util.List;

/**
 * What turning one layer into nodes and edges needs.
 *
 * @param neuronNorms norms of W_out's rows
 * @param kept filled with the nodes that are made
 */
record LayerContext(
        int layer,
        int target,
        LayerNumbers numbers,
        Selection selection,
        Influence influence,
        float[] neuronNorms,
        TraceBuilder trace,
        Kept kept) {

    /** The nodes made, by kind, in the order in which their vectors are to be projected. */
    static final class Kept {
        final List<Activation> residMid = new ArrayList<>();
        final List<Activation> residPost = new ArrayList<>();
        final List<Activation> attention = new ArrayList<>();
        final List<Activation> mlp = new ArrayList<>();
        final List<Activation> heads = new ArrayList<>();
        final List<Activation> memory = new ArrayList<>();
        final List<Activation> neurons = new ArrayList<>();
        final List<Activation> biasO = new ArrayList<>();
        final List<Activation> biasOut = new ArrayList<>();
    }

    /** An ADDS_TO edge; rank 1 is the largest share among all parts of `to`. */
    Edge addsTo(Place from, Place to, double share, int rank) {
        return trace.connect(Edge.Type.ADDS_TO, from, to).with(SHARE, share).with(RANK, rank);
    }

    /** At the target position, a whole's DLA on its node and its edge, and what its stored parts leave of it. */
    void dla(int p, double dla, Activation node, Edge edge, double left) {
        if (p == target) {
            node.with(DLA, dla).with(REMAINDER_DLA, left);
            edge.with(DLA, dla);
        }
    }

    /** Ranks by share, 1 for the largest. */
    static int[] ranks(float[] shares) {
        int[] order = Selection.descending(shares);
        int[] ranks = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            ranks[order[i]] = i + 1;
        }
        return ranks;
    }
}
