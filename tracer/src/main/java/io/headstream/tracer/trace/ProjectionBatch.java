package io.headstream.tracer.trace;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import io.headstream.schema.Figure;
import io.headstream.schema.TokenEdgeType;
import io.headstream.tracer.attribution.Question;
import io.headstream.tracer.attribution.VocabularyProjection;
import io.headstream.tracer.attribution.VocabularyProjection.Reading;
import io.headstream.tracer.attribution.VocabularyProjection.TokenScore;
import io.headstream.tracer.decompose.LayerArrays;
import io.headstream.tracer.decompose.PartKind;
import io.headstream.tracer.model.Transformer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Vectors to project together, each with what its reading is for; many at once, as the product is fastest then. */
final class ProjectionBatch {
    private static final int LOOKS = 5;

    private final VocabularyProjection lens;
    private final TraceBuilder trace;
    private final Question question;
    private final NDList vectors = new NDList();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<PartKind, List<Activation>> wanted = new EnumMap<>(PartKind.class);
    private final List<Activation> sought = new ArrayList<>();

    /**
     * One vector.
     *
     * @param entropy whether its projection's is wanted
     * @param target the token whose rank and probability are wanted
     * @param reader takes what it says
     */
    private record Entry(boolean entropy, int target, Consumer<Reading> reader) {}

    /** @param question at its positions more is wanted of what is read, and at each its own token's rank and probability */
    ProjectionBatch(VocabularyProjection lens, TraceBuilder trace, Question question) {
        this.lens = lens;
        this.trace = trace;
        this.question = question;
    }

    /** Wants the reading of a part of the layer that is at hand. */
    void want(PartKind kind, Activation node) {
        wanted.computeIfAbsent(kind, k -> new ArrayList<>()).add(node);
    }

    /** Wants what a head output's query looks for. */
    void wantSought(Activation head) {
        sought.add(head);
    }

    /** Takes a layer's wanted vectors, and projects what has come together if it is enough. */
    void endLayer(LayerArrays arrays) {
        wanted.forEach((kind, nodes) -> {
            NDArray of = Objects.requireNonNull(arrays.vectors(kind));
            switch (kind) {
                case NEURON -> neurons(nodes, of);
                case B_O, B_OUT -> shared(nodes, of);
                default -> add(nodes, of);
            }
        });
        List<Activation> offering = wanted.getOrDefault(PartKind.MEMORY, List.of());
        if (!sought.isEmpty() || !offering.isEmpty()) {
            Transformer.Looks looks = arrays.looks();
            looks(TokenEdgeType.SEEKS, sought, looks.sought());
            looks(TokenEdgeType.OFFERS, offering, looks.offered());
        }
        wanted.clear();
        sought.clear();
        hold();
    }

    /**
     * Adds every row of [pos, d_model], kept or not.
     *
     * @param nodes by position, of those that are kept
     * @param along takes the readings, by position
     */
    void addAll(Map<Integer, Activation> nodes, NDArray rows, Reading[] along) {
        vectors.add(rows);
        for (int p = 0; p < along.length; p++) {
            int position = p;
            Activation node = nodes.get(p);
            entries.add(new Entry(question.isTarget(p), question.targetAt(p), reading -> {
                along[position] = reading;
                if (node != null) {
                    read(node, reading);
                }
            }));
        }
    }

    /** Adds nodes with their rows of [pos, d_model] or [head, pos, d_model]. */
    void add(List<Activation> nodes, NDArray rows) {
        vectors.add(rows(nodes, rows));
        nodes.forEach(node -> entries.add(entry(List.of(node))));
    }

    private Entry entry(List<Activation> nodes) {
        boolean atTarget =
                nodes.stream().anyMatch(node -> question.isTarget(node.place().position()));
        int target = nodes.size() == 1 ? question.targetAt(nodes.get(0).place().position()) : question.target();
        return new Entry(atTarget, target, reading -> nodes.forEach(node -> read(node, reading)));
    }

    private void read(Activation node, Reading reading) {
        trace.read(node, reading, question.isTarget(node.place().position()));
    }

    // the same for what heads look for and answer to
    private void looks(TokenEdgeType type, List<Activation> nodes, NDArray byHead) {
        if (!nodes.isEmpty()) {
            vectors.add(rows(nodes, byHead));
            nodes.forEach(node -> entries.add(new Entry(false, question.target(), reading -> {
                List<TokenScore> top = reading.top();
                trace.tokens(type, node.place(), top.subList(0, Math.min(LOOKS, top.size())));
            })));
        }
    }

    // [node, d_model]
    private static NDArray rows(List<Activation> nodes, NDArray from) {
        long last = from.getShape().dimension() - 1;
        long positions = from.getShape().get((int) last - 1);
        long[] rows = nodes.stream()
                .mapToLong(node -> Math.max(0, node.place().number()) * positions
                        + node.place().position())
                .toArray();
        NDArray flat = last == 1 ? from : from.reshape(-1, from.getShape().get((int) last));
        return flat.get(new NDIndex("{}", flat.getManager().create(rows)));
    }

    // sign(post) W_out[i]: the same for every position with that sign, so projected once
    private void neurons(List<Activation> nodes, NDArray wOut) {
        Map<Integer, List<Activation>> bySignedIndex = new LinkedHashMap<>();
        for (Activation node : nodes) {
            int index = node.place().number();
            boolean negative = node.figure(Figure.ACTIVATION).orElse(0) < 0;
            bySignedIndex
                    .computeIfAbsent(negative ? -index - 1 : index, i -> new ArrayList<>())
                    .add(node);
        }
        long[] rows = bySignedIndex.keySet().stream()
                .mapToLong(i -> i < 0 ? -i - 1 : i)
                .toArray();
        float[] signs = new float[rows.length];
        Iterator<Integer> keys = bySignedIndex.keySet().iterator();
        for (int r = 0; r < signs.length; r++) {
            signs[r] = keys.next() < 0 ? -1 : 1;
        }
        NDManager manager = vectors.get(0).getManager();
        NDArray chosen = wOut.get(manager, new NDIndex("{}", manager.create(rows))); // [neuron, d_model]
        vectors.add(chosen.mul(manager.create(signs).expandDims(1)));
        bySignedIndex.values().forEach(same -> entries.add(entry(same)));
    }

    // a bias [d_model] says the same at every position
    private void shared(List<Activation> nodes, NDArray bias) {
        vectors.add(bias.expandDims(0));
        entries.add(entry(List.copyOf(nodes)));
    }

    // until there is enough to project, what has come together is kept beyond the layer's scope
    private void hold() {
        if (entries.size() >= lens.chunk()) {
            project();
        } else if (!entries.isEmpty()) {
            NDArray together = NDArrays.concat(vectors); // [vector, d_model]
            NDScope.unregister(together);
            vectors.clear();
            vectors.add(together);
        }
    }

    /** Projects what is left. */
    void project() {
        if (entries.isEmpty()) {
            return;
        }
        List<Reading> readings =
                lens.of(NDArrays.concat(vectors), row -> entries.get(row).entropy(), row -> entries.get(row)
                        .target());
        for (int i = 0; i < readings.size(); i++) {
            entries.get(i).reader().accept(readings.get(i));
        }
        vectors.clear();
        entries.clear();
    }
}
