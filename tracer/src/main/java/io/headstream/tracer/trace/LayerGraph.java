package io.headstream.tracer.trace;

import static io.headstream.tracer.trace.Figure.*;

import org.jspecify.annotations.Nullable;

/** Turns one layer's figures into nodes and edges: the residual stream, norms and biases here, attention and MLP in their own classes. */
final class LayerGraph {
    private final LayerContext at;
    private final AttentionGraph attention;
    private final MlpGraph mlp;

    LayerGraph(LayerContext context) {
        this.at = context;
        this.attention = new AttentionGraph(context);
        this.mlp = new MlpGraph(context);
    }

    LayerContext.Kept build(float @Nullable [] nextResidPreShare) {
        attention.memoryValues();
        for (int p = 0; p < at.numbers().positions(); p++) {
            norm("ln1", Place.residPre(at.layer(), p), p, at.numbers().ln1Norm()[p]);
            residMid(p);
            attention.output(p);
            attention.heads(p);
            norm("ln2", Place.residual("mid", at.layer(), p), p, at.numbers().ln2Norm()[p]);
            residPost(p, nextResidPreShare);
            mlp.output(p);
            mlp.neurons(p);
            biases(p);
        }
        return at.kept();
    }

    private void norm(String site, Place reads, int p, float norm) {
        Place place = Place.normalized(site, at.layer(), p);
        at.trace().add(place).with(NORM, norm);
        at.trace().connect(Edge.Type.READ_BY, reads, place);
    }

    private void residMid(int p) {
        double share = at.numbers().shares().residPre()[p];
        Place place = Place.residual("mid", at.layer(), p);
        Activation node = at.trace()
                .add(place)
                .with(NORM, at.numbers().residMidNorm()[p])
                .with(SHARE, at.numbers().shares().residMid()[p])
                .with(INFLUENCE, at.influence().residMid()[at.layer()][p])
                .with(REMAINDER, 0);
        at.kept().residMid.add(node);
        Edge stream = at.addsTo(Place.residPre(at.layer(), p), place, share, share >= 1 - share ? 1 : 2)
                .with(NORM, at.numbers().residPreNorm()[p]);
        if (p == at.target()) {
            float residPre = at.numbers().dla().residMid() - at.numbers().dla().attn();
            node.with(DLA, at.numbers().dla().residMid()).with(REMAINDER_DLA, 0);
            stream.with(DLA, residPre);
        }
    }

    private void residPost(int p, float @Nullable [] nextResidPreShare) {
        double share = at.numbers().shares().residMid()[p];
        Place place = Place.residual("post", at.layer(), p);
        Activation node = at.trace()
                .add(place)
                .with(NORM, at.numbers().residPostNorm()[p])
                .with(INFLUENCE, at.influence().residPost()[at.layer()][p])
                .with(REMAINDER, 0);
        if (nextResidPreShare != null) {
            node.with(SHARE, nextResidPreShare[p]);
        }
        at.kept().residPost.add(node);
        Edge stream = at.addsTo(Place.residual("mid", at.layer(), p), place, share, share >= 1 - share ? 1 : 2)
                .with(NORM, at.numbers().residMidNorm()[p]);
        if (p == at.target()) {
            node.with(DLA, at.numbers().dla().residPost()).with(REMAINDER_DLA, 0);
            stream.with(DLA, at.numbers().dla().residMid());
        }
    }

    private void biases(int p) {
        double biasO = at.numbers().shares().biasO()[p];
        double biasOut = at.numbers().shares().biasOut()[p];
        Activation first = at.trace()
                .add(Place.bias("b_O", at.layer(), p))
                .with(NORM, at.numbers().biasONorm())
                .with(SHARE, biasO)
                .with(INFLUENCE, at.influence().residMid()[at.layer()][p] * biasO);
        Activation second = at.trace()
                .add(Place.bias("b_out", at.layer(), p))
                .with(NORM, at.numbers().biasOutNorm())
                .with(SHARE, biasOut * at.numbers().shares().mlp()[p])
                .with(INFLUENCE, at.influence().mlp()[at.layer()][p] * biasOut);
        if (p == at.target()) {
            first.with(DLA, at.numbers().dla().biasO());
            second.with(DLA, at.numbers().dla().biasOut());
        }
        at.kept().biasO.add(first);
        at.kept().biasOut.add(second);
    }
}
