package io.headstream.tracer.model;

import ai.djl.ndarray.NDArray;
import org.jspecify.annotations.Nullable;

/**
 * A linear map.
 *
 * @param weight [in, out]
 * @param bias [out], where the checkpoint has one
 */
public record Linear(NDArray weight, @Nullable NDArray bias) {
    /** x weight + bias; x is [..., in]. */
    public NDArray apply(NDArray x) {
        NDArray product = x.matMul(weight);
        return bias == null ? product : product.addi(bias);
    }

    /** What each head makes of an input of its own with its own columns: [head, row, in] to [head, row, d_head]. */
    public NDArray ofHeads(NDArray x, long dHead) {
        long heads = x.getShape().get(0);
        NDArray product = x.matMul(byHead(heads, dHead));
        return bias == null ? product : product.addi(shared(bias.reshape(-1, 1, dHead), heads));
    }

    /** Vectors back through each head's own columns: [head, row, d_head] to [head, row, in]. */
    public NDArray backOfHeads(NDArray x) {
        return x.matMul(byHead(x.getShape().get(0), x.getShape().get(2)).transpose(0, 2, 1));
    }

    // [head, in, d_head]
    private NDArray byHead(long heads, long dHead) {
        return shared(weight.reshape(weight.getShape().get(0), -1, dHead).transpose(1, 0, 2), heads);
    }

    // head h has the columns of key-value head h / group
    private static NDArray shared(NDArray kept, long heads) {
        long group = heads / kept.getShape().get(0);
        return group == 1 ? kept : kept.repeat(0, group);
    }
}
