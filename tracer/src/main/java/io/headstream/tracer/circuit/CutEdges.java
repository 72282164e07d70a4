package io.headstream.tracer.circuit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import io.headstream.tracer.attribution.Outcome;
import io.headstream.tracer.attribution.Question;
import io.headstream.tracer.attribution.Rows;
import io.headstream.tracer.model.ActivationCache;
import io.headstream.tracer.model.Architecture;
import io.headstream.tracer.model.Block;
import io.headstream.tracer.model.Linear;
import io.headstream.tracer.model.Probe;
import io.headstream.tracer.model.Transformer;
import io.headstream.tracer.sweep.Sweep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One edge cut after the other, all others as they are, and what each does to the metric. To cut an edge is what it is in a circuit
 * ({@link EdgePatching}), but where only one is cut nothing changes before its reader: a pass begins at the reader's layer with the state of the
 * unchanged pass, what the reader alone reads is shifted by what its writer's corrupted output differs by from its own, and edges into one
 * layer's heads, or its MLP, run below one another.
 */
public final class CutEdges {
    private final Transformer transformer;
    private final Architecture a;
    private final Nodes nodes;
    private final EdgeSet edges;
    private final CircuitPrompt prompt;
    private final Ablation ablation;
    private final List<CircuitPrompt> meanOf;
    private final int n;

    /**
     * @param edges that are cut in turn
     * @param prompt whose question's metric is measured
     * @param meanOf prompts whose mean output, over their positions too, goes along a cut edge, where the ablation is MEAN
     * @throws io.headstream.tracer.error.TraceException where the model cannot be asked this
     */
    public CutEdges(
            Transformer transformer,
            EdgeSet edges,
            CircuitPrompt prompt,
            Ablation ablation,
            List<CircuitPrompt> meanOf) {
        this.transformer = transformer;
        this.a = transformer.architecture();
        this.nodes = edges.nodes();
        this.edges = edges;
        this.prompt = prompt;
        this.ablation = ablation;
        this.meanOf = meanOf;
        this.n = prompt.tokens().length;
        prompt.check(a);
    }

    /**
     * Measures all, from the first layer that reads up.
     *
     * @param baseline takes the unchanged pass's, before all others
     * @param each takes what was measured, as it is
     * @param progress told of blocks that have run; may throw to end it
     * @throws java.util.concurrent.CancellationException from `progress`
     */
    public void run(Consumer<Outcome> baseline, Consumer<CutEdge> each, Sweep.Progress progress) {
        try (Corruption corruption = new Corruption(transformer, ablation, meanOf);
                NDManager manager = transformer.newPassManager();
                NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            ActivationCache cache = transformer.run(prompt.tokens(), manager);
            Outputs shifts = corruption.of(prompt, manager).with(Outputs.of(cache), NDArray::sub);
            Outcome before = Outcome.of(
                    prompt.question(),
                    Rows.of(cache.logits().get(prompt.question().rows())));
            baseline.accept(before);
            new OfPass(cache, shifts, before.metric(), each, progress).all();
        }
    }

    private final class OfPass {
        private final ActivationCache cache;
        private final Outputs shifts;
        private final double before;
        private final Consumer<CutEdge> each;
        private final Sweep.Progress progress;
        private long done;
        private long of;

        OfPass(ActivationCache cache, Outputs shifts, double before, Consumer<CutEdge> each, Sweep.Progress progress) {
            this.cache = cache;
            this.shifts = shifts;
            this.before = before;
            this.each = each;
            this.progress = progress;
        }

        void all() {
            Map<Integer, List<Integer>> byReaders =
                    new TreeMap<>(); // by the first head of a layer, its MLP, the logits
            edges.stream().forEach(edge -> byReaders
                    .computeIfAbsent(first(nodes.reader(edge)), reader -> new ArrayList<>())
                    .add(edge));
            of = byReaders.entrySet().stream()
                    .mapToLong(entry -> cost(entry.getKey()) * entry.getValue().size())
                    .sum();
            progress.report(0, of);
            int most = Transformer.together(n);
            byReaders.forEach((first, alike) -> {
                for (int from = 0; from < alike.size(); from += most) {
                    measure(first, alike.subList(from, Math.min(alike.size(), from + most)));
                }
            });
        }

        private int first(int reader) {
            return nodes.kind(reader) == Nodes.Kind.HEAD ? nodes.head(nodes.layer(reader), 0) : reader;
        }

        private long cost(int reader) {
            return a.layers() - nodes.layer(reader) + 1L;
        }

