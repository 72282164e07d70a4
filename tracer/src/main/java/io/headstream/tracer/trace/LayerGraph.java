package io.headstream.tracer.trace;

import static io.headstream.tracer.trace.Figure.*;

import io.headstream.tracer.attribution.Influence;
import java.util.ArrayList;
import java.util.List;

/** Turns one layer's figures into nodes and edges, keeping what is selected and accounting for the rest. */
final class LayerGraph {
    private final int layer;
    private final int target;
    private final LayerNumbers numbers;
    private final Selection selection;
    private final Influence influence;
    private final float[] neuronNorms;
    private final TraceBuilder trace;
    private final Kept kept = new Kept();

    /** The nodes made, by kind, in the order in which their vectors are to be projected. */
    static final class Kept {
        final List<Activation> residMid = new ArrayList<>();
        final List<Activation> residPost = new ArrayList<>();
        final List<Activation> attention = new ArrayList<>();
        final List<Activation> mlp = new ArrayList<>();
        final List<Activation> heads = new ArrayList<>();
        final List<Activation> memory = new ArrayList<>();
        final List<Activation> neurons = new ArrayList<>();
        final List<Activation> biasO = new ArrayList<>();
        final List<Activation> biasOut = new ArrayList<>();
    }

    LayerGraph(
            int layer,
            int target,
            LayerNumbers numbers,
            Selection selection,
            Influence influence,
            float[] neuronNorms,
            TraceBuilder trace) {
        this.layer = layer;
        this.target = target;
        this.numbers = numbers;
        this.selection = selection;
        this.influence = influence;
        this.neuronNorms = neuronNorms;
        this.trace = trace;
    }

    Kept build(float @org.jspecify.annotations.Nullable [] nextResidPreShare) {
        memoryValues();
        for (int p = 0; p < numbers.positions(); p++) {
            norm("ln1", Place.residPre(layer, p), p, numbers.ln1Norm()[p]);
            residMid(p);
            attention(p);
            heads(p);
            norm("ln2", Place.residual("mid", layer, p), p, numbers.ln2Norm()[p]);
            residPost(p, nextResidPreShare);
            mlp(p);
            neurons(p);
            biases(p);
        }
        return kept;
    }

    private void norm(String site, Place reads, int p, float norm) {
        Place place = Place.normalized(site, layer, p);
        trace.add(place).with(NORM, norm);
        trace.connect(Edge.Type.READ_BY, reads, place);
    }

    private void residMid(int p) {
        double share = numbers.shares().residPre()[p];
        Place place = Place.residual("mid", layer, p);
        Activation node = trace.add(place)
                .with(NORM, numbers.residMidNorm()[p])
                .with(SHARE, numbers.shares().residMid()[p])
                .with(INFLUENCE, influence.residMid()[layer][p])
                .with(REMAINDER, 0);
        kept.residMid.add(node);
        Edge stream = addsTo(Place.residPre(layer, p), place, share, share >= 1 - share ? 1 : 2);
        if (p == target) {
            float residPre = numbers.dla().residMid() - numbers.dla().attn();
            node.with(DLA, numbers.dla().residMid()).with(REMAINDER_DLA, 0);
            stream.with(DLA, residPre);
        }
    }

    private void attention(int p) {
        double share = numbers.shares().attention(p);
        Place place = Place.attention(layer, p);
        double left = 0;
        double leftDla = 0;
        for (int h = 0; h < numbers.heads(); h++) {
            if (!selection.heads()[p][h]) {
                left += numbers.shares().head(p, h) / share;
                leftDla += numbers.dla().result()[h];
            }
        }
        Activation node = trace.add(place)
                .with(NORM, numbers.attnNorm()[p])
                .with(SHARE, share)
                .with(INFLUENCE, influence.residMid()[layer][p] * share)
                .with(REMAINDER, left);
        kept.attention.add(node);
        trace.cover(1 - left);
        Edge edge = addsTo(place, Place.residual("mid", layer, p), share, share > 1 - share ? 1 : 2)
                .with(NORM, numbers.attnNorm()[p]);
        dla(p, numbers.dla().attn(), node, edge, leftDla);
    }

