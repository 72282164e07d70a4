package io.headstream.tracer.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** The forward pass of every family, in the paper's order, with every activation kept. */
final class ForwardPass {
    private final Architecture a;
    private final Parameters w;

    ForwardPass(Architecture architecture, Parameters parameters) {
        this.a = architecture;
        this.w = parameters;
    }

    /** Runs one sequence; every array of the cache belongs to `manager`, what is only needed on the way is freed layer by layer. */
    ActivationCache run(int[] tokens, NDManager manager, IntConsumer layersDone, Probe probe) {
        int n = tokens.length;
        NDArray embed = probe.at(Probe.Site.TOKEN, 0, rows(w.wE(), manager.create(tokens), manager)); // [pos, d_model]
        NDArray residPost = probe.at(Probe.Site.EMBED, 0, placed(embed, manager)); // [pos, d_model]
        Positions positions = Positions.of(n, a, manager);

        List<ActivationCache.Layer> layers = new ArrayList<>();
        for (int l = 0; l < a.layers(); l++) {
            try (NDScope scope = new NDScope();
                    Block.InUse use = w.blocks().get(l).use()) {
                scope.suppressNotUsedWarning();
                ActivationCache.Layer layer = block(l, use.block(), residPost, positions, probe);
                NDScope.unregister(layer.arrays());
                layers.add(layer);
                residPost = layer.residPost();
            }
            layersDone.accept(l + 1);
        }

        NDArray lnFinal = lnFinal(residPost, probe); // [pos, d_model]
        NDArray logits = w.unembedding().apply(lnFinal); // [pos, vocabulary]
        return new ActivationCache(tokens.clone(), embed, List.copyOf(layers), lnFinal, logits, probe);
    }

    /** The residual state before the first block [pos, d_model]. */
    NDArray embed(int[] tokens, NDManager manager) {
        return placed(rows(w.wE(), manager.create(tokens), manager), manager);
    }

    // with learned positions where there are some
    private NDArray placed(NDArray embed, NDManager manager) {
        long n = embed.getShape().get(0);
        return w.wPos() == null ? embed : embed.add(w.wPos().get(manager, new NDIndex(":" + n)));
    }

    /**
     * Runs from a block on, with nothing recorded: several sequences of n positions at once, below one another; logits of `count` positions
     * from one on [sequence * position, vocabulary].
     */
    NDArray from(
            int first,
            NDArray residPre,
            int n,
            int position,
            int count,
            NDManager manager,
            IntConsumer layersDone,
            Probe probe) {
        NDArray residPost = probe.at(
                first == 0 ? Probe.Site.EMBED : Probe.Site.RESID_POST,
                Math.max(0, first - 1),
                residPre); // [sequence * pos, d_model]
        try (NDManager ofRun = manager.newSubManager()) {
            Positions positions = Positions.of(n, a, ofRun);
            for (int l = first; l < a.layers(); l++) {
                try (NDScope scope = new NDScope();
                        Block.InUse use = w.blocks().get(l).use()) {
                    scope.suppressNotUsedWarning();
                    NDArray before = residPost;
                    residPost = block(l, use.block(), before, positions, probe).residPost();
                    NDScope.unregister(residPost);
                    if (before != residPre) {
                        before.close();
                    }
                }
                layersDone.accept(l + 1);
            }
            try (NDScope scope = new NDScope()) {
                scope.suppressNotUsedWarning();
                NDArray last = lnFinal(residPost, probe)
                        .reshape(-1, n, a.dModel())
                        .get(":," + position + ":" + (position + count))
                        .reshape(-1, a.dModel()); // [sequence * position, d_model]
                NDArray logits = w.unembedding().apply(last); // [sequence * position, vocabulary]
                NDScope.unregister(logits);
                logits.attach(manager);
                return logits;
            } finally {
                if (residPost != residPre) {
                    residPost.close();
                }
            }
        }
    }

    /** The final norm of the last residual state [pos, d_model]. */
    NDArray lnFinal(NDArray residPost, Probe probe) {
        return w.lnFinal().apply(residPost, scale -> probe.at(Probe.Site.FINAL_SCALE, a.layers() - 1, scale));
    }

    /** One block; of several sequences below one another, [pos] is their rows and [head] the heads of one after those of the other. */
    ActivationCache.Layer block(int l, Block block, NDArray residPre, Positions positions, Probe probe) {
        NDArray ln1 = block.ln1().apply(residPre, scale -> probe.at(Probe.Site.LN1_SCALE, l, scale)); // [pos, d_model]
        NDArray q = block.q().apply(ln1); // [pos, head * d_head]
        NDArray k = block.k().apply(ln1); // [pos, key-value head * d_head]
        NDArray v = block.v().apply(ln1); // [pos, key-value head * d_head]
        NDArray pattern = pattern(l, block, q, k, positions, probe); // [head, query, key]
        NDArray values = probe.at(Probe.Site.V, l, forEveryHead(v, positions.count())); // [head, pos, d_head]
        NDArray z = joinHeads(pattern.matMul(values)); // [pos, head * d_head]
        NDArray attnOut =
                probe.at(Probe.Site.ATTN_OUT, l, block.o().apply(probe.at(Probe.Site.Z, l, z))); // [pos, d_model]
        NDArray residMid =
                a.parallel() ? null : probe.at(Probe.Site.RESID_MID, l, residPre.add(attnOut)); // [pos, d_model]

        NDArray read = probe.at(Probe.Site.MLP_IN, l, residMid == null ? residPre : residMid); // [pos, d_model]
        NDArray ln2 = block.ln2().apply(read, scale -> probe.at(Probe.Site.LN2_SCALE, l, scale)); // [pos, d_model]
        NDArray post = post(block, ln2); // [pos, d_mlp]
        NDArray mlpOut = probe.at(
                Probe.Site.MLP_OUT, l, block.out().apply(probe.at(Probe.Site.POST, l, post))); // [pos, d_model]
        NDArray residPost = probe.at(
                Probe.Site.RESID_POST,
                l,
                residMid == null ? residPre.add(attnOut).addi(mlpOut) : residMid.add(mlpOut)); // [pos, d_model]
        return new ActivationCache.Layer(residPre, ln1, q, k, v, z, attnOut, residMid, ln2, post, mlpOut, residPost);
    }

