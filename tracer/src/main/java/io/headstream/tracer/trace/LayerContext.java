package io.headstream.tracer.trace;

import static io.headstream.schema.Figure.*;

import io.headstream.schema.ActivationId;
import io.headstream.schema.EdgeType;
import io.headstream.schema.TraceDetail;
import io.headstream.tracer.decompose.LayerTable;
import io.headstream.tracer.decompose.Measure;
import io.headstream.tracer.decompose.PartKind;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * Turns the parts of one layer's table into nodes and edges, whatever their kind.
 *
 * @param states the residual states that are nodes so far, by position
 */
record LayerContext(
        LayerTable table, TraceBuilder trace, ProjectionBatch batch, Map<PartKind, Map<Integer, Activation>> states) {
    LayerContext(LayerTable table, TraceBuilder trace, ProjectionBatch batch) {
        this(table, trace, batch, new EnumMap<>(PartKind.class));
    }

    int layer() {
        return table.size().layer();
    }

    boolean isTarget(int p) {
        return p == table.size().target();
    }

    /** Whether everything that is kept at a position is projected. */
    boolean readsAll(int p) {
        return isTarget(p) || trace.detail() == TraceDetail.FULL;
    }

    /** The residual state that attention is added to: resid_mid, or resid_post in parallel blocks. */
    ActivationId afterAttention(int p) {
        return ActivationId.afterAttention(layer(), p, table.size().parallel());
    }

    /** The residual state that the MLP reads: resid_mid, or resid_pre in parallel blocks. */
    ActivationId beforeMlp(int p) {
        return ActivationId.beforeMlp(layer(), p, table.size().parallel());
    }

    /** A part's node, with all the figures that it has. */
    Activation node(PartKind kind, ActivationId place, int p, int index) {
        Activation node = trace.add(place).with(NORM, table.get(kind, Measure.NORM, p, index));
        if (table.has(kind, Measure.SHARE, p, index)) {
            node.with(SHARE, table.shareOfState(kind, p, index));
        }
        if (table.has(kind, Measure.INFLUENCE, p, index)) {
            node.with(INFLUENCE, table.get(kind, Measure.INFLUENCE, p, index));
        }
        if (table.has(kind, Measure.EFFECT, p, index)) {
            node.with(EFFECT, table.get(kind, Measure.EFFECT, p, index));
        }
        if (table.has(kind, Measure.DLA, p, index)) {
            node.with(DLA, table.get(kind, Measure.DLA, p, index));
        }
        return node;
    }

    /** A residual state's node. */
    Activation state(PartKind kind, ActivationId place, int p) {
        Activation node = node(kind, place, p, 0);
        states.computeIfAbsent(kind, k -> new HashMap<>()).put(p, node);
        return node;
    }

    /** What a whole's stored parts leave of it: of its share everywhere, of its DLA at the target position. */
    void remainder(Activation whole, int p, double share, double dla) {
        whole.with(REMAINDER, share);
        if (isTarget(p)) {
            whole.with(REMAINDER_DLA, dla);
        }
    }

    /**
     * A part's ADDS_TO edge.
     *
     * @param share of `to`
     * @param rank 1 is the largest share among all parts of `to`
     */
    void addsTo(PartKind kind, int p, int index, ActivationId from, ActivationId to, double share, int rank) {
        Edge edge = trace.connect(EdgeType.ADDS_TO, from, to)
                .with(SHARE, share)
                .with(RANK, rank)
                .with(NORM, table.get(kind, Measure.NORM, p, index));
        if (isTarget(p)) {
            edge.with(DLA, table.get(kind, Measure.DLA, p, index));
        }
    }

    /** The edge of a part of a residual state: resid_pre, attn_out, resid_mid or mlp_out. */
    void inStream(PartKind kind, int p, ActivationId from, ActivationId to) {
        double share = table.get(kind, Measure.SHARE, p);
        addsTo(kind, p, 0, from, to, share, rankInStream((float) share, p));
    }

    // among two or three; the stream goes first where they are equal
    private int rankInStream(float share, int p) {
        float[] parts = table.size().parallel()
                ? new float[] {share(PartKind.RESID_PRE, p), share(PartKind.ATTN_OUT, p), share(PartKind.MLP_OUT, p)}
                : new float[] {share, (float) (1 - (double) share)};
        int rank = 1;
        for (float other : parts) {
            rank += other > share ? 1 : 0;
        }
        return rank;
    }

    private float share(PartKind kind, int p) {
        return (float) table.get(kind, Measure.SHARE, p);
    }
}
