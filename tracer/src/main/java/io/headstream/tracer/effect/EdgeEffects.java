package io.headstream.tracer.effect;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import io.headstream.tracer.model.ActivationCache;
import io.headstream.tracer.model.Architecture;
import io.headstream.tracer.model.Block;
import io.headstream.tracer.model.Transformer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Effects along edges between components (edge attribution patching, Syed et al. 2023, arXiv 2310.10348): the output of an earlier
 * component times the gradient at the residual state as a later one alone reads it, at one position. Looked at are the edges into some
 * activations; of each the strongest are kept.
 */
public final class EdgeEffects {
    /** Edges kept into each activation. */
    static final int MOST = 5;

    /** Longest prompt whose edges are looked at, times points of integrated gradients: the gradients at all queries, keys and values are held. */
    static final int MOST_POSITIONS = 1024;

    private final Transformer transformer;
    private final ActivationCache cache;
    private final Gradients gradients;
    private final Architecture a;
    private final List<Integer> positions; // those at which something reads, in order
    private final List<Component> writers = new ArrayList<>();
    private final NDList outputs = new NDList(); // [writer, position, d_model]
    private final List<Edge> edges = new ArrayList<>();

    private EdgeEffects(Transformer transformer, ActivationCache cache, Gradients gradients, List<Integer> positions) {
        this.transformer = transformer;
        this.cache = cache;
        this.gradients = gradients;
        this.a = transformer.architecture();
        this.positions = positions;
    }

    /** What writes to the residual stream, or reads it. */
    public enum Kind {
        EMBEDDING,
        HEAD,
        MLP,
        /** A head's query; reads. */
        QUERY,
        /** A head's key; reads. */
        KEY,
        /** A head's value; reads. */
        VALUE,
        /** The final norm and W_U; reads. */
        LOGITS
    }

    /** A component at work; `head` is -1 for what is no head. */
    public record Component(Kind kind, int layer, int head) {}

    /** What reads, at a position; the inputs of one activation: a memory value has a key and a value. */
    public record Reader(List<Component> inputs, int position) {
        private int layer() {
            return inputs.get(0).layer();
        }

        private boolean isHead() {
            return inputs.get(0).head() >= 0;
        }
    }

    /** From a component's output to another's input at one position. */
    public record Edge(Component from, Component to, int position, float effect) {
        double strength() {
            return Math.abs(effect);
        }
    }

    /**
     * @param edges strongest first
     * @param coverage part of the absolute effect of all edges into those activations that they make up
     */
    public record Kept(List<Edge> edges, double coverage) {
        public static final Kept NONE = new Kept(List.of(), 0);
    }

    /** The strongest edges into each of some activations. */
    public static Kept of(Transformer transformer, ActivationCache cache, Gradients gradients, List<Reader> readers) {
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            EdgeEffects effects = new EdgeEffects(
                    transformer,
                    cache,
                    gradients,
                    readers.stream().map(Reader::position).distinct().sorted().toList());
            effects.collect(
                    readers.stream().collect(Collectors.groupingBy(Reader::layer, TreeMap::new, Collectors.toList())));
            return kept(effects.edges);
        }
    }

    private void collect(Map<Integer, List<Reader>> byLayer) {
        write(
                List.of(new Component(Kind.EMBEDDING, 0, -1)),
                cache.layers().get(0).residPre().expandDims(0));
        for (int l = 0; l < a.layers(); l++) {
            List<Reader> readers = byLayer.getOrDefault(l, List.of());
            read(readers.stream()
                    .filter(reader -> reader.isHead() || isMlp(reader) && a.parallel())
                    .toList());
            heads(l);
            read(readers.stream()
                    .filter(reader -> isMlp(reader) && !a.parallel())
                    .toList());
            write(
                    List.of(new Component(Kind.MLP, l, -1)),
                    cache.layers().get(l).mlpOut().expandDims(0));
        }
        read(byLayer.getOrDefault(a.layers() - 1, List.of()).stream()
                .filter(reader -> reader.inputs().get(0).kind() == Kind.LOGITS)
                .toList());
    }

    private static boolean isMlp(Reader reader) {
        return reader.inputs().get(0).kind() == Kind.MLP;
    }

    private void heads(int l) {
        List<Component> heads = new ArrayList<>();
        for (int h = 0; h < a.heads(); h++) {
            heads.add(new Component(Kind.HEAD, l, h));
        }
        try (Block.InUse use = transformer.parameters().blocks().get(l).use()) {
            write(heads, transformer.written(use.block(), l, cache));
        }
    }

    // [writer, pos, d_model], of which the positions are taken at which something reads
    private void write(List<Component> components, NDArray byPosition) {
        NDManager manager = byPosition.getManager();
        NDArray some =
                manager.create(positions.stream().mapToLong(Integer::longValue).toArray());
        outputs.add(byPosition.get(new NDIndex(":, {}", some)));
        writers.addAll(components);
    }

    // all that was written so far, to each input
    private void read(List<Reader> readers) {
        if (readers.isEmpty()) {
            return;
        }
        NDArray written = NDArrays.concat(outputs); // [writer, position, d_model]
        outputs.clear();
        outputs.add(written);
        try (Block.InUse use =
                transformer.parameters().blocks().get(readers.get(0).layer()).use()) {
            readers.forEach(reader -> read(reader, written, use.block()));
        }
    }

    private void read(Reader reader, NDArray written, Block block) {
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            NDArray at = written.get(":, " + positions.indexOf(reader.position())); // [writer, d_model]
            for (Component input : reader.inputs()) {
                float[] effects =
                        at.matMul(gradient(input, reader.position(), block)).toFloatArray(); // [writer]
                for (int w = 0; w < effects.length; w++) {
                    if (Float.isFinite(effects[w])) {
                        edges.add(new Edge(writers.get(w), input, reader.position(), effects[w]));
                    }
                }
            }
        }
    }

    // at the residual state as the input alone reads it [d_model]
    private NDArray gradient(Component input, int position, Block block) {
        return input.kind() == Kind.LOGITS
                ? gradients.last().residPost().get(position)
                : gradients.layers().get(input.layer()).at(input, position, block);
    }

    // an activation's inputs share what is kept into it
    private static Kept kept(List<Edge> edges) {
        Map<Object, List<Edge>> into = edges.stream().collect(Collectors.groupingBy(EdgeEffects::activation));
        List<Edge> kept = into.values().stream()
                .flatMap(some -> some.stream()
                        .sorted(Comparator.comparingDouble(Edge::strength).reversed())
                        .limit(MOST))
                .filter(edge -> edge.effect() != 0)
                .sorted(Comparator.comparingDouble(Edge::strength).reversed())
                .toList();
        double all = edges.stream().mapToDouble(Edge::strength).sum();
        return new Kept(
                kept, all == 0 ? 0 : kept.stream().mapToDouble(Edge::strength).sum() / all);
    }

    private record Into(boolean memory, int layer, int head, int position, boolean end) {}

    private static Object activation(Edge edge) {
        Kind kind = edge.to().kind();
        return new Into(
                kind == Kind.KEY || kind == Kind.VALUE,
                edge.to().layer(),
                edge.to().head(),
                edge.position(),
                kind == Kind.LOGITS);
    }
}
