package io.headstream.tracer.trace;

import static io.headstream.tracer.trace.Figure.*;

/** mlp_out and the neurons in it. */
final class MlpGraph {
    private static final int STRONGEST = 100; // of a layer, as the paper counts

    private final LayerContext at;

    MlpGraph(LayerContext context) {
        this.at = context;
    }

    void output(int p) {
        double share = at.numbers().shares().mlp()[p];
        Place place = Place.mlp(at.layer(), p);
        boolean[] stored = new boolean[at.neuronNorms().length];
        for (int i : at.selection().neurons()[p]) {
            stored[i] = true;
        }
        double left = 0;
        double leftDla = 0;
        for (int i = 0; i < stored.length; i++) {
            if (!stored[i]) {
                left += at.numbers().shares().neuron()[p][i];
                leftDla += at.numbers().dla().neuron()[i];
            }
        }
        Activation node = at.trace()
                .add(place)
                .with(NORM, at.numbers().mlpNorm()[p])
                .with(SHARE, share)
                .with(INFLUENCE, at.influence().mlp()[p])
                .with(REMAINDER, left);
        at.kept().mlp.add(node);
        at.effect(node, effects -> effects.mlp()[p]);
        at.trace().cover(1 - left);
        at.trace().connect(Edge.Type.READ_BY, Place.normalized("ln2", at.layer(), p), place);
        Edge edge = at.addsTo(place, Place.residual("post", at.layer(), p), share, at.rankInStream(share, p))
                .with(NORM, at.numbers().mlpNorm()[p]);
        at.dla(p, at.numbers().dla().mlp(), node, edge, leftDla);
    }

    /** The neurons that are strongest at the target position, whatever is kept of them. */
    void fired(int p) {
        if (p != at.target()
                || at.trace().detail() == Detail.STREAM
                || at.trace().detail() == Detail.HEADS) {
            return;
        }
        float[] post = at.numbers().post()[p];
        float[] strength = new float[post.length];
        for (int i = 0; i < post.length; i++) {
            strength[i] = Math.abs(post[i]) * at.neuronNorms()[i];
        }
        int[] order = Selection.descending(strength);
        for (int rank = 1; rank <= Math.min(STRONGEST, order.length); rank++) {
            int i = order[rank - 1];
            at.trace().fire(new Fired(Place.mlp(at.layer(), p), i, rank, strength[i], post[i]));
        }
    }

    void neurons(int p) {
        float[] shares = at.numbers().shares().neuron()[p];
        double whole = at.numbers().shares().mlp()[p];
        float bias = at.numbers().shares().biasOut()[p];
        Place mlp = Place.mlp(at.layer(), p);
        int[] chosen = at.selection().neurons()[p]; // largest share first, so the rank is the place in the list
        int above = 0;
        for (int rank = 0; rank < chosen.length; rank++) {
            int i = chosen[rank];
            above += bias > shares[i] && above == 0 ? 1 : 0;
            float post = at.numbers().post()[p][i];
            double strength = Math.abs(post) * at.neuronNorms()[i];
            Place place = Place.neuron(at.layer(), p, i);
            Activation node = at.trace()
                    .add(place)
                    .with(NORM, strength)
                    .with(STRENGTH, strength)
                    .with(ACTIVATION, post)
                    .with(SHARE, shares[i] * whole)
                    .with(INFLUENCE, at.influence().mlp()[p] * shares[i]);
            at.kept().neurons.add(node);
            at.effect(node, effects -> effects.neuron()[p][i]);
            Edge edge = at.addsTo(place, mlp, shares[i], rank + 1 + above).with(NORM, strength);
            if (p == at.target()) {
                node.with(DLA, at.numbers().dla().neuron()[i]);
                edge.with(DLA, at.numbers().dla().neuron()[i]);
            }
        }
        int rank = 1;
        for (float share : shares) {
            rank += share >= bias ? 1 : 0;
        }
        if (at.numbers().biasOutNorm().isPresent()) {
            Activation node = at.bias(
                    Place.bias("b_out", at.layer(), p),
                    mlp,
                    new LayerContext.BiasFigures(
                            at.numbers().biasOutNorm().getAsDouble(),
                            bias * whole,
                            bias,
                            rank,
                            at.influence().mlp()[p] * bias,
                            at.numbers().dla().biasOut()));
            at.effect(node, effects -> effects.biasOut()[p]);
            at.kept().biasOut.add(node);
        }
    }
}
