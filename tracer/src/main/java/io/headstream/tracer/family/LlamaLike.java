package io.headstream.tracer.family;

import io.headstream.tracer.checkpoint.Config;
import io.headstream.tracer.model.ActivationFunction;
import io.headstream.tracer.model.Architecture;
import io.headstream.tracer.model.AttentionRule;
import io.headstream.tracer.model.AttentionRule.QkvLayout;
import io.headstream.tracer.model.Block;
import io.headstream.tracer.model.Norm;
import io.headstream.tracer.model.Parameters;
import io.headstream.tracer.model.Rotary;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What Llama and its descendants share: RMSNorm, rotary embedding, grouped-query attention, a gated MLP, weights under one set of names. */
abstract class LlamaLike implements Family {
    /** d_head, where the config may leave it out. */
    int headSize(Config config) {
        return config.json().hasNonNull("head_dim")
                ? config.positive("head_dim")
                : config.divided("hidden_size", "num_attention_heads");
    }

    /** Heads with keys of their own. */
    int keyValueHeads(Config config) {
        return config.proven("num_key_value_heads", config.positive("num_attention_heads"));
    }

    /** max_position_embeddings where the config leaves it out. */
    abstract int usualContext();

    /** Whether W_Q, W_K and W_V have biases. */
    abstract boolean qkvBias(Config config);

    /** Whether W_O has one. */
    abstract boolean outputBias(Config config);

    boolean mlpBias(Config config) {
        return false;
    }

    boolean queryAndKeyNorms() {
        return false;
    }

    /** By layer, how many positions are seen; empty for all. */
    List<Integer> windows(Config config, int layers, int context) {
        return List.of();
    }

    @Override
    public Architecture architecture(Config config) {
        int layers = config.positive("num_hidden_layers");
        int heads = config.positive("num_attention_heads");
        int dHead = headSize(config);
        int context = config.positive("max_position_embeddings", usualContext());
        Rotary rotary = RopeConfig.whole(config, dHead, context);
        int reach = rotary.scaling().reach(context);
        return new Architecture(
                name(),
                layers,
                heads,
                config.positive("hidden_size"),
                dHead,
                config.positive("intermediate_size"),
                config.positive("vocab_size"),
                reach,
                ActivationFunction.named(config.text("hidden_act", "silu")),
                false,
                new AttentionRule(
                        config.divisor("num_key_value_heads", keyValueHeads(config), "num_attention_heads", heads),
                        QkvLayout.SEPARATE,
                        1 / Math.sqrt(dHead),
                        false,
                        windows(config, layers, reach),
                        rotary));
    }

    @Override
    public Parameters parameters(Architecture a, Config config, Weights root) {
        Weights w = root.underIfThere("model.");
        float epsilon = (float) config.number("rms_norm_eps", 1e-6);
        Weights.Ends ends = w.ends(
                root, "embed_tokens.weight", "lm_head", config.provenFlag("tie_word_embeddings", false), false, a);
        return new Parameters(
                ends.wE(),
                null,
                IntStream.range(0, a.layers())
                        .mapToObj(l -> block(a, config, epsilon, w.under("layers." + l + ".")))
                        .toList(),
                w.rmsNorm("norm", a.dModel(), epsilon),
                ends.unembedding());
    }

    private Block block(Architecture a, Config config, float epsilon, Weights w) {
        long d = a.dModel();
        long queries = (long) a.heads() * a.dHead();
        long keys = (long) a.attention().keyValueHeads() * a.dHead();
        boolean bias = qkvBias(config);
        boolean mlpBias = mlpBias(config);
        return new Block(
                w.rmsNorm("input_layernorm", d, epsilon),
                w.linear("self_attn.q_proj", d, queries, bias),
                w.linear("self_attn.k_proj", d, keys, bias),
                w.linear("self_attn.v_proj", d, keys, bias),
                w.linearByRow("self_attn.o_proj", queries, d, outputBias(config)),
                headNorm("self_attn.q_norm", a, epsilon, w),
                headNorm("self_attn.k_norm", a, epsilon, w),
                w.rmsNorm("post_attention_layernorm", d, epsilon),
                w.linear("mlp.gate_proj", d, a.dMlp(), mlpBias),
                w.linear("mlp.up_proj", d, a.dMlp(), mlpBias),
                w.linearByRow("mlp.down_proj", a.dMlp(), d, mlpBias));
    }

    private @Nullable Norm headNorm(String name, Architecture a, float epsilon, Weights w) {
        return queryAndKeyNorms() ? w.rmsNorm(name, a.dHead(), epsilon) : null;
    }
}
