package io.headstream.tracer.effect;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import io.headstream.tracer.model.Block;
import io.headstream.tracer.model.Linear;
import io.headstream.tracer.model.Probe;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * The gradients of one pass at what the readers of a block read, kept where they are small, at queries, keys and values, and taken back to the
 * residual state for those that are asked for.
 *
 * @param q at every head's query [head, pos, d_head]
 * @param k at every head's key, also where heads share it [head, pos, d_head]
 * @param v at every head's value, likewise
 * @param mlp at the residual state as the MLP alone reads it [pos, d_model]
 * @param residPre the residual state that ln1 reads [pos, d_model]
 * @param probe what stood at the pass's sites
 */
public record ReaderGradients(NDArray q, NDArray k, NDArray v, NDArray mlp, NDArray residPre, Probe probe, int layer) {
    /**
     * At the residual state as one reader alone reads it, at one position [d_model].
     *
     * @param block the layer's weights, in float32
     */
    public NDArray at(EdgeEffects.Component reader, int position, Block block) {
        return switch (reader.kind()) {
            case QUERY -> through(q, block.q(), reader.head(), position, block);
            case KEY -> through(k, block.k(), reader.head(), position, block);
            case VALUE -> through(v, block.v(), reader.head(), position, block);
            case MLP -> mlp.get(position);
            case EMBEDDING, HEAD, LOGITS -> throw new IllegalArgumentException(reader + " reads nothing of a block's");
        };
    }

    /**
     * At the residual state as each head alone reads it, by its query, its key and its value [head, pos, d_model].
     *
     * @param block the layer's weights, in float32
     */
    public NDArray heads(Block block) {
        NDArray atNorm = block.q()
                .backOfHeads(q)
                .addi(block.k().backOfHeads(k))
                .addi(block.v().backOfHeads(v));
        return block.ln1().backward(residPre, atNorm, OptionalDouble.empty());
    }

    // back through the head's own columns of a projection [d_model, heads * d_head], and ln1
    private NDArray through(NDArray byHead, Linear projection, int head, int position, Block block) {
        long heads = byHead.getShape().get(0);
        long width = byHead.getShape().get(2);
        long kept = projection.weight().getShape().get(1) / width; // heads, or key-value heads
        long from = head / (heads / kept) * width;
        NDArray columns = projection.weight().get(new NDIndex(":, " + from + ":" + (from + width)));
        NDArray atNorm = columns.matMul(byHead.get(head, position)); // [d_model]
        return block.ln1().backward(residPre.get(position), atNorm, frozen(position, block));
    }

    private OptionalDouble frozen(int position, Block block) {
        if (probe.passes(Probe.Site.LN1_SCALE, layer, position, 0) != 0) {
            return OptionalDouble.empty();
        }
        NDArray scale = probe.at(Probe.Site.LN1_SCALE, layer, block.ln1().scale(residPre)); // [pos, 1]
        return OptionalDouble.of(scale.getFloat(position, 0));
    }

    /** Keeps them as long as a manager is open. */
    void attach(NDManager manager) {
        Stream.of(q, k, v, mlp, residPre).forEach(array -> array.attach(manager));
    }
}
