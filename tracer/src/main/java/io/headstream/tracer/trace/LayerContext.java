package io.headstream.tracer.trace;

import static io.headstream.tracer.trace.Figure.*;

import io.headstream.tracer.attribution.LayerInfluence;
import io.headstream.tracer.effect.LayerEffects;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What turning one layer into nodes and edges needs.
 *
 * @param neuronNorms norms of W_out's rows
 * @param effects absent where none are asked for
 * @param kept filled with the nodes that are made
 */
record LayerContext(
        int layer,
        int target,
        LayerNumbers numbers,
        Selection selection,
        LayerInfluence influence,
        @Nullable LayerEffects effects,
        float[] neuronNorms,
        TraceBuilder trace,
        Kept kept) {

    /** The nodes whose vectors are to be projected, by kind, in the order of the vectors. */
    static final class Kept {
        final List<Activation> residMid = new ArrayList<>();
        final List<Activation> residPost = new ArrayList<>();
        final List<Activation> attention = new ArrayList<>();
        final List<Activation> mlp = new ArrayList<>();
        final List<Activation> heads = new ArrayList<>();
        final List<Activation> queries = new ArrayList<>();
        final List<Activation> memory = new ArrayList<>();
        final List<Activation> neurons = new ArrayList<>();
        final List<Activation> biasO = new ArrayList<>();
        final List<Activation> biasOut = new ArrayList<>();
        final List<Activation> ln1 = new ArrayList<>();
        final List<Activation> ln2 = new ArrayList<>();
    }

    /** Gives a node its effect, where effects are asked for. */
    void effect(Activation node, ToDoubleFunction<LayerEffects> value) {
        if (effects != null) {
            node.with(EFFECT, value.applyAsDouble(effects));
        }
    }

    boolean parallel() {
        return numbers.shares().parallel();
    }

    /** The residual state that attention is added to: resid_mid, or resid_post in parallel blocks. */
    Place afterAttention(int p) {
        return Place.residual(parallel() ? "post" : "mid", layer, p);
    }

    /** The residual state that the MLP reads: resid_mid, or resid_pre in parallel blocks. */
    Place beforeMlp(int p) {
        return parallel() ? Place.residPre(layer, p) : Place.residual("mid", layer, p);
    }

    /** The rank of a share among the two or three parts of a residual state; the stream goes first where they are equal. */
    int rankInStream(double share, int p) {
        float[] parts = parallel()
                ? new float[] {
                    numbers.shares().residPre()[p],
                    (float) numbers.shares().attention(p),
                    numbers.shares().mlp()[p]
                }
                : new float[] {(float) share, (float) (1 - share)};
        int rank = 1;
        for (float other : parts) {
            rank += other > (float) share ? 1 : 0;
        }
        return rank;
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

    /**
     * A bias's figures at one position.
     *
     * @param share of the residual state it ends in
     * @param shareOfWhole of the output it is added to
     */
    record BiasFigures(double norm, double share, double shareOfWhole, int rank, double influence, double dla) {}

    /** A bias's node and its edge to the output it is added to. */
    Activation bias(Place place, Place into, BiasFigures figures) {
        Activation node = trace.add(place)
                .with(NORM, figures.norm())
                .with(SHARE, figures.share())
                .with(INFLUENCE, figures.influence());
        Edge edge = addsTo(place, into, figures.shareOfWhole(), figures.rank()).with(NORM, figures.norm());
        if (place.position() == target) {
            node.with(DLA, figures.dla());
            edge.with(DLA, figures.dla());
        }
        return node;
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