        private void measure(int first, List<Integer> together) {
            Question question = prompt.question();
            int targets = question.targets().size();
            float[][] logits = run(first, together);
            for (int i = 0; i < together.size(); i++) {
                int edge = together.get(i);
                Outcome after = Outcome.of(question, Arrays.copyOfRange(logits, i * targets, (i + 1) * targets));
                each.accept(new CutEdge(
                        nodes.name(nodes.writer(edge)),
                        nodes.name(nodes.reader(edge)),
                        after,
                        after.metric() - before));
            }
            ran(together.size());
        }

        private void ran(int count) {
            done += count;
            progress.report(done, of);
        }

        // logits at the target positions [sequence * target][vocabulary]
        private float[][] run(int first, List<Integer> together) {
            int layer = nodes.layer(first);
            try (NDManager manager = transformer.newPassManager();
                    NDScope scope = new NDScope()) {
                scope.suppressNotUsedWarning();
                NDArray state = layer == a.layers()
                        ? cache.last().residPost()
                        : cache.layers().get(layer).residPre(); // [pos, d_model]
                NDArray states = state.expandDims(0)
                        .broadcast(together.size(), n, a.dModel())
                        .reshape(-1, a.dModel()); // [sequence * pos, d_model]
                NDList shifted = new NDList();
                together.forEach(edge -> shifted.add(shift(nodes.writer(edge))));
                NDArray shift = NDArrays.concat(shifted, 0); // [sequence * pos, d_model]
                if (layer == a.layers()) {
                    states = states.add(shift);
                }
                states.attach(manager);
                return Rows.of(transformer.from(
                        layer,
                        states,
                        n,
                        prompt.question().position(),
                        prompt.question().targets().size(),
                        manager,
                        block -> ran(together.size()),
                        switch (nodes.kind(first)) {
                            case EMBED -> throw new IllegalStateException("the embedding reads nothing");
                            case LOGITS -> Probe.NONE;
                            case MLP -> mlp(layer, shift);
                            case HEAD -> heads(layer, states.add(shift), together);
                        }));
            }
        }

        // what a node's corrupted output differs by from its own [pos, d_model]
        private NDArray shift(int writer) {
            int layer = nodes.layer(writer);
            return switch (nodes.kind(writer)) {
                case EMBED -> shifts.embed();
                case MLP -> shifts.mlp().get(layer);
                case HEAD -> {
                    String own = nodes.headOf(writer) * a.dHead() + ":" + (nodes.headOf(writer) + 1) * a.dHead();
                    try (Block.InUse use =
                            transformer.parameters().blocks().get(layer).use()) {
                        yield shifts.z()
                                .get(layer)
                                .get(new NDIndex(":, " + own))
                                .matMul(use.block().wO().get(new NDIndex(own)));
                    }
                }
                case LOGITS -> throw new IllegalStateException("the logits write nothing");
            };
        }

        private Probe mlp(int layer, NDArray shift) {
            return (site, l, x) -> site == Probe.Site.MLP_IN && l == layer ? x.add(shift) : x;
        }

        // of each sequence one head reads what is shifted
        private Probe heads(int layer, NDArray read, List<Integer> together) {
            boolean[] readers = new boolean[together.size() * a.heads()];
            for (int i = 0; i < together.size(); i++) {
                readers[i * a.heads() + nodes.headOf(nodes.reader(together.get(i)))] = true;
            }
            NDArray reads = read.getManager().create(readers, new Shape(readers.length, 1, 1));
            return (site, l, x) -> {
                if (l != layer) {
                    return x;
                }
                return switch (site) {
                    case Q -> chosen(reads, read, layer, x, Block::q);
                    case K -> chosen(reads, read, layer, x, Block::k);
                    case V -> chosen(reads, read, layer, x, Block::v);
                    default -> x;
                };
            };
        }

        // x is [sequence * head, pos, d_head]
        private NDArray chosen(NDArray reads, NDArray read, int layer, NDArray x, Function<Block, Linear> which) {
            try (Block.InUse use = transformer.parameters().blocks().get(layer).use()) {
                NDArray inputs = use.block()
                        .ln1()
                        .apply(read)
                        .expandDims(0)
                        .broadcast(a.heads(), read.getShape().get(0), a.dModel()); // [head, row, d_model]
                NDArray shifted = EdgePatching.projected(which.apply(use.block()), inputs, n, a.dHead());
                return NDArrays.where(reads.broadcast(x.getShape()), shifted, x);
            }
        }
    }
}