    private void heads(int p) {
        int heads = numbers.heads();
        double whole = numbers.shares().attention(p);
        float[] shares = new float[heads + 1];
        for (int h = 0; h < heads; h++) {
            shares[h] = (float) numbers.shares().head(p, h);
        }
        shares[heads] = numbers.shares().biasO()[p];
        int[] ranks = ranks(shares);
        Place attention = Place.attention(layer, p);
        for (int h = 0; h < heads; h++) {
            if (selection.heads()[p][h]) {
                Place place = Place.head(layer, p, h);
                Activation node = trace.add(place)
                        .with(NORM, numbers.resultNorm()[h][p])
                        .with(SHARE, shares[h])
                        .with(INFLUENCE, influence.residMid()[layer][p] * shares[h])
                        .with(ENTROPY, numbers.entropy(h, p));
                kept.heads.add(node);
                Edge edge =
                        addsTo(place, attention, shares[h] / whole, ranks[h]).with(NORM, numbers.resultNorm()[h][p]);
                trace.connect(Edge.Type.READ_BY, Place.normalized("ln1", layer, p), place);
                double leftDla = terms(p, h, node);
                dla(p, numbers.dla().result()[h], node, edge, leftDla);
            }
        }
        Edge bias = addsTo(Place.bias("b_O", layer, p), attention, shares[heads] / whole, ranks[heads])
                .with(NORM, numbers.biasONorm());
        if (p == target) {
            bias.with(DLA, numbers.dla().biasO());
        }
    }

    // the attention edges into one head output; returns the DLA of those left out
    private double terms(int p, int h, Activation head) {
        float[] shares = numbers.shares().headKey()[p][h];
        double whole = numbers.shares().head(p, h);
        int[] ranks = ranks(shares);
        double left = 0;
        double leftDla = 0;
        for (int k = 0; k <= p; k++) {
            if (selection.terms()[p][h][k]) {
                float weight = numbers.pattern()[h][p][k];
                Edge edge = trace.connect(Edge.Type.ATTENDED_BY, Place.memory(layer, k, h), head.place())
                        .with(WEIGHT, weight)
                        .with(SHARE, shares[k] / whole)
                        .with(RANK, ranks[k])
                        .with(NORM, weight * numbers.memoryNorm()[h][k]);
                if (p == target) {
                    edge.with(DLA, numbers.dla().term()[h][k]);
                }
            } else {
                left += shares[k] / whole;
                leftDla += numbers.dla().term()[h][k];
            }
        }
        head.with(REMAINDER, left);
        return leftDla;
    }

    private void memoryValues() {
        int n = numbers.positions();
        for (int h = 0; h < numbers.heads(); h++) {
            for (int k = 0; k < n; k++) {
                boolean used = false;
                double through = 0;
                for (int p = k; p < n; p++) {
                    used |= selection.terms()[p][h][k];
                    through += influence.residMid()[layer][p] * numbers.shares().headKey()[p][h][k];
                }
                if (used) {
                    memoryValue(h, k, through);
                }
            }
        }
    }

    private void memoryValue(int h, int k, double through) {
        Place place = Place.memory(layer, k, h);
        Activation node =
                trace.add(place).with(NORM, numbers.memoryNorm()[h][k]).with(INFLUENCE, through);
        if (k <= target) {
            node.with(SHARE, numbers.shares().headKey()[target][h][k])
                    .with(DLA, numbers.dla().term()[h][k]);
        }
        kept.memory.add(node);
        trace.connect(Edge.Type.READ_BY, Place.normalized("ln1", layer, k), place);
    }

    private void residPost(int p, float @org.jspecify.annotations.Nullable [] nextResidPreShare) {
        double share = numbers.shares().residMid()[p];
        Place place = Place.residual("post", layer, p);
        Activation node = trace.add(place)
                .with(NORM, numbers.residPostNorm()[p])
                .with(INFLUENCE, influence.residPost()[layer][p])
                .with(REMAINDER, 0);
        if (nextResidPreShare != null) {
            node.with(SHARE, nextResidPreShare[p]);
        }
        kept.residPost.add(node);
        Edge stream = addsTo(Place.residual("mid", layer, p), place, share, share >= 1 - share ? 1 : 2)
                .with(NORM, numbers.residMidNorm()[p]);
        if (p == target) {
            node.with(DLA, numbers.dla().residPost()).with(REMAINDER_DLA, 0);
            stream.with(DLA, numbers.dla().residMid());
        }
    }

