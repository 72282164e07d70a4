package io.headstream.tracer.trace;

import static io.headstream.schema.Figure.*;
import static io.headstream.tracer.decompose.PartKind.*;

import io.headstream.schema.ActivationId;
import io.headstream.schema.EdgeType;
import io.headstream.schema.Site;
import io.headstream.schema.TraceDetail;
import io.headstream.tracer.decompose.LayerTable;
import io.headstream.tracer.decompose.Measure;

/** mlp_out and the neurons in it. */
final class MlpGraph {
    private final LayerContext at;
    private final LayerTable table;

    MlpGraph(LayerContext context) {
        this.at = context;
        this.table = context.table();
    }

    void output(int p) {
        double left = table.left(NEURON, Measure.SHARE, p, 0);
        double leftDla = at.isTarget(p) ? table.left(NEURON, Measure.DLA, p, 0) : 0;
        ActivationId place = ActivationId.mlp(at.layer(), p);
        Activation node = at.node(MLP_OUT, place, p, 0);
        at.remainder(node, p, left, leftDla);
        at.batch().want(MLP_OUT, node);
        at.trace().cover(1 - left);
        at.trace().connect(EdgeType.READ_BY, ActivationId.at(Site.LN2, at.layer(), p), place);
        at.inStream(MLP_OUT, p, place, ActivationId.residPost(at.layer(), p));
    }

    void neurons(int p) {
        for (int i : table.kept(NEURON, p)) {
            neuron(p, i);
        }
        if (table.isKept(B_OUT, p, 0)) {
            double bias = table.get(B_OUT, Measure.SHARE, p);
            ActivationId place = ActivationId.at(Site.B_OUT, at.layer(), p);
            at.batch().want(B_OUT, at.node(B_OUT, place, p, 0));
            int rank = (int) table.get(B_OUT, Measure.RANK, p);
            at.addsTo(B_OUT, p, 0, place, ActivationId.mlp(at.layer(), p), bias, rank);
        }
        if (table.isKept(CHANGE_MLP, p, 0)) {
            double change = table.get(CHANGE_MLP, Measure.SHARE, p);
            int rank = (int) table.get(CHANGE_MLP, Measure.RANK, p);
            at.change(CHANGE_MLP, p, ActivationId.mlp(at.layer(), p), change, rank);
        }
    }

    // what its row of W_out says is the model index's to know, but where everything is projected
    private void neuron(int p, int i) {
        ActivationId place = ActivationId.neuron(at.layer(), p, i);
        Activation node = at.node(NEURON, place, p, i)
                .with(STRENGTH, table.get(NEURON, Measure.NORM, p, i))
                .with(ACTIVATION, table.get(NEURON, Measure.COEFFICIENT, p, i));
        if (at.trace().detail() == TraceDetail.FULL) {
            at.batch().want(NEURON, node);
        }
        double share = table.get(NEURON, Measure.SHARE, p, i);
        int rank = (int) table.get(NEURON, Measure.RANK, p, i);
        at.addsTo(NEURON, p, i, place, ActivationId.mlp(at.layer(), p), share, rank);
    }
}
