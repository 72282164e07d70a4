package io.headstream.tracer.model;

import ai.djl.ndarray.NDArray;

/**
 * LayerNorm with its learned weight and bias, each [d_model].
 *
 * @param epsilon added to the variance
 */
public record Norm(NDArray weight, NDArray bias, float epsilon) {
    private static final int[] LAST = {-1};

    /** (x - mean) / scale * weight + bias, over the last axis; x is [..., d_model]. */
    public NDArray apply(NDArray x) {
        return centre(x).div(scale(x)).mul(weight).add(bias);
    }

    /** sqrt(variance + epsilon), [..., 1]. */
    public NDArray scale(NDArray x) {
        return centre(x).square().mean(LAST, true).add(epsilon).sqrt();
    }

    /**
     * The vector g for which g . x is (the linear part of this norm, its scale frozen) applied to x, then dotted with `direction`.
     *
     * @param direction [d_model], a row of W_U or a difference of two
     * @param scale the norm's scale at the position
     */
    public NDArray pullBack(NDArray direction, float scale) {
        return centre(direction.mul(weight)).div(scale);
    }

    private static NDArray centre(NDArray x) {
        return x.sub(x.mean(LAST, true));
    }
}