    private void mlp(int p) {
        double share = numbers.shares().mlp()[p];
        Place place = Place.mlp(layer, p);
        boolean[] stored = new boolean[neuronNorms.length];
        for (int i : selection.neurons()[p]) {
            stored[i] = true;
        }
        double left = 0;
        double leftDla = 0;
        for (int i = 0; i < stored.length; i++) {
            if (!stored[i]) {
                left += numbers.shares().neuron()[p][i];
                leftDla += numbers.dla().neuron()[i];
            }
        }
        Activation node = trace.add(place)
                .with(NORM, numbers.mlpNorm()[p])
                .with(SHARE, share)
                .with(INFLUENCE, influence.mlp()[layer][p])
                .with(REMAINDER, left);
        kept.mlp.add(node);
        trace.cover(1 - left);
        trace.connect(Edge.Type.READ_BY, Place.normalized("ln2", layer, p), place);
        Edge edge = addsTo(place, Place.residual("post", layer, p), share, share > 1 - share ? 1 : 2)
                .with(NORM, numbers.mlpNorm()[p]);
        dla(p, numbers.dla().mlp(), node, edge, leftDla);
    }

    private void neurons(int p) {
        float[] shares = numbers.shares().neuron()[p];
        double whole = numbers.shares().mlp()[p];
        float bias = numbers.shares().biasOut()[p];
        Place mlp = Place.mlp(layer, p);
        int[] chosen = selection.neurons()[p]; // largest share first, so the rank is the place in the list
        int above = 0;
        for (int rank = 0; rank < chosen.length; rank++) {
            int i = chosen[rank];
            above += bias > shares[i] && above == 0 ? 1 : 0;
            float post = numbers.post()[p][i];
            double strength = Math.abs(post) * neuronNorms[i];
            Place place = Place.neuron(layer, p, i);
            Activation node = trace.add(place)
                    .with(NORM, strength)
                    .with(STRENGTH, strength)
                    .with(ACTIVATION, post)
                    .with(SHARE, shares[i] * whole)
                    .with(INFLUENCE, influence.mlp()[layer][p] * shares[i]);
            kept.neurons.add(node);
            Edge edge = addsTo(place, mlp, shares[i], rank + 1 + above).with(NORM, strength);
            if (p == target) {
                node.with(DLA, numbers.dla().neuron()[i]);
                edge.with(DLA, numbers.dla().neuron()[i]);
            }
        }
        int rank = 1;
        for (float share : shares) {
            rank += share >= bias ? 1 : 0;
        }
        Edge edge = addsTo(Place.bias("b_out", layer, p), mlp, bias, rank).with(NORM, numbers.biasOutNorm());
        if (p == target) {
            edge.with(DLA, numbers.dla().biasOut());
        }
    }

    private void biases(int p) {
        double biasO = numbers.shares().biasO()[p];
        double biasOut = numbers.shares().biasOut()[p];
        Activation first = trace.add(Place.bias("b_O", layer, p))
                .with(NORM, numbers.biasONorm())
                .with(SHARE, biasO)
                .with(INFLUENCE, influence.residMid()[layer][p] * biasO);
        Activation second = trace.add(Place.bias("b_out", layer, p))
                .with(NORM, numbers.biasOutNorm())
                .with(SHARE, biasOut * numbers.shares().mlp()[p])
                .with(INFLUENCE, influence.mlp()[layer][p] * biasOut);
        if (p == target) {
            first.with(DLA, numbers.dla().biasO());
            second.with(DLA, numbers.dla().biasOut());
        }
        kept.biasO.add(first);
        kept.biasOut.add(second);
    }

    private void dla(int p, double dla, Activation node, Edge edge, double left) {
        if (p == target) {
            node.with(DLA, dla).with(REMAINDER_DLA, left);
            edge.with(DLA, dla);
        }
    }

    private Edge addsTo(Place from, Place to, double share, int rank) {
        return trace.connect(Edge.Type.ADDS_TO, from, to).with(SHARE, share).with(RANK, rank);
    }

    private static int[] ranks(float[] shares) {
        int[] order = Selection.descending(shares);
        int[] ranks = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            ranks[order[i]] = i + 1;
        }
        return ranks;
    }
}
