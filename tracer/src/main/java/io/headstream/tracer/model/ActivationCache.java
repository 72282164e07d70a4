package io.headstream.tracer.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every activation of one pass, under TransformerLens's names. Arrays belong to the manager that the pass was given and die with it.
 *
 * @param architecture of the model that ran
 * @param tokens ids, one a position
 * @param embed token embedding without positions [pos, d_model]
 * @param lnFinal the final norm's output [pos, d_model]
 * @param logits [pos, vocabulary]
 */
public record ActivationCache(
        Architecture architecture, int[] tokens, NDArray embed, List<Layer> layers, NDArray lnFinal, NDArray logits) {

    /**
     * One block's activations. Residual states, ln1, ln2, attnOut and mlpOut are [pos, d_model]; q, k, v before they are split by head and
     * z after they are joined [pos, heads * d_head]; pattern [head, query, key]; post [pos, d_mlp]. attnOut and mlpOut hold their biases.
     */
    public record Layer(
            NDArray residPre,
            NDArray ln1,
            NDArray q,
            NDArray k,
            NDArray v,
            NDArray pattern,
            NDArray z,
            NDArray attnOut,
            NDArray residMid,
            NDArray ln2,
            NDArray post,
            NDArray mlpOut,
            NDArray residPost) {}

    public int positions() {
        return tokens.length;
    }

    public Layer last() {
        return layers.get(layers.size() - 1);
    }

    /** The arrays by hook name, in the order of the pass. */
    public Map<String, NDArray> byHookName() {
        Map<String, NDArray> hooks = new LinkedHashMap<>();
        hooks.put("hook_embed", embed);
        for (int n = 0; n < layers.size(); n++) {
            Layer layer = layers.get(n);
            String block = "blocks." + n + ".";
            hooks.put(block + "hook_resid_pre", layer.residPre());
            hooks.put(block + "ln1.hook_normalized_scaled", layer.ln1());
            hooks.put(block + "attn.q_proj_flat", layer.q());
            hooks.put(block + "attn.k_proj_flat", layer.k());
            hooks.put(block + "attn.v_proj_flat", layer.v());
            if (architecture.fusedQkv()) {
                hooks.put(block + "attn.qkv_flat", NDArrays.concat(new NDList(layer.q(), layer.k(), layer.v()), 1));
            }
            hooks.put(block + "attn.hook_pattern", layer.pattern());
            hooks.put(block + "attn.hook_z_flat", layer.z());
            hooks.put(block + "hook_attn_out", layer.attnOut());
            hooks.put(block + "hook_resid_mid", layer.residMid());
            hooks.put(block + "ln2.hook_normalized_scaled", layer.ln2());
            hooks.put(block + "mlp.hook_post", layer.post());
            hooks.put(block + "hook_mlp_out", layer.mlpOut());
            hooks.put(block + "hook_resid_post", layer.residPost());
        }
        hooks.put("ln_final.hook_normalized_scaled", lnFinal);
        hooks.put("logits", logits);
        return hooks;
    }
}
