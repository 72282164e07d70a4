package io.headstream.tracer.model;

import ai.djl.ndarray.NDArray;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * LayerNorm, or RMSNorm, which does not centre (Zhang and Sennrich 2019, arXiv 1910.07467).
 *
 * @param weight [d], absent where the norm has no learned part
 * @param bias [d], where the checkpoint has one
 * @param epsilon added to the variance (LayerNorm) or the mean square (RMSNorm)
 * @param centred whether the mean is taken off first
 */
public record Norm(@Nullable NDArray weight, @Nullable NDArray bias, float epsilon, boolean centred) {
    private static final int[] LAST = {-1};

    public static Norm layer(@Nullable NDArray weight, @Nullable NDArray bias, float epsilon) {
        return new Norm(weight, bias, epsilon, true);
    }

    public static Norm rms(NDArray weight, float epsilon) {
        return new Norm(weight, null, epsilon, false);
    }

    /** (x - mean) / scale * weight + bias, over the last axis; x is [..., d]. */
    public NDArray apply(NDArray x) {
        return apply(x, scale -> scale);
    }

    /**
     * As above.
     *
     * @param scaled what stands in the place of the scale [..., 1]
     */
    public NDArray apply(NDArray x, UnaryOperator<NDArray> scaled) {
        NDArray centred = centre(x);
        NDArray normalized = weighted(centred.div(scaled.apply(rootMeanSquare(centred))));
        return bias == null ? normalized : normalized.addi(bias);
    }

    /** What the norm divides by: sqrt(variance + epsilon), or sqrt(mean square + epsilon); [..., 1]. */
    public NDArray scale(NDArray x) {
        return rootMeanSquare(centre(x));
    }

    /** What {@link #apply} makes of x [..., d] but for its scale and its bias: centred where the norm centres, and weighted. */
    public NDArray linear(NDArray x) {
        return weighted(centre(x));
    }

    /**
     * The vector g for which g . x is (the linear part of this norm, its scale frozen) applied to x, then dotted with `direction`.
     *
     * @param direction [d], a column of W_U or a difference of two
     * @param scale the norm's scale at the position
     */
    public NDArray pullBack(NDArray direction, float scale) {
        return centre(weighted(direction)).div(scale);
    }

    /**
     * The gradient at x from that at {@link #apply}'s output, the scale's own dependence on x included.
     *
     * @param x [..., d]
     * @param gradient [..., d]
     * @param frozen the scale where it does not depend on x
     */
    public NDArray backward(NDArray x, NDArray gradient, OptionalDouble frozen) {
        NDArray centred = centre(x);
        if (frozen.isPresent()) {
            return centre(weighted(gradient)).div((float) frozen.getAsDouble());
        }
        NDArray scale = rootMeanSquare(centred);
        NDArray normalized = centred.div(scale);
        NDArray g = weighted(gradient);
        NDArray along = g.mul(normalized).mean(LAST, true);
        return centre(g.sub(normalized.mul(along))).div(scale);
    }

    private NDArray weighted(NDArray x) {
        return weight == null ? x : x.mul(weight);
    }

    private NDArray centre(NDArray x) {
        return centred ? x.sub(x.mean(LAST, true)) : x;
    }

    private NDArray rootMeanSquare(NDArray centred) {
        return centred.square().mean(LAST, true).addi(epsilon).sqrt();
    }
}
