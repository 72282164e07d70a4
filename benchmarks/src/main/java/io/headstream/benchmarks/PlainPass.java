package io.headstream.benchmarks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.norm.LayerNorm;
import io.headstream.tracer.model.ActivationFunction;
import io.headstream.tracer.model.Architecture;
import io.headstream.tracer.model.Block;
import io.headstream.tracer.model.Linear;
import io.headstream.tracer.model.Norm;
import io.headstream.tracer.model.Parameters;
import io.headstream.tracer.model.Rotary;
import io.headstream.tracer.model.Transformer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The logits and nothing else, from the weights of a {@link Transformer}: what the recorded pass is measured against. As lean as the
 * engine's Java face allows: its own LayerNorm and sigmoid, everything else in place where it can be, keys and values never repeated for
 * the heads that share them, mask and angles made once, and no array kept longer than half a block. The face has no fused attention.
 *
 * <p>For sequential blocks whose layers all see everything, without norms on queries and keys: GPT-2's and Llama's.
 */
final class PlainPass {
    private final Architecture a;
    private final Parameters w;
    private final int positions;
    private final NDArray mask; // [query, key]
    private final Rotary.@Nullable Angles angles;

    /**
     * @param positions how many tokens every pass will have
     * @param manager owns what is made once
     */
    PlainPass(Transformer model, int positions, NDManager manager) {
        this.a = model.architecture();
        this.w = model.parameters();
        this.positions = positions;
        if (a.parallel()
                || !a.attention().windows().isEmpty()
                || w.blocks().get(0).qNorm() != null) {
            throw new IllegalArgumentException("no plain pass is written for blocks like those of " + a.family());
        }
        this.mask = causal(positions, manager);
        Rotary rotary = a.attention().rotary();
        this.angles = rotary == null ? null : rotary.angles(positions, manager);
    }

    private static NDArray causal(int n, NDManager manager) {
        float[] mask = new float[n * n];
        for (int query = 0; query < n; query++) {
            for (int key = query + 1; key < n; key++) {
                mask[query * n + key] = Float.NEGATIVE_INFINITY;
            }
        }
        return manager.create(mask, new Shape(n, n));
    }

    /** Logits [pos, vocabulary], which belong to the manager. */
    NDArray logits(int[] tokens, NDManager manager) {
        NDArray resid = w.wE().get(manager, new NDIndex("{}", manager.create(tokens))); // [pos, d_model]
        if (w.wPos() != null) {
            resid.addi(w.wPos().get(manager, new NDIndex(":" + positions)));
        }
        for (int l = 0; l < a.layers(); l++) {
            Block block = w.blocks().get(l);
            try (NDScope scope = new NDScope()) {
                scope.suppressNotUsedWarning();
                resid.addi(attention(l, block, resid));
            }
            try (NDScope scope = new NDScope()) {
                scope.suppressNotUsedWarning();
                resid.addi(mlp(block, resid));
            }
        }
        return w.unembedding().apply(norm(w.lnFinal(), resid));
    }

    private NDArray attention(int l, Block block, NDArray resid) {
        NDArray x = norm(block.ln1(), resid);
        int shared = a.attention().keyValueHeads();
        NDArray q = turned(byHead(block.q().apply(x), a.heads())).muli(a.scoreScale(l)); // [head, pos, d_head]
        NDArray k = turned(byHead(block.k().apply(x), shared)); // [key-value head, pos, d_head]
        NDArray v = byHead(block.v().apply(x), shared);
        NDArray grouped = q.reshape(shared, -1, a.dHead()); // [key-value head, head of its group * pos, d_head]
        NDArray scores = grouped.matMul(k.transpose(0, 2, 1)).reshape(a.heads(), positions, positions);
        NDArray pattern = scores.addi(mask).softmax(-1).reshape(shared, -1, positions);
        NDArray z = pattern.matMul(v).reshape(a.heads(), positions, a.dHead());
        return block.o().apply(z.transpose(1, 0, 2).reshape(positions, -1));
    }

    private NDArray byHead(NDArray x, int heads) {
        return x.reshape(positions, heads, a.dHead()).transpose(1, 0, 2);
    }

    private NDArray turned(NDArray byHead) {
        Rotary rotary = a.attention().rotary();
        return rotary == null ? byHead : rotary.apply(byHead, Objects.requireNonNull(angles));
    }

    private NDArray mlp(Block block, NDArray resid) {
        NDArray x = norm(block.ln2(), resid);
        Linear gate = block.gate();
        NDArray post = gate == null
                ? activated(block.in().apply(x))
                : activated(gate.apply(x)).muli(block.in().apply(x));
        return block.out().apply(post);
    }

    private NDArray activated(NDArray x) {
        return a.activation() == ActivationFunction.SILU
                ? Activation.sigmoid(x).muli(x)
                : a.activation().apply(x);
    }

    private static NDArray norm(Norm norm, NDArray x) {
        NDArray weight = Objects.requireNonNull(norm.weight());
        if (norm.centred()) {
            return LayerNorm.layerNorm(
                            x,
                            new Shape(x.getShape().get(1)),
                            weight,
                            Objects.requireNonNull(norm.bias()),
                            norm.epsilon())
                    .singletonOrThrow();
        }
        NDArray scale =
                x.square().mean(new int[] {-1}, true).addi(norm.epsilon()).sqrt();
        return x.div(scale).muli(weight);
    }
}
