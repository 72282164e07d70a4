package io.headstream.tracer.effect;

import ai.djl.ndarray.NDArray;
import io.headstream.tracer.model.Block;
import java.util.List;

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
     * @param readers at what each reader of the block reads, of each pass that the others are the mean of; none where edges between
     *     components are not looked at
     */
    public record Layer(NDArray residMid, NDArray residPost, NDArray post, List<ReaderGradients> readers) {
        /** At the residual state as one reader alone reads it, at one position [d_model]. */
        public NDArray at(EdgeEffects.Component reader, int position, Block block) {
            NDArray sum = readers.get(0).at(reader, position, block);
            for (ReaderGradients other : readers.subList(1, readers.size())) {
                sum = sum.add(other.at(reader, position, block));
            }
            return readers.size() == 1 ? sum : sum.div(readers.size());
        }
    }

    /** At the residual state before a block [pos, d_model]. */
    public NDArray before(int layer) {
        return layer == 0 ? embed : layers.get(layer - 1).residPost();
    }

    public Layer last() {
        return layers.get(layers.size() - 1);
    }
}
