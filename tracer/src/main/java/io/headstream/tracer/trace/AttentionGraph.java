package io.headstream.tracer.trace;

import static io.headstream.tracer.trace.Figure.*;

/** attn_out, the head outputs in it, and the memory values they attend to. */
final class AttentionGraph {
    // whose vectors are projected: each projection is a product with all of W_U, and two or three heads carry attn_out
    private static final int READ_HEADS = 4;
    private static final int READ_KEYS = 2;

    private final LayerContext at;

    AttentionGraph(LayerContext context) {
        this.at = context;
    }

    void output(int p) {
        double share = at.numbers().shares().attention(p);
        Place place = Place.attention(at.layer(), p);
        double left = 0;
        double leftDla = 0;
        for (int h = 0; h < at.numbers().heads(); h++) {
            if (!at.selection().heads()[p][h]) {
                left += at.numbers().shares().head(p, h) / share;
                leftDla += at.numbers().dla().result()[h];
            }
        }
        Activation node = at.trace()
                .add(place)
                .with(NORM, at.numbers().attnNorm()[p])
                .with(SHARE, share)
                .with(INFLUENCE, at.influence().afterAttention()[p] * share)
                .with(REMAINDER, left);
        at.kept().attention.add(node);
        at.effect(node, effects -> effects.attn()[p]);
        at.trace().cover(1 - left);
        Edge edge = at.addsTo(place, at.afterAttention(p), share, at.rankInStream(share, p))
                .with(NORM, at.numbers().attnNorm()[p]);
        at.dla(p, at.numbers().dla().attn(), node, edge, leftDla);
    }

    void heads(int p) {
        int heads = at.numbers().heads();
        double whole = at.numbers().shares().attention(p);
        float[] shares = new float[heads + 1];
        for (int h = 0; h < heads; h++) {
            shares[h] = (float) at.numbers().shares().head(p, h);
        }
        shares[heads] = at.numbers().shares().biasO()[p];
        int[] ranks = LayerContext.ranks(shares);
        Place attention = Place.attention(at.layer(), p);
        for (int h = 0; h < heads; h++) {
            if (at.selection().heads()[p][h]) {
                int head = h;
                Place place = Place.head(at.layer(), p, h);
                Activation node = at.trace()
                        .add(place)
                        .with(NORM, at.numbers().resultNorm()[h][p])
                        .with(SHARE, shares[h])
                        .with(INFLUENCE, at.influence().afterAttention()[p] * shares[h])
                        .with(ENTROPY, at.numbers().entropy(h, p));
                boolean all = p == at.target() || at.trace().detail() == Detail.FULL;
                if (all) {
                    at.kept().queries.add(node);
                }
                if (all || ranks[h] <= READ_HEADS) {
                    at.kept().heads.add(node);
                }
                at.effect(node, effects -> effects.head()[head][p]);
                Edge edge = at.addsTo(place, attention, shares[h] / whole, ranks[h])
                        .with(NORM, at.numbers().resultNorm()[h][p]);
                at.trace().connect(Edge.Type.READ_BY, Place.normalized("ln1", at.layer(), p), place);
                double leftDla = terms(p, h, node);
                at.dla(p, at.numbers().dla().result()[h], node, edge, leftDla);
            }
        }
        at.numbers().biasONorm().ifPresent(norm -> {
            Activation node = at.bias(
                    Place.bias("b_O", at.layer(), p),
                    attention,
                    new LayerContext.BiasFigures(
                            norm,
                            shares[heads],
                            shares[heads] / whole,
                            ranks[heads],
                            at.influence().afterAttention()[p] * shares[heads],
                            at.numbers().dla().biasO()));
            at.effect(node, effects -> effects.biasO()[p]);
            at.kept().biasO.add(node);
        });
    }

    // the attention edges into one head output; returns the DLA of those left out
    private double terms(int p, int h, Activation head) {
        float[] shares = at.numbers().shares().headKey()[p][h];
        double whole = at.numbers().shares().head(p, h);
        int[] ranks = LayerContext.ranks(shares);
        double left = 0;
        double leftDla = 0;
        for (int k = 0; k <= p; k++) {
            if (at.selection().terms()[p][h][k]) {
                float weight = at.numbers().pattern()[h][p][k];
                Edge edge = at.trace()
                        .connect(Edge.Type.ATTENDED_BY, Place.memory(at.layer(), k, h), head.place())
                        .with(WEIGHT, weight)
                        .with(SHARE, shares[k] / whole)
                        .with(RANK, ranks[k])
                        .with(NORM, weight * at.numbers().memoryNorm()[h][k]);
                if (p == at.target()) {
                    edge.with(DLA, at.numbers().dla().term()[h][k]);
                }
                if (at.effects() != null) {
                    edge.with(EFFECT, at.effects().term()[h][p][k]);
                }
            } else {
                left += shares[k] / whole;
                leftDla += at.numbers().dla().term()[h][k];
            }
        }
        head.with(REMAINDER, left);
        return leftDla;
    }

    void memoryValues() {
        int n = at.numbers().positions();
        for (int h = 0; h < at.numbers().heads(); h++) {
            for (int k = 0; k < n; k++) {
                double through = 0;
                for (int p = k; p < n; p++) {
                    through += at.influence().afterAttention()[p]
                            * at.numbers().shares().headKey()[p][h][k];
                }
                if (at.selection().memory()[h][k]) {
                    memoryValue(h, k, through);
                }
            }
        }
    }

    // one of the two keys that the head attends to most at the target position: each projection is a product with all
    // of W_U
    private boolean isRead(int h, int k) {
        float[] weights = at.numbers().pattern()[h][at.target()];
        int above = 0;
        for (int other = 0; other <= at.target(); other++) {
            above += weights[other] > weights[k] ? 1 : 0;
        }
        return k <= at.target() && above < READ_KEYS;
    }

    private void memoryValue(int h, int k, double through) {
        Place place = Place.memory(at.layer(), k, h);
        Activation node = at.trace()
                .add(place)
                .with(NORM, at.numbers().memoryNorm()[h][k])
                .with(INFLUENCE, through);
        if (k <= at.target()) {
            node.with(SHARE, at.numbers().shares().headKey()[at.target()][h][k])
                    .with(DLA, at.numbers().dla().term()[h][k]);
        }
        if (at.trace().detail() == Detail.FULL || isRead(h, k)) {
            at.kept().memory.add(node);
        }
        at.effect(node, effects -> effects.memory(h, k));
        at.trace().connect(Edge.Type.READ_BY, Place.normalized("ln1", at.layer(), k), place);
    }
}
