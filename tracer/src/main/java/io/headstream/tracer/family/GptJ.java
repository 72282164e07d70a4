package io.headstream.tracer.family;

import io.headstream.tracer.checkpoint.Config;
import io.headstream.tracer.model.ActivationFunction;
import io.headstream.tracer.model.Architecture;
import io.headstream.tracer.model.AttentionRule;
import io.headstream.tracer.model.Block;
import io.headstream.tracer.model.Norm;
import io.headstream.tracer.model.Parameters;
import io.headstream.tracer.model.RopeScaling;
import io.headstream.tracer.model.Rotary;
import java.util.Map;
import java.util.stream.IntStream;

/** GPT-J: parallel blocks that share one norm, partial rotary embedding of neighbouring dimensions, an output bias. */
final class GptJ implements Family {
    @Override
    public String name() {
        return "gptj";
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
        if (config.json().path("rotary_dim").isNull()) {
            throw config.wrong(
                    "rotary_dim", "a positive whole number", config.json().path("rotary_dim"));
        }
        Rotary rotary = RopeConfig.checked(
                config,
                dHead,
                new Rotary(
                        config.positive("rotary_dim", 64), 10_000, Rotary.Layout.NEIGHBOURS, new RopeScaling.None()));
        return new Architecture(
                name(),
                config.positive("n_layer"),
                heads,
                dModel,
                dHead,
                config.proven("n_inner", 4 * dModel),
                config.positive("vocab_size"),
                config.positive("n_positions", 2048),
                ActivationFunction.named(config.text("activation_function", "gelu_new")),
                true,
                AttentionRule.plain(heads, dHead).withRotary(rotary));
    }

    @Override
    public Parameters parameters(Architecture a, Config config, Weights root) {
        Weights w = root.underIfThere("transformer.");
        float epsilon = (float) config.number("layer_norm_epsilon", 1e-5);
        Weights.Ends ends =
                w.ends(root, "wte.weight", "lm_head", config.provenFlag("tie_word_embeddings", false), true, a);
        return new Parameters(
                ends.wE(),
                null,
                IntStream.range(0, a.layers())
                        .mapToObj(l -> block(a, epsilon, w.under("h." + l + ".")))
                        .toList(),
                w.layerNorm("ln_f", a.dModel(), epsilon),
                ends.unembedding());
    }

    private static Block block(Architecture a, float epsilon, Weights w) {
        int d = a.dModel();
        Norm norm = w.layerNorm("ln_1", d, epsilon);
        return new Block(
                norm,
                w.linear("attn.q_proj", d, d, false),
                w.linear("attn.k_proj", d, d, false),
                w.linear("attn.v_proj", d, d, false),
                w.linearByRow("attn.out_proj", d, d, false),
                null,
                null,
                norm,
                null,
                w.linear("mlp.fc_in", d, a.dMlp(), true),
                w.linearByRow("mlp.fc_out", a.dMlp(), d, true));
    }
}
