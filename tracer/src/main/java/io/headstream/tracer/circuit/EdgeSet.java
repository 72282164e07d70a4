package io.headstream.tracer.circuit;

import java.util.BitSet;
import java.util.stream.IntStream;

/** Some of a model's edges: a circuit, or what is left of the model without one. Never changed. */
public final class EdgeSet {
    private final Nodes nodes;
    private final BitSet edges;

    private EdgeSet(Nodes nodes, BitSet edges) {
        this.nodes = nodes;
        this.edges = edges;
    }

    public static EdgeSet none(Nodes nodes) {
        return new EdgeSet(nodes, new BitSet());
    }

    public static EdgeSet all(Nodes nodes) {
        BitSet all = new BitSet();
        all.set(0, nodes.edges());
        return new EdgeSet(nodes, all);
    }

    public static EdgeSet of(Nodes nodes, IntStream edges) {
        BitSet some = new BitSet();
        edges.forEach(some::set);
        return new EdgeSet(nodes, some);
    }

    public Nodes nodes() {
        return nodes;
    }

    public int size() {
        return edges.cardinality();
    }

    public boolean has(int edge) {
        return edges.get(edge);
    }

    /** Their numbers, ascending. */
    public IntStream stream() {
        return edges.stream();
    }

    public EdgeSet without(EdgeSet others) {
        BitSet rest = copy();
        rest.andNot(others.edges);
        return new EdgeSet(nodes, rest);
    }

    /**
     * Those that lie on a way from the embedding to the logits. The others do nothing: what reads no such edge has its corrupted output, and what
     * nobody reads does not reach the metric.
     */
    public EdgeSet connected() {
        BitSet live = new BitSet(); // reached from the embedding
        live.set(Nodes.EMBED);
        BitSet kept = new BitSet();
        for (int reader = 1; reader < nodes.count(); reader++) {
            for (int writer = 0; writer < nodes.writers(reader); writer++) {
                int edge = nodes.edge(writer, reader);
                if (edges.get(edge) && live.get(writer)) {
                    kept.set(edge);
                    live.set(reader);
                }
            }
        }
        BitSet read = new BitSet(); // reaching the logits
        read.set(nodes.logits());
        for (int reader = nodes.logits(); reader > 0; reader--) {
            for (int writer = 0; writer < nodes.writers(reader); writer++) {
                int edge = nodes.edge(writer, reader);
                if (kept.get(edge) && read.get(reader)) {
                    read.set(writer);
                } else {
                    kept.clear(edge);
                }
            }
        }
        return new EdgeSet(nodes, kept);
    }

    private BitSet copy() {
        return (BitSet) edges.clone();
    }
}
