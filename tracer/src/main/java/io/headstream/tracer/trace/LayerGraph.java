package io.headstream.tracer.trace;

import static io.headstream.tracer.trace.Figure.*;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns one layer's figures into nodes and edges: the residual stream and the norms here, attention and MLP in their own classes. */
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
            norm(
                    "ln1",
                    at.kept().ln1,
                    Place.residPre(at.layer(), p),
                    p,
                    at.numbers().ln1Norm()[p]);
            float[] residMidNorm = at.numbers().residMidNorm();
            if (residMidNorm != null) {
                residMid(p, residMidNorm[p]);
            }
            attention.output(p);
            attention.heads(p);
            norm("ln2", at.kept().ln2, at.beforeMlp(p), p, at.numbers().ln2Norm()[p]);
            residPost(p, nextResidPreShare, residMidNorm);
            mlp.output(p);
            mlp.neurons(p);
            mlp.fired(p);
        }
        return at.kept();
    }

    // its projection is read at the target position, as what the norm does there is
    private void norm(String site, List<Activation> kept, Place reads, int p, float norm) {
        Place place = Place.normalized(site, at.layer(), p);
        at.trace().connect(Edge.Type.READ_BY, reads, place);
        Activation node = at.trace().add(place).with(NORM, norm);
        if (p == at.target() || at.trace().detail() == Detail.FULL) {
            kept.add(node);
        }
    }

    private void residMid(int p, float norm) {
        Place place = Place.residual("mid", at.layer(), p);
        Activation node = at.trace()
                .add(place)
                .with(NORM, norm)
                .with(SHARE, at.numbers().shares().residMid()[p])
                .with(INFLUENCE, at.influence().afterAttention()[p])
                .with(REMAINDER, 0);
        at.kept().residMid.add(node);
        at.effect(node, effects -> Objects.requireNonNull(effects.residMid())[p]);
        if (p == at.target()) {
            node.with(DLA, at.numbers().dla().residMid()).with(REMAINDER_DLA, 0);
        }
        fromResidPre(p, place);
    }

    private void residPost(int p, float @Nullable [] nextResidPreShare, float @Nullable [] residMidNorm) {
        Place place = Place.residual("post", at.layer(), p);
        Activation node = at.trace()
                .add(place)
                .with(NORM, at.numbers().residPostNorm()[p])
                .with(INFLUENCE, at.influence().residPost()[p])
                .with(REMAINDER, 0);
        if (nextResidPreShare != null) {
            node.with(SHARE, nextResidPreShare[p]);
        }
        at.kept().residPost.add(node);
        at.effect(node, effects -> effects.residPost()[p]);
        if (p == at.target()) {
            node.with(DLA, at.numbers().dla().residPost()).with(REMAINDER_DLA, 0);
        }
        if (residMidNorm == null) {
            fromResidPre(p, place);
        } else {
            Place mid = Place.residual("mid", at.layer(), p);
            stream(
                    p,
                    mid,
                    place,
                    at.numbers().shares().residMid()[p],
                    residMidNorm[p],
                    at.numbers().dla().residMid());
        }
    }

    private void fromResidPre(int p, Place into) {
        Place residPre = Place.residPre(at.layer(), p);
        float share = at.numbers().shares().residPre()[p];
        stream(
                p,
                residPre,
                into,
                share,
                at.numbers().residPreNorm()[p],
                at.numbers().dla().residPre());
    }

    private void stream(int p, Place from, Place to, double share, float norm, float dla) {
        Edge edge = at.addsTo(from, to, share, at.rankInStream(share, p)).with(NORM, norm);
        if (p == at.target()) {
            edge.with(DLA, dla);
        }
    }
}
