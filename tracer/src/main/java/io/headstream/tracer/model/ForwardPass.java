package io.headstream.tracer.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;

/** The forward pass, in the paper's order, with every activation kept. */
final class ForwardPass {
    private final Architecture a;
    private final Parameters w;

    ForwardPass(Architecture architecture, Parameters parameters) {
        this.a = architecture;
        this.w = parameters;
    }

    /** Runs one sequence; every array of the cache belongs to `manager`. */
    ActivationCache run(int[] tokens, NDManager manager) {
        int n = tokens.length;
        NDArray ids = manager.create(tokens); // [pos]
        NDArray embed = rows(w.wE(), ids, manager); // [pos, d_model]
        NDArray residPost = embed.add(rows(w.wPos(), manager.arange(n), manager)); // [pos, d_model]
        NDArray mask = causalMask(n, manager); // [query, key]

        List<ActivationCache.Layer> layers = new ArrayList<>();
        for (int l = 0; l < a.layers(); l++) {
            Block block = w.blocks().get(l);
            NDArray residPre = residPost;

            NDArray ln1 = block.ln1().apply(residPre); // [pos, d_model]
            NDArray q = ln1.matMul(block.wQ()).add(block.bQ()); // [pos, head * d_head]
            NDArray k = ln1.matMul(block.wK()).add(block.bK());
            NDArray v = ln1.matMul(block.wV()).add(block.bV());
            NDArray scores = splitHeads(q).matMul(splitHeads(k).transpose(0, 2, 1)); // [head, query, key]
            NDArray pattern = scores.mul(a.attentionScale(l)).add(mask).softmax(-1);
            NDArray z = joinHeads(pattern.matMul(splitHeads(v))); // [pos, head * d_head]
            NDArray attnOut = z.matMul(block.wO()).add(block.bO()); // [pos, d_model]
            NDArray residMid = residPre.add(attnOut);

            NDArray ln2 = block.ln2().apply(residMid);
            NDArray post = a.activation().apply(ln2.matMul(block.wIn()).add(block.bIn())); // [pos, d_mlp]
            NDArray mlpOut = post.matMul(block.wOut()).add(block.bOut()); // [pos, d_model]
            residPost = residMid.add(mlpOut);

            layers.add(new ActivationCache.Layer(
                    residPre, ln1, q, k, v, pattern, z, attnOut, residMid, ln2, post, mlpOut, residPost));
        }

        NDArray lnFinal = w.lnFinal().apply(residPost); // [pos, d_model]
        NDArray logits = lnFinal.matMul(w.wU()); // [pos, vocabulary]
        return new ActivationCache(a, tokens.clone(), embed, List.copyOf(layers), lnFinal, logits);
    }

    /** [pos, head * d_head] to [head, pos, d_head]. */
    NDArray splitHeads(NDArray x) {
        return x.reshape(x.getShape().get(0), a.heads(), a.dHead()).transpose(1, 0, 2);
    }

    private NDArray joinHeads(NDArray x) {
        return x.transpose(1, 0, 2).reshape(x.getShape().get(1), (long) a.heads() * a.dHead());
    }

    private static NDArray rows(NDArray matrix, NDArray indices, NDManager manager) {
        return matrix.get(manager, new NDIndex("{}", indices));
    }

    // 0 where a key is visible, minus infinity where it lies ahead
    private static NDArray causalMask(int n, NDManager manager) {
        float[] mask = new float[n * n];
        for (int query = 0; query < n; query++) {
            for (int key = query + 1; key < n; key++) {
                mask[query * n + key] = Float.NEGATIVE_INFINITY;
            }
        }
        return manager.create(mask, new Shape(n, n));
    }
}
