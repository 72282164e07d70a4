package io.headstream.tracer.effect;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDScope;
import io.headstream.tracer.model.ActivationCache;
import io.headstream.tracer.model.Architecture;
import io.headstream.tracer.model.Block;
import io.headstream.tracer.model.Transformer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;

/**
 * Effects along edges between components (edge attribution patching, Syed et al. 2023, arXiv 2310.10348): the output of an earlier
 * component times the gradient at the residual state as a later one alone reads it, position by position. The strongest are kept.
 */
public final class EdgeEffects {
    /** Part of all edges' absolute effect that those kept should make up. */
    static final double COVERAGE = 0.8;

    /** Edges kept at most. */
    static final int MOST = 1000;

    /** Longest prompt whose edges are looked at: their number is that of components squared, at every position. */
    public static final int MOST_POSITIONS = 256;

    private final PriorityQueue<Edge> strongest = new PriorityQueue<>(Comparator.comparingDouble(Edge::strength));
    private final Architecture a;
    private double total;

    private EdgeEffects(Architecture architecture) {
        this.a = architecture;
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

    /** From a component's output to another's input at one position. */
    public record Edge(Component from, Component to, int position, float effect) {
        double strength() {
            return Math.abs(effect);
        }
    }

    /**
     * @param edges strongest first
     * @param coverage part of all edges' absolute effect that they make up
     */
    public record Kept(List<Edge> edges, double coverage) {
        public static final Kept NONE = new Kept(List.of(), 0);
    }

    /** The strongest edges of a pass. */
    public static Kept of(Transformer transformer, ActivationCache cache, Gradients gradients) {
        EdgeEffects effects = new EdgeEffects(transformer.architecture());
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            effects.collect(transformer, cache, gradients);
        }
        return effects.kept();
    }

    private void collect(Transformer transformer, ActivationCache cache, Gradients gradients) {
        List<Component> writers = new ArrayList<>(List.of(new Component(Kind.EMBEDDING, 0, -1)));
        NDList outputs = new NDList(cache.layers().get(0).residPre().expandDims(0)); // [writer, pos, d_model]
        for (int l = 0; l < a.layers(); l++) {
            ActivationCache.Layer layer = cache.layers().get(l);
            NDArray inputs = Objects.requireNonNull(gradients.layers().get(l).inputs());
            long heads = 3L * a.heads();
            NDArray atMlp = inputs.get(heads + ":");
            score(writers, outputs, headReaders(l), inputs.get(":" + heads));
            List<Component> mlp = List.of(new Component(Kind.MLP, l, -1));
            if (a.parallel()) {
                score(writers, outputs, mlp, atMlp);
            }
            try (Block.InUse use = transformer.parameters().blocks().get(l).use()) {
                outputs.add(transformer.result(use.block(), layer));
            }
            for (int h = 0; h < a.heads(); h++) {
                writers.add(new Component(Kind.HEAD, l, h));
            }
            if (!a.parallel()) {
                score(writers, outputs, mlp, atMlp);
            }
            outputs.add(layer.mlpOut().expandDims(0));
            writers.addAll(mlp);
        }
        score(
                writers,
                outputs,
                List.of(new Component(Kind.LOGITS, a.layers() - 1, -1)),
                gradients.last().residPost().expandDims(0));
    }

    private List<Component> headReaders(int layer) {
        List<Component> readers = new ArrayList<>();
        for (Kind kind : List.of(Kind.QUERY, Kind.KEY, Kind.VALUE)) {
            for (int h = 0; h < a.heads(); h++) {
                readers.add(new Component(kind, layer, h));
            }
        }
        return readers;
    }

    private void score(List<Component> writers, NDList outputs, List<Component> readers, NDArray gradients) {
        NDArray byPosition = NDArrays.concat(outputs).transpose(1, 0, 2); // [pos, writer, d_model]
        float[] effects = byPosition.matMul(gradients.transpose(1, 2, 0)).toFloatArray(); // [pos, writer, reader]
        int i = 0;
        int positions = (int) byPosition.getShape().get(0);
        for (int p = 0; p < positions; p++) {
            for (Component writer : writers) {
                for (Component reader : readers) {
                    offer(writer, reader, p, effects[i++]);
                }
            }
        }
    }

    private void offer(Component from, Component to, int position, float effect) {
        if (!Float.isFinite(effect)) {
            return;
        }
        double strength = Math.abs(effect);
        total += strength;
        if (strength > 0
                && (strongest.size() < MOST || strength > strongest.element().strength())) {
            strongest.add(new Edge(from, to, position, effect));
            if (strongest.size() > MOST) {
                strongest.remove();
            }
        }
    }

    private Kept kept() {
        List<Edge> ordered = strongest.stream()
                .sorted(Comparator.comparingDouble(Edge::strength).reversed())
                .toList();
        double sum = 0;
        int count = 0;
        while (count < ordered.size() && sum < COVERAGE * total) {
            sum += ordered.get(count++).strength();
        }
        return new Kept(List.copyOf(ordered.subList(0, count)), total == 0 ? 0 : sum / total);
    }
}
