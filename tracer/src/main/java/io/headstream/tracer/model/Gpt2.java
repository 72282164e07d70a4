package io.headstream.tracer.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.headstream.tracer.TraceException;
import io.headstream.tracer.checkpoint.Config;
import java.util.ArrayList;
import java.util.List;

/** GPT-2: learned positions, pre-LayerNorm, fused q k v in [in, out] order ("Conv1D"), tied output unless told otherwise. */
final class Gpt2 implements Family {
    @Override
    public String name() {
        return "gpt2";
    }

    @Override
    public Architecture architecture(Config config) {
        int dModel = config.positive("n_embd");
        int heads = config.positive("n_head");
        if (dModel % heads != 0) {
            throw new TraceException(
                    "'" + config.file() + "': n_embd " + dModel + " is not a multiple of n_head " + heads);
        }
        return new Architecture(
                name(),
                config.positive("n_layer"),
                heads,
                dModel,
                dModel / heads,
                config.positive("n_inner", 4 * dModel),
                config.positive("vocab_size"),
                config.positive("n_positions", config.positive("n_ctx", 1024)),
                (float) config.number("layer_norm_epsilon", 1e-5),
                ActivationFunction.named(config.text("activation_function", "gelu_new")),
                true,
                config.flag("scale_attn_weights", true),
                config.flag("scale_attn_by_inverse_layer_idx", false));
    }

    @Override
    public Parameters parameters(Architecture a, Config config, Weights root) {
        // the bare GPT2Model is saved without the "transformer." prefix
        Weights weights = root.has("transformer.wte.weight") ? root.under("transformer.") : root;
        NDArray wE = weights.read("wte.weight", a.vocabulary(), a.dModel());
        List<Block> blocks = new ArrayList<>();
        for (int layer = 0; layer < a.layers(); layer++) {
            blocks.add(block(a, weights.under("h." + layer + ".")));
        }
        boolean tied = config.flag("tie_word_embeddings", true) || !root.has("lm_head.weight");
        return new Parameters(
                wE,
                weights.read("wpe.weight", a.context(), a.dModel()),
                List.copyOf(blocks),
                weights.norm("ln_f", a.dModel(), a.epsilon()),
                (tied ? wE : root.read("lm_head.weight", a.vocabulary(), a.dModel())).transpose());
    }

    private static Block block(Architecture a, Weights w) {
        int d = a.dModel();
        NDList qkv = w.read("attn.c_attn.weight", d, 3L * d).split(3, 1);
        NDList bias = w.read("attn.c_attn.bias", 3L * d).split(3, 0);
        return new Block(
                w.norm("ln_1", d, a.epsilon()),
                qkv.get(0),
                qkv.get(1),
                qkv.get(2),
                bias.get(0),
                bias.get(1),
                bias.get(2),
                w.read("attn.c_proj.weight", d, d),
                w.read("attn.c_proj.bias", d),
                w.norm("ln_2", d, a.epsilon()),
                w.read("mlp.c_fc.weight", d, a.dMlp()),
                w.read("mlp.c_fc.bias", a.dMlp()),
                w.read("mlp.c_proj.weight", a.dMlp(), d),
                w.read("mlp.c_proj.bias", d));
    }
}
