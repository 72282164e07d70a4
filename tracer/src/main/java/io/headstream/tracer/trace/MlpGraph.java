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
    private static final int STRONGEST = 100; // of a layer, as the paper counts

    private final LayerContext at;
    private final LayerTable table;

    MlpGraph(LayerContext context) {
        this.at = context;
        this.table = context.table();
    }

    void output(int p) {
        double left = left(Measure.SHARE, p);
        double leftDla = at.isTarget(p) ? left(Measure.DLA, p) : 0;
        ActivationId place = ActivationId.mlp(at.layer(), p);
        Activation node = at.node(MLP_OUT, place, p, 0);
        at.remainder(node, p, left, leftDla);
        at.batch().want(MLP_OUT, node);
        at.trace().cover(1 - left);
        at.trace().connect(EdgeType.READ_BY, ActivationId.at(Site.LN2, at.layer(), p), place);
        at.inStream(MLP_OUT, p, place, ActivationId.residPost(at.layer(), p));
    }

    // what the neurons that are not stored make of a measure
    private double left(Measure measure, int p) {
        float[] values = table.row(NEURON, measure, p);
        for (int i : table.kept(NEURON, p)) {
            values[i] = 0;
        }
        double left = 0;
        for (float value : values) {
            left += value;
        }
        return left;
    }

    /** The neurons that are strongest at the target position, whatever is kept of them. */
    void fired(int p) {
        if (!at.isTarget(p) || at.trace().detail().compareTo(TraceDetail.NEURONS) < 0) {
            return;
        }
        float[] strength = new float[table.size().neurons()];
        for (int i = 0; i < strength.length; i++) {
            strength[i] = (float) table.get(NEURON, Measure.NORM, p, i);
        }
        int[] order = Ranking.descending(strength);
        for (int rank = 1; rank <= Math.min(STRONGEST, order.length); rank++) {
            int i = order[rank - 1];
            at.trace()
                    .fire(new StrongNeuron(
                            ActivationId.mlp(at.layer(), p),
                            i,
                            rank,
                            strength[i],
                            table.get(NEURON, Measure.COEFFICIENT, p, i)));
        }
    }

    void neurons(int p) {
        float[] shares = table.row(NEURON, Measure.SHARE, p);
        double bias = table.get(B_OUT, Measure.SHARE, p);
        // those kept are the largest, so the rank is the place among them
        int[] kept = Ranking.descending(shares, table.kept(NEURON, p));
        for (int place = 0; place < kept.length; place++) {
            int rank = place + 1 + (bias > shares[kept[place]] ? 1 : 0);
            neuron(p, kept[place], rank, shares[kept[place]]);
        }
        if (table.has(B_OUT, Measure.NORM, p, 0)) {
            int rank = 1;
            for (float share : shares) {
                rank += share >= bias ? 1 : 0;
            }
            ActivationId place = ActivationId.at(Site.B_OUT, at.layer(), p);
            at.batch().want(B_OUT, at.node(B_OUT, place, p, 0));
            at.addsTo(B_OUT, p, 0, place, ActivationId.mlp(at.layer(), p), bias, rank);
        }
    }

    private void neuron(int p, int i, int rank, double share) {
        ActivationId place = ActivationId.neuron(at.layer(), p, i);
        Activation node = at.node(NEURON, place, p, i)
                .with(STRENGTH, table.get(NEURON, Measure.NORM, p, i))
                .with(ACTIVATION, table.get(NEURON, Measure.COEFFICIENT, p, i));
        at.batch().want(NEURON, node);
        at.addsTo(NEURON, p, i, place, ActivationId.mlp(at.layer(), p), share, rank);
    }
}
