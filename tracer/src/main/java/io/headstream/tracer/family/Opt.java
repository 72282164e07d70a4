package io.headstream.tracer.family;

import ai.djl.ndarray.NDArray;
import io.headstream.tracer.checkpoint.Config;
import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.model.ActivationFunction;
import io.headstream.tracer.model.Architecture;
import io.headstream.tracer.model.AttentionRule;
import io.headstream.tracer.model.Block;
import io.headstream.tracer.model.Norm;
import io.headstream.tracer.model.Parameters;
import java.util.stream.IntStream;

/** OPT: learned positions stored with two rows before the first, ReLU. Its 350 M model, which norms after each sum, is refused. */
final class Opt implements Family {
    private static final int OFFSET = 2;

    @Override
    public String name() {
        return "opt";
    }

    @Override
    public Architecture architecture(Config config) {
        int dModel = config.positive("hidden_size");
        int heads = config.positive("num_attention_heads");
        int dHead = config.divided("hidden_size", "num_attention_heads");
        config.refuse(
                "do_layer_norm_before",
                false,
                "its norms come after each sum, so that its states are no sums of parts");
        config.refuse("_remove_final_layer_norm", true, "its last state is not normalized");
        if (config.proven("word_embed_proj_dim", dModel) != dModel) {
            throw new TraceException("'" + config.file() + "': word_embed_proj_dim differs from hidden_size,"
                    + " which is not supported: embeddings of another width than the residual stream");
        }
        return new Architecture(
                name(),
                config.positive("num_hidden_layers"),
                heads,
                dModel,
                dHead,
                config.proven("ffn_dim", 4 * dModel),
                config.positive("vocab_size"),
                config.proven("max_position_embeddings", 2048),
                ActivationFunction.named(config.text("activation_function", "relu")),
                false,
                AttentionRule.plain(heads, dHead));
    }

    @Override
    public Parameters parameters(Architecture a, Config config, Weights root) {
        Weights w = root.underIfThere("model.").underIfThere("decoder.");
        Weights.Ends ends = w.ends(
                root, "embed_tokens.weight", "lm_head", config.provenFlag("tie_word_embeddings", true), false, a);
        NDArray positions = w.read("embed_positions.weight", a.context() + OFFSET, a.dModel());
        return new Parameters(
                ends.wE(),
                positions.get(OFFSET + ":"),
                IntStream.range(0, a.layers())
                        .mapToObj(l -> block(a, config, w.under("layers." + l + ".")))
                        .toList(),
                norm(config, w, "final_layer_norm", a.dModel()),
                ends.unembedding());
    }

    private static Norm norm(Config config, Weights w, String name, int d) {
        return config.provenFlag("layer_norm_elementwise_affine", true)
                ? w.layerNorm(name, d, 1e-5f)
                : Norm.layer(null, null, 1e-5f);
    }

    private static Block block(Architecture a, Config config, Weights w) {
        int d = a.dModel();
        boolean bias = config.provenFlag("enable_bias", true);
        return new Block(
                norm(config, w, "self_attn_layer_norm", d),
                w.linear("self_attn.q_proj", d, d, bias),
                w.linear("self_attn.k_proj", d, d, bias),
                w.linear("self_attn.v_proj", d, d, bias),
                w.linearByRow("self_attn.out_proj", d, d, bias),
                null,
                null,
                norm(config, w, "final_layer_norm", d),
                null,
                w.linear("fc1", d, a.dMlp(), bias),
                w.linearByRow("fc2", a.dMlp(), d, bias));
    }
}
