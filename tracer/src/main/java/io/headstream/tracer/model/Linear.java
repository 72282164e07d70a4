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
}
