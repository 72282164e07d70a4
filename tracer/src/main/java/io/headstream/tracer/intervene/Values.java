package io.headstream.tracer.intervene;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import io.headstream.tracer.attribution.Rows;
import io.headstream.tracer.model.ActivationCache;
import io.headstream.tracer.model.Block;
import io.headstream.tracer.model.Parameters;
import io.headstream.tracer.model.Probe;
import io.headstream.tracer.model.Transformer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Vectors from weights and from other prompts' passes; a prompt is run once. */
final class Values implements AutoCloseable {
    private final Transformer transformer;
    private final NDManager manager;
    private final Map<List<Integer>, ActivationCache> passes = new HashMap<>();
    private final Map<MeanAt, List<float[][]>> means = new HashMap<>();

    private record MeanAt(Place place, Vector.MeanOf mean) {}

    Values(Transformer transformer) {
        this.transformer = transformer;
        this.manager = transformer.newPassManager();
    }

    /** What is at a place in another prompt [pos][width]; of a head's result its z. */
    float[][] of(At at, List<Integer> tokens) {
        return of(at, pass(tokens));
    }

    private float[][] of(At at, ActivationCache cache) {
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            return rows(at, array(at, cache));
        }
    }

    // of all [pos, width of all], the place's own [pos][width]
    private float[][] rows(At at, NDArray all) {
        int width = width(at);
        int from = at.number() * width;
        return Rows.of(at.place().numbered() ? all.get(":," + from + ":" + (from + width)) : all);
    }

    /** A head's attention [query][key]. */
    float[][] pattern(At at, List<Integer> tokens) {
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            ActivationCache cache = pass(tokens);
            return Rows.of(transformer.pattern(at.layer(), cache).get(at.number()));
        }
    }

    /**
     * What a head (its z) or an MLP becomes where a component before it writes something else, and all others write what they do: the difference
     * is added to what it reads [pos][width].
     *
     * @param sent by position, what the sender writes instead, of a head its z
     */
    float[][] path(At receiver, At sender, Map<Integer, float[]> sent, List<Integer> tokens) {
        ActivationCache cache = pass(tokens);
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            NDArray before = array(sender, cache); // [pos, width of all]
            float[] changes = new float[(int) before.size()];
            float[][] own = of(sender, cache);
            int width = width(sender);
            int all = (int) before.getShape().get(1);
            int from = sender.place().numbered() ? sender.number() * width : 0;
            sent.forEach((p, row) -> {
                for (int i = 0; i < width; i++) {
                    changes[p * all + from + i] = row[i] - own[p][i];
                }
            });
            NDArray change = before.getManager().create(changes, before.getShape());
            return received(receiver, written(sender, change), cache);
        }
    }

    // [pos, d_model]
    private NDArray written(At sender, NDArray change) {
        if (sender.place() != Place.RESULT) {
            return change;
        }
        try (Block.InUse use = block(sender.layer()).use()) {
            return change.matMul(use.block().wO());
        }
    }

    private float[][] received(At receiver, NDArray written, ActivationCache cache) {
        int l = receiver.layer();
        boolean head = receiver.place() == Place.RESULT;
        NDList found = new NDList();
        NDArray residPre = cache.layers().get(l).residPre();
        transformer.block(l, head ? residPre.add(written) : residPre, (site, layer, x) -> {
            if (site == Probe.Site.MLP_IN && !head) {
                return x.add(written);
            }
            if (site == (head ? Probe.Site.Z : Probe.Site.MLP_OUT)) {
                found.add(x);
            }
            return x;
        });
        return rows(receiver, found.get(0));
    }

    private Block block(int layer) {
        return transformer.parameters().blocks().get(layer);
    }

    /** The mean over prompts [pos][width], or over all of their positions [1][width]. */
    float[][] mean(At at, Vector.MeanOf mean, int n) {
        float[][] all = means.computeIfAbsent(new MeanAt(at.place(), mean), key -> means(key, n))
                .get(at.layer());
        int width = width(at);
        int from = at.place().numbered() ? at.number() * width : 0;
        return Arrays.stream(all)
                .map(row -> Arrays.copyOfRange(row, from, from + width))
                .toArray(float[][]::new);
    }

    // by layer [row][width of all]: many changes of one place take them, and the prompts are run once
    private List<float[][]> means(MeanAt key, int n) {
        List<double[][]> sums = new ArrayList<>();
        long rows = 0;
        for (List<Integer> tokens : key.mean().prompts()) {
            try (NDManager ofPass = manager.newSubManager()) { // there may be many
                ActivationCache cache = transformer.run(VectorCheck.ids(tokens), ofPass);
                for (int l = 0; l < cache.layers().size(); l++) {
                    float[] flat = array(At.whole(key.place(), l, Positions.ALL), cache)
                            .toFloatArray(); // [pos, width of all]
                    int width = flat.length / cache.positions();
                    if (sums.size() == l) {
                        sums.add(new double[key.mean().byPosition() ? n : 1][width]);
                    }
                    for (int i = 0; i < flat.length; i++) {
                        sums.get(l)[key.mean().byPosition() ? i / width : 0][i % width] += flat[i];
                    }
                }
            }
            rows += key.mean().byPosition() ? 1 : tokens.size();
        }
        long count = rows;
        return sums.stream().map(sum -> divided(sum, count)).toList();
    }

    private static float[][] divided(double[][] sums, long rows) {
        float[][] means = new float[sums.length][sums[0].length];
        for (int p = 0; p < sums.length; p++) {
            for (int i = 0; i < sums[p].length; i++) {
                means[p][i] = (float) (sums[p][i] / rows);
            }
        }
        return means;
    }

    /** A vector that is given or read off the weights; zeros where there is none. */
    float[] row(Vector vector, int width) {
        Parameters w = transformer.parameters();
        if (vector instanceof Vector.Numbers numbers) {
            float[] row = new float[numbers.values().size()];
            for (int i = 0; i < row.length; i++) {
                row[i] = numbers.values().get(i);
            }
            return row;
        }
        if (vector instanceof Vector.Unembedding of) {
            return floats(w.wU().get(":," + of.token()));
        }
        if (vector instanceof Vector.Embedding of) {
            return floats(w.wE().get(of.token()));
        }
        if (vector instanceof Vector.NeuronRow of) {
            return floats(w.blocks().get(of.layer()).wOut().get(of.index()));
        }
        return new float[width];
    }

    private static float[] floats(NDArray row) {
        try (row;
                NDArray wide = row.toType(DataType.FLOAT32, true)) {
            return wide.toFloatArray();
        }
    }

    /** Elements of what is at a place; of a head's result its z's. */
    int width(At at) {
        return at.place() == Place.RESULT
                ? transformer.architecture().dHead()
                : at.place().width(transformer.architecture());
    }

    private ActivationCache pass(List<Integer> tokens) {
        return passes.computeIfAbsent(List.copyOf(tokens), ids -> transformer.run(VectorCheck.ids(ids), manager));
    }

    private NDArray array(At at, ActivationCache cache) {
        ActivationCache.Layer layer = cache.layers().get(at.layer());
        return switch (at.place()) {
            case EMBED -> cache.embed();
            case RESID_PRE -> layer.residPre();
            case RESID_MID -> layer.afterAttention();
            case RESID_POST -> layer.residPost();
            case Z, RESULT -> layer.z();
            case ATTN_OUT -> layer.attnOut();
            case POST -> layer.post();
            case MLP_OUT -> layer.mlpOut();
            case LN1_SCALE -> block(at.layer()).ln1().scale(layer.residPre());
            case LN2_SCALE ->
                block(at.layer()).ln2().scale(layer.residMid() == null ? layer.residPre() : layer.residMid());
            case FINAL_SCALE ->
                transformer.parameters().lnFinal().scale(cache.last().residPost());
            case PATTERN -> throw new IllegalArgumentException("attention terms have no vector");
        };
    }

    @Override
    public void close() {
        manager.close();
    }
}
