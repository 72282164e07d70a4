package io.headstream.tracer.model;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every activation of one pass, under TransformerLens's names. Arrays belong to the manager that the pass was given and die with it.
 * Attention patterns, which grow with the square of the positions, are not held: {@link Transformer#pattern} makes a layer's from its
 * q and k.
 *
 * @param tokens ids, one a position
 * @param embed token embedding without positions [pos, d_model]
 * @param lnFinal the final norm's output [pos, d_model]
 * @param logits [pos, vocabulary]
 * @param probe what stood at the pass's sites, and knows what it changed there
 */
public record ActivationCache(
        int[] tokens, NDArray embed, List<Layer> layers, NDArray lnFinal, NDArray logits, Probe probe) {

    /**
     * One block's activations. Residual states, ln1, ln2, attnOut and mlpOut are [pos, d_model]; q [pos, heads * d_head], k and v
     * [pos, key-value heads * d_head], before they are split by head, normalized or turned; z after it is joined [pos, heads * d_head];
     * post [pos, d_mlp]. attnOut and mlpOut hold their biases, and what interventions put into them.
     *
     * @param residMid absent in parallel blocks
     */
    public record Layer(
            NDArray residPre,
            NDArray ln1,
            NDArray q,
            NDArray k,
            NDArray v,
            NDArray z,
            NDArray attnOut,
            @Nullable NDArray residMid,
            NDArray ln2,
            NDArray post,
            NDArray mlpOut,
            NDArray residPost) {

        /** The residual state that attention's output ends in: resid_mid, or resid_post in parallel blocks. */
        public NDArray afterAttention() {
            return residMid == null ? residPost : residMid;
        }

        /** All arrays. */
        public NDArray[] arrays() {
            NDArray[] common = {residPre, ln1, q, k, v, z, attnOut, ln2, post, mlpOut, residPost};
            if (residMid == null) {
                return common;
            }
            NDArray[] all = Arrays.copyOf(common, common.length + 1);
            all[common.length] = residMid;
            return all;
        }
    }

    public int positions() {
        return tokens.length;
    }

    public Layer last() {
        return layers.get(layers.size() - 1);
    }
}
