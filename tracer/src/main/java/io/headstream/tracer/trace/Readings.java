package io.headstream.tracer.trace;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import io.headstream.tracer.attribution.VocabularyProjection;
import io.headstream.tracer.attribution.VocabularyProjection.Reading;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Vectors to project together, each with the nodes that its reading is for: one projection a layer. */
final class Readings {
    private final NDList vectors = new NDList();
    private final List<List<Activation>> nodes = new ArrayList<>();

    void each(List<Activation> some, @Nullable NDArray rows) {
        if (rows != null) {
            vectors.add(rows);
            some.forEach(node -> nodes.add(List.of(node)));
        }
    }

    // rows of [head, pos, d_model] by head and position
    void gather(List<Activation> some, NDArray byHead) {
        if (!some.isEmpty()) {
            each(some, rows(some, byHead));
        }
    }

    static NDArray rows(List<Activation> some, NDArray byHead) {
        long positions = byHead.getShape().get(1);
        long[] rows = some.stream()
                .mapToLong(
                        node -> node.place().number() * positions + node.place().position())
                .toArray();
        NDArray flat = byHead.reshape(-1, byHead.getShape().get(2));
        return flat.get(new NDIndex("{}", flat.getManager().create(rows)));
    }

    // sign(post) W_out[i]: the same for every position with that sign, so projected once
    void neurons(List<Activation> some, NDArray wOut) {
        Map<Integer, List<Activation>> bySignedIndex = new LinkedHashMap<>();
        for (Activation node : some) {
            int index = node.place().number();
            boolean negative = node.figure(Figure.ACTIVATION).orElse(0) < 0;
            bySignedIndex
                    .computeIfAbsent(negative ? -index - 1 : index, i -> new ArrayList<>())
                    .add(node);
        }
        if (!bySignedIndex.isEmpty()) {
            long[] rows = bySignedIndex.keySet().stream()
                    .mapToLong(i -> i < 0 ? -i - 1 : i)
                    .toArray();
            float[] signs = new float[rows.length];
            Iterator<Integer> keys = bySignedIndex.keySet().iterator();
            for (int r = 0; r < signs.length; r++) {
                signs[r] = keys.next() < 0 ? -1 : 1;
            }
            NDManager manager = vectors.get(0).getManager();
            NDArray chosen = wOut.get(manager, new NDIndex("{}", manager.create(rows)));
            vectors.add(chosen.mul(manager.create(signs).expandDims(1)));
            nodes.addAll(bySignedIndex.values());
        }
    }

    // a bias says the same at every position
    void shared(List<Activation> some, @Nullable NDArray vector) {
        if (vector != null) {
            vectors.add(vector.expandDims(0));
            nodes.add(some);
        }
    }

    void project(VocabularyProjection lens, TraceBuilder trace, int target) {
        List<Reading> readings = lens.of(NDArrays.concat(vectors));
        for (int i = 0; i < readings.size(); i++) {
            for (Activation node : nodes.get(i)) {
                trace.read(node, readings.get(i), node.place().position() == target);
            }
        }
    }
}
