package io.headstream.tracer.family;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.headstream.tracer.checkpoint.Config;
import io.headstream.tracer.model.ActivationFunction;
import io.headstream.tracer.model.Architecture;
import io.headstream.tracer.model.AttentionRule;
import io.headstream.tracer.model.Block;
import io.headstream.tracer.model.Linear;
import io.headstream.tracer.model.Parameters;
import io.headstream.tracer.model.Rotary;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** GPT-NeoX and Pythia: parallel blocks with a norm each, partial rotary embedding, q k v joined head by head, untied output. */
final class GptNeoX implements Family {
    @Override
    public String name() {
        return "gpt_neox";
    }

    @Override
    public Architecture architecture(Config config) {
        int heads = config.positive("num_attention_heads");
        int dHead = config.divided("hidden_size", "num_attention_heads");
        int context = config.positive("max_position_embeddings", 2048);
        Rotary rotary = RopeConfig.partial(config, dHead, context, "rotary_emb_base", "rotary_pct", 0.25);
        return new Architecture(
                name(),
                config.positive("num_hidden_layers"),
                heads,
                config.positive("hidden_size"),
                dHead,
                config.positive("intermediate_size"),
                config.positive("vocab_size"),
                rotary.scaling().reach(context),
                ActivationFunction.named(config.text("hidden_act", "gelu")),
                config.flag("use_parallel_residual", true),
                AttentionRule.plain(heads, dHead)
                        .withQkv(AttentionRule.QkvLayout.JOINED_BY_HEAD)
                        .withRotary(rotary));
    }

    @Override
    public Parameters parameters(Architecture a, Config config, Weights root) {
        Weights w = root.underIfThere("gpt_neox.");
        float epsilon = (float) config.number("layer_norm_eps", 1e-5);
        boolean bias = config.provenFlag("attention_bias", true);
        Weights.Ends ends =
                w.ends(root, "embed_in.weight", "embed_out", config.provenFlag("tie_word_embeddings", false), false, a);
        return new Parameters(
                ends.wE(),
                null,
                IntStream.range(0, a.layers())
                        .mapToObj(l -> block(a, epsilon, bias, w.under("layers." + l + ".")))
                        .toList(),
                w.layerNorm("final_layer_norm", a.dModel(), epsilon),
                ends.unembedding());
    }

    private static Block block(Architecture a, float epsilon, boolean bias, Weights w) {
        int d = a.dModel();
        try (NDArray weight = w.matrix("attention.query_key_value.weight", 3L * d, d);
                NDArray biases = bias ? w.read("attention.query_key_value.bias", 3L * d) : null) {
            return new Block(
                    w.layerNorm("input_layernorm", d, epsilon),
                    part(a, weight, biases, 0),
                    part(a, weight, biases, 1),
                    part(a, weight, biases, 2),
                    w.linearByRow("attention.dense", d, d, bias),
                    null,
                    null,
                    w.layerNorm("post_attention_layernorm", d, epsilon),
                    null,
                    w.linear("mlp.dense_h_to_4h", d, a.dMlp(), true),
                    w.linearByRow("mlp.dense_4h_to_h", a.dMlp(), d, true));
        }
    }

    // of [head, 3, d_head, d_model]: q, k or v of every head
    private static Linear part(Architecture a, NDArray weight, @Nullable NDArray bias, int which) {
        Shape byHead = new Shape(a.heads(), 3, a.dHead(), a.dModel());
        NDArray matrix = weight.reshape(byHead).get(":," + which).reshape(a.dModel(), a.dModel());
        return new Linear(
                matrix.transpose(),
                bias == null
                        ? null
                        : bias.reshape(a.heads(), 3, a.dHead())
                                .get(":," + which)
                                .reshape(a.dModel()));
    }
}
