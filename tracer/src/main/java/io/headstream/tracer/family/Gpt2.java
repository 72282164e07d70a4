package io.headstream.tracer.family;

import ai.djl.ndarray.NDList;
import io.headstream.tracer.checkpoint.Config;
import io.headstream.tracer.model.ActivationFunction;
import io.headstream.tracer.model.Architecture;
import io.headstream.tracer.model.AttentionRule;
import io.headstream.tracer.model.Block;
import io.headstream.tracer.model.Linear;
import io.headstream.tracer.model.Parameters;
import java.util.Map;
import java.util.stream.IntStream;

/** GPT-2: learned positions, pre-LayerNorm, joined q k v in [in, out] order ("Conv1D"), tied output unless told otherwise. */
final class Gpt2 implements Family {
    @Override
    public String name() {
        return "gpt2";
    }

    @Override
    public Map<String, String> otherNames() {
        return GPT2_NAMES;
    }

    @Override
    public Architecture architecture(Config config) {
        int dModel = config.positive("n_embd");
        int heads = config.positive("n_head");
        int dHead = config.divided("n_embd", "n_head");
        config.refuse("add_cross_attention", true, "an encoder's decoder is no language model by itself");
        double scale = config.flag("scale_attn_weights", true) ? 1 / Math.sqrt(dHead) : 1;
        return new Architecture(
                name(),
                config.positive("n_layer"),
                heads,
                dModel,
                dHead,
                config.proven("n_inner", 4 * dModel),
                config.positive("vocab_size"),
                config.proven("n_positions", config.proven("n_ctx", 1024)),
                ActivationFunction.named(config.text("activation_function", "gelu_new")),
                false,
                AttentionRule.plain(heads, dHead)
                        .withQkv(AttentionRule.QkvLayout.JOINED)
                        .withScores(scale, config.flag("scale_attn_by_inverse_layer_idx", false)));
    }

    @Override
    public Parameters parameters(Architecture a, Config config, Weights root) {
        Weights w = root.underIfThere("transformer.");
        float epsilon = (float) config.number("layer_norm_epsilon", 1e-5);
        Weights.Ends ends =
                w.ends(root, "wte.weight", "lm_head", config.provenFlag("tie_word_embeddings", true), false, a);
        return new Parameters(
                ends.wE(),
                w.read("wpe.weight", a.context(), a.dModel()),
                IntStream.range(0, a.layers())
                        .mapToObj(l -> block(a, epsilon, w.under("h." + l + ".")))
                        .toList(),
                w.layerNorm("ln_f", a.dModel(), epsilon),
                ends.unembedding());
    }

    private static Block block(Architecture a, float epsilon, Weights w) {
        int d = a.dModel();
        NDList weight = w.matrix("attn.c_attn.weight", d, 3L * d).split(3, 1);
        NDList bias = w.read("attn.c_attn.bias", 3L * d).split(3, 0);
        return new Block(
                w.layerNorm("ln_1", d, epsilon),
                new Linear(weight.get(0), bias.get(0)),
                new Linear(weight.get(1), bias.get(1)),
                new Linear(weight.get(2), bias.get(2)),
                w.conv1d("attn.c_proj", d, d),
                null,
                null,
                w.layerNorm("ln_2", d, epsilon),
                null,
                w.conv1d("mlp.c_fc", d, a.dMlp()),
                w.conv1d("mlp.c_proj", a.dMlp(), d));
    }
}
