package io.headstream.tracer.trace;

import static io.headstream.tracer.decompose.PartKind.*;

import io.headstream.schema.ActivationId;
import io.headstream.schema.EdgeType;
import io.headstream.schema.Site;
import io.headstream.tracer.decompose.PartKind;

/** Turns one layer's table into nodes and edges: the residual stream and the norms here, attention and MLP in their own classes. */
final class LayerGraph {
    private final LayerContext at;
    private final AttentionGraph attention;
    private final MlpGraph mlp;

    LayerGraph(LayerContext context) {
        this.at = context;
        this.attention = new AttentionGraph(context);
        this.mlp = new MlpGraph(context);
    }

    void build() {
        boolean parallel = at.table().size().parallel();
        attention.memoryValues();
        for (int p = 0; p < at.table().size().positions(); p++) {
            norm(LN1, Site.LN1, ActivationId.residPre(at.layer(), p), p);
            if (!parallel) {
                residMid(p);
            }
            attention.output(p);
            attention.heads(p);
            norm(LN2, Site.LN2, at.beforeMlp(p), p);
            residPost(p, parallel);
            mlp.output(p);
            mlp.neurons(p);
            mlp.fired(p);
        }
    }

    // its projection is read at the target position, as what the norm does there is
    private void norm(PartKind kind, Site site, ActivationId reads, int p) {
        ActivationId place = ActivationId.at(site, at.layer(), p);
        at.trace().connect(EdgeType.READ_BY, reads, place);
        Activation node = at.node(kind, place, p, 0);
        if (at.readsAll(p)) {
            at.batch().want(kind, node);
        }
    }

    private void residMid(int p) {
        ActivationId place = ActivationId.residMid(at.layer(), p);
        state(RESID_MID, place, p);
        at.inStream(RESID_PRE, p, ActivationId.residPre(at.layer(), p), place);
    }

    private void residPost(int p, boolean parallel) {
        ActivationId place = ActivationId.residPost(at.layer(), p);
        state(RESID_POST, place, p);
        if (parallel) {
            at.inStream(RESID_PRE, p, ActivationId.residPre(at.layer(), p), place);
        } else {
            at.inStream(RESID_MID, p, ActivationId.residMid(at.layer(), p), place);
        }
    }

    // all of its parts are stored
    private void state(PartKind kind, ActivationId place, int p) {
        Activation node = at.node(kind, place, p, 0);
        at.remainder(node, p, 0, 0);
        at.batch().want(kind, node);
    }
}
