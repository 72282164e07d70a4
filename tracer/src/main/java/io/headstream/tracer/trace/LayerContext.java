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
import java.util.List;
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
        return table.size().isTarget(p);
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
        addsTo(kind, p, 0, from, to, share, rankInStream(kind, p));
    }

    /** A part's rank among those of its residual state. */
    int rankInStream(PartKind kind, int p) {
        float share = share(kind, p);
        int rank = 1;
        for (PartKind other : stateOf(kind)) {
            rank += share(other, p) > share ? 1 : 0;
        }
        return rank;
    }

    // the parts of the state that a part is in
    private List<PartKind> stateOf(PartKind kind) {
        if (table.size().parallel()) {
            return List.of(
                    PartKind.RESID_PRE, PartKind.ATTN_OUT, PartKind.CHANGE_MID, PartKind.MLP_OUT, PartKind.CHANGE_POST);
        }
        return switch (kind) {
            case RESID_PRE, ATTN_OUT, CHANGE_MID -> List.of(PartKind.RESID_PRE, PartKind.ATTN_OUT, PartKind.CHANGE_MID);
            default -> List.of(PartKind.RESID_MID, PartKind.MLP_OUT, PartKind.CHANGE_POST);
        };
    }

    private float share(PartKind kind, int p) {
        return (float) table.get(kind, Measure.SHARE, p);
    }

    /** What interventions changed in a whole, where something was and is kept. */
    void change(PartKind kind, int p, ActivationId whole, double share, int rank) {
        if (table.isKept(kind, p, 0)) {
            ActivationId place = ActivationId.change(whole);
            batch.want(kind, node(kind, place, p, 0));
            addsTo(kind, p, 0, place, whole, share, rank);
        }
    }

    /** The embedding's node, with what was changed of it. */
    void embedding(int p) {
        ActivationId place = ActivationId.embed(p);
        Activation node = state(PartKind.RESID_PRE, place, p);
        if (table.isKept(PartKind.CHANGE_EMBED, p, 0)) {
            double share = table.get(PartKind.CHANGE_EMBED, Measure.SHARE, p);
            double left = isTarget(p)
                    ? table.get(PartKind.RESID_PRE, Measure.DLA, p) - table.get(PartKind.CHANGE_EMBED, Measure.DLA, p)
                    : 0;
            remainder(node, p, 1 - share, left);
            change(PartKind.CHANGE_EMBED, p, place, share, share >= 0.5 ? 1 : 2);
        }
    }
}
