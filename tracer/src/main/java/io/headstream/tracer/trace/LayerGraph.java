package io.headstream.tracer.trace;

import static io.headstream.tracer.decompose.PartKind.*;

import io.headstream.schema.ActivationId;
import io.headstream.schema.EdgeType;
import io.headstream.schema.Site;
import io.headstream.tracer.decompose.LayerTable;
import io.headstream.tracer.decompose.Measure;
import io.headstream.tracer.decompose.PartKind;
import java.util.List;

/**
 * Turns what is kept of one layer's table into nodes and edges: the residual stream and the norms here, attention and MLP in their own classes.
 */
final class LayerGraph {
    private final LayerContext at;
    private final LayerTable table;
    private final AttentionGraph attention;
    private final MlpGraph mlp;

    LayerGraph(LayerContext context) {
        this.at = context;
        this.table = context.table();
        this.attention = new AttentionGraph(context);
        this.mlp = new MlpGraph(context);
    }

    void build() {
        boolean parallel = table.size().parallel();
        attention.memoryValues();
        for (int p = 0; p < table.size().positions(); p++) {
            norm(LN1, Site.LN1, ActivationId.residPre(at.layer(), p), p);
            if (table.isKept(RESID_MID, p, 0)) {
                residMid(p);
            }
            if (table.isKept(ATTN_OUT, p, 0)) {
                attention.output(p);
                attention.heads(p);
            }
            norm(LN2, Site.LN2, at.beforeMlp(p), p);
            if (table.isKept(RESID_POST, p, 0)) {
                residPost(p, parallel);
            }
            if (table.isKept(MLP_OUT, p, 0)) {
                mlp.output(p);
                mlp.neurons(p);
            }
        }
    }

    // its projection is read at the target position, as what the norm does there is
    private void norm(PartKind kind, Site site, ActivationId reads, int p) {
        if (!table.isKept(kind, p, 0)) {
            return;
        }
        ActivationId place = ActivationId.at(site, at.layer(), p);
        at.trace().connect(EdgeType.READ_BY, reads, place);
        Activation node = at.node(kind, place, p, 0);
        if (at.readsAll(p)) {
            at.batch().want(kind, node);
        }
    }

    private void residMid(int p) {
        ActivationId place = ActivationId.residMid(at.layer(), p);
        state(RESID_MID, place, p, List.of(ATTN_OUT));
        at.inStream(RESID_PRE, p, ActivationId.residPre(at.layer(), p), place);
        changeInStream(CHANGE_MID, p, place);
    }

    private void changeInStream(PartKind kind, int p, ActivationId whole) {
        if (table.isKept(kind, p, 0)) {
            double share = table.get(kind, Measure.SHARE, p);
            at.change(kind, p, whole, share, at.rankInStream(kind, p));
        }
    }

    private void residPost(int p, boolean parallel) {
        ActivationId place = ActivationId.residPost(at.layer(), p);
        state(RESID_POST, place, p, parallel ? List.of(ATTN_OUT, MLP_OUT) : List.of(MLP_OUT));
        if (parallel) {
            at.inStream(RESID_PRE, p, ActivationId.residPre(at.layer(), p), place);
        } else {
            at.inStream(RESID_MID, p, ActivationId.residMid(at.layer(), p), place);
        }
        changeInStream(CHANGE_POST, p, place);
    }

    // the state before is stored too; of what is added to it, what is no node is the remainder
    private void state(PartKind kind, ActivationId place, int p, List<PartKind> added) {
        double left = 0;
        double leftDla = 0;
        for (PartKind part : added) {
            if (!table.isKept(part, p, 0)) {
                left += table.get(part, Measure.SHARE, p);
                leftDla += at.isTarget(p) ? table.get(part, Measure.DLA, p) : 0;
            }
        }
        at.remainder(at.state(kind, place, p), p, left, leftDla);
    }
}