    /** Neurons [pos, d_mlp] from what the MLP reads [pos, d_model]. */
    private NDArray post(Block block, NDArray ln2) {
        NDArray in = block.in().apply(ln2); // [pos, d_mlp]
        return block.gate() == null
                ? a.activation().apply(in)
                : a.activation().apply(block.gate().apply(ln2)).muli(in); // [pos, d_mlp]
    }

    /** Attention probabilities [head, query, key] from q [pos, head * d_head] and k [pos, key-value head * d_head]. */
    NDArray pattern(int l, Block block, NDArray q, NDArray k, Positions positions, Probe probe) {
        NDArray queries = ready(
                probe.at(Probe.Site.Q, l, splitHeads(q, positions.count())),
                block.qNorm(),
                positions); // [head, pos, d_head]
        NDArray keys = ready(
                probe.at(Probe.Site.K, l, forEveryHead(k, positions.count())),
                block.kNorm(),
                positions); // [head, pos, d_head]
        NDArray scores = queries.matMul(keys.transpose(0, 2, 1)); // [head, query, key]
        scores = scores.muli(Scalar.of(a.scoreScale(l), scores)).addi(positions.mask(a.window(l)));
        return probe.at(
                Probe.Site.PATTERN, l, probe.at(Probe.Site.SCORES, l, scores).softmax(-1));
    }

    /** Queries or keys [head, pos, d_head], normalized and turned where the family does so. */
    private NDArray ready(NDArray byHead, @Nullable Norm norm, Positions positions) {
        NDArray normalized = norm == null ? byHead : norm.apply(byHead); // [head, pos, d_head]
        Rotary rotary = a.attention().rotary();
        return rotary == null || positions.angles() == null ? normalized : rotary.apply(normalized, positions.angles());
    }

    /** [pos, head * d_head] to [head, pos, d_head]; of sequences of n positions below one another, one after the other. */
    NDArray splitHeads(NDArray x, long n) {
        long rows = x.getShape().get(0);
        return rows == n
                ? x.reshape(n, -1, a.dHead()).transpose(1, 0, 2)
                : x.reshape(rows / n, n, -1, a.dHead()).transpose(0, 2, 1, 3).reshape(-1, n, a.dHead());
    }

    /** Keys or values [pos, key-value head * d_head] as every head sees them [head, pos, d_head]. */
    NDArray forEveryHead(NDArray x, long n) {
        return shared(splitHeads(x, n));
    }

    // head h reads key-value head h / group: [key-value head, pos, d_head] to [head, pos, d_head]
    private NDArray shared(NDArray byKeyValueHead) {
        int group = a.heads() / a.attention().keyValueHeads();
        return group == 1 ? byKeyValueHead : byKeyValueHead.repeat(0, group);
    }

    /** [head, pos, d_head] to [pos, head * d_head], as {@link #splitHeads} has them. */
    NDArray joinHeads(NDArray x) {
        long n = x.getShape().get(1);
        long width = (long) a.heads() * a.dHead();
        return x.getShape().get(0) == a.heads()
                ? x.transpose(1, 0, 2).reshape(n, width)
                : x.reshape(-1, a.heads(), n, a.dHead()).transpose(0, 2, 1, 3).reshape(-1, width);
    }

    /** Rows [index, d_model] of a matrix. */
    private static NDArray rows(NDArray matrix, NDArray indices, NDManager manager) {
        return matrix.get(manager, new NDIndex("{}", indices));
    }

    /** What depends on the number of positions alone: rotary angles and a mask for each window in use. */
    record Positions(int count, Rotary.@Nullable Angles angles, Map<Integer, NDArray> masks) {
        static Positions of(int count, Architecture a, NDManager manager) {
            Rotary rotary = a.attention().rotary();
            Map<Integer, NDArray> masks = new HashMap<>();
            for (int l = 0; l < a.layers(); l++) {
                masks.computeIfAbsent(Math.min(a.window(l), count), window -> mask(count, window, manager));
            }
            return new Positions(count, rotary == null ? null : rotary.angles(count, manager), masks);
        }

        NDArray mask(int window) {
            return Objects.requireNonNull(masks.get(Math.min(window, count)));
        }

        // [query, key]: 0 where a key is visible, minus infinity where it lies ahead or before the window
        private static NDArray mask(int n, int window, NDManager manager) {
            float[] mask = new float[n * n];
            for (int query = 0; query < n; query++) {
                for (int key = 0; key < n; key++) {
                    boolean visible = key <= query && query - key < window;
                    mask[query * n + key] = visible ? 0 : Float.NEGATIVE_INFINITY;
                }
            }
            return manager.create(mask, new Shape(n, n));
        }
    }
}
