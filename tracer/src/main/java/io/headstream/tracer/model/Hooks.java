package io.headstream.tracer.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import java.util.LinkedHashMap;
import java.util.Map;

/** A pass's activations under TransformerLens's hook names, in the order of the pass. */
public final class Hooks {
    private Hooks() {}

    /** All arrays by name; the patterns are made here. */
    public static Map<String, NDArray> of(Transformer model, ActivationCache cache) {
        Map<String, NDArray> hooks = new LinkedHashMap<>();
        hooks.put("hook_embed", cache.embed());
        for (int n = 0; n < cache.layers().size(); n++) {
            ActivationCache.Layer layer = cache.layers().get(n);
            String block = "blocks." + n + ".";
            hooks.put(block + "hook_resid_pre", layer.residPre());
            hooks.put(block + "ln1.hook_normalized_scaled", layer.ln1());
            switch (model.architecture().attention().qkv()) {
                case SEPARATE -> {}
                case JOINED -> hooks.put(block + "attn.qkv_flat", joined(layer));
                case JOINED_BY_HEAD -> hooks.put(block + "attn.qkv_flat", joinedByHead(layer, model.architecture()));
            }
            hooks.put(block + "attn.q_proj_flat", layer.q());
            hooks.put(block + "attn.k_proj_flat", layer.k());
            hooks.put(block + "attn.v_proj_flat", layer.v());
            hooks.put(block + "attn.hook_pattern", model.pattern(n, cache));
            hooks.put(block + "attn.hook_z_flat", layer.z());
            hooks.put(block + "hook_attn_out", layer.attnOut());
            if (layer.residMid() != null) {
                hooks.put(block + "hook_resid_mid", layer.residMid());
            }
            hooks.put(block + "ln2.hook_normalized_scaled", layer.ln2());
            hooks.put(block + "mlp.hook_post", layer.post());
            hooks.put(block + "hook_mlp_out", layer.mlpOut());
            hooks.put(block + "hook_resid_post", layer.residPost());
        }
        hooks.put("ln_final.hook_normalized_scaled", cache.lnFinal());
        hooks.put("logits", cache.logits());
        return hooks;
    }

    private static NDArray joined(ActivationCache.Layer layer) {
        return NDArrays.concat(new NDList(layer.q(), layer.k(), layer.v()), 1);
    }

    private static NDArray joinedByHead(ActivationCache.Layer layer, Architecture a) {
        NDList parts = new NDList();
        for (NDArray part : new NDArray[] {layer.q(), layer.k(), layer.v()}) {
            parts.add(part.reshape(-1, a.heads(), 1, a.dHead()));
        }
        return NDArrays.concat(parts, 2).reshape(-1, 3L * a.heads() * a.dHead());
    }
}
