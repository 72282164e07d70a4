package io.headstream.tracer.effect;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gradients of a metric at the activations of one pass, or their mean over the passes of integrated gradients.
 *
 * @param embed at the residual state before the first block [pos, d_model]
 */
public record Gradients(NDArray embed, List<Layer> layers) {
    /**
     * One block's gradients.
     *
     * @param residMid at resid_mid [pos, d_model], and so at all that is added to it; at resid_post in parallel blocks
     * @param residPost at resid_post [pos, d_model], and so at mlp_out
     * @param post at the neurons [pos, d_mlp]
     * @param inputs at the residual state as one reader alone reads it [reader, pos, d_model]: every head's query, then key, then value,
     *     then the MLP; absent where edges between components are not looked at
     */
    public record Layer(NDArray residMid, NDArray residPost, NDArray post, @Nullable NDArray inputs) {}

    /** At the residual state before a block [pos, d_model]. */
    public NDArray before(int layer) {
        return layer == 0 ? embed : layers.get(layer - 1).residPost();
    }

    public Layer last() {
        return layers.get(layers.size() - 1);
    }
}
