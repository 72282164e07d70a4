package io.headstream.tracer.trace;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import io.headstream.tracer.attribution.VocabularyProjection;
import io.headstream.tracer.attribution.VocabularyProjection.Reading;
import io.headstream.tracer.attribution.VocabularyProjection.TokenScore;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Vectors to project together, each with the nodes that its reading is for; many at once, as the product is fastest then. */
final class Readings {
    private static final int LOOKS = 5;

    private final VocabularyProjection lens;
    private final TraceBuilder trace;
    private final int target;
    private final NDList vectors = new NDList();
    private final List<Entry> entries = new ArrayList<>();

    /**
     * One vector.
     *
     * @param nodes whose reading it is
     * @param looks SEEKS or OFFERS where it is not the activation itself that is read, but what it looks for or answers to
     */
    private record Entry(List<Activation> nodes, TokenEdge.@Nullable Type looks) {}

    Readings(VocabularyProjection lens, TraceBuilder trace, int target) {
        this.lens = lens;
        this.trace = trace;
        this.target = target;
    }

    void each(List<Activation> some, @Nullable NDArray rows) {
        if (rows != null) {
            vectors.add(rows);
            some.forEach(node -> entries.add(new Entry(List.of(node), null)));
        }
    }

    // rows of [pos, d_model] by position
    void some(List<Activation> some, NDArray byPosition) {
        if (!some.isEmpty()) {
            long[] rows =
                    some.stream().mapToLong(node -> node.place().position()).toArray();
            each(some, byPosition.get(new NDIndex("{}", byPosition.getManager().create(rows))));
        }
    }

    // rows of [head, pos, d_model] by head and position
    void gather(List<Activation> some, NDArray byHead) {
        if (!some.isEmpty()) {
            each(some, rows(some, byHead));
        }
    }

    // the same for what heads look for and answer to
    void looks(TokenEdge.Type type, List<Activation> some, NDArray byHead) {
        if (!some.isEmpty()) {
            vectors.add(rows(some, byHead));
            some.forEach(node -> entries.add(new Entry(List.of(node), type)));
        }
    }

    private static NDArray rows(List<Activation> some, NDArray byHead) {
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
            bySignedIndex.values().forEach(same -> entries.add(new Entry(same, null)));
        }
    }

    // a bias says the same at every position
    void shared(List<Activation> some, @Nullable NDArray vector) {
        if (vector != null) {
            vectors.add(vector.expandDims(0));
            entries.add(new Entry(some, null));
        }
    }

    /** Ends a layer: projects what has come together if it is enough, otherwise keeps it beyond the layer's scope. */
    void endLayer() {
        if (entries.size() >= lens.chunk()) {
            project();
        } else if (!entries.isEmpty()) {
            NDArray together = NDArrays.concat(vectors);
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
        List<Reading> readings = lens.of(
                NDArrays.concat(vectors),
                row -> entries.get(row).looks() == null
                        && entries.get(row).nodes().stream()
                                .anyMatch(node -> node.place().position() == target));
        for (int i = 0; i < readings.size(); i++) {
            TokenEdge.Type looks = entries.get(i).looks();
            for (Activation node : entries.get(i).nodes()) {
                if (looks == null) {
                    trace.read(node, readings.get(i), node.place().position() == target);
                } else {
                    List<TokenScore> top = readings.get(i).top();
                    trace.tokens(looks, node.place(), top.subList(0, Math.min(LOOKS, top.size())));
                }
            }
        }
        vectors.clear();
        entries.clear();
    }
}
