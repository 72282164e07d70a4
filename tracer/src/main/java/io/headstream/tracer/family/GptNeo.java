package io.headstream.tracer.family;

import ai.djl.ndarray.NDArray;
import com.fasterxml.jackson.databind.JsonNode;
import io.headstream.tracer.checkpoint.Config;
import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.model.ActivationFunction;
import io.headstream.tracer.model.Architecture;
import io.headstream.tracer.model.AttentionRule;
import io.headstream.tracer.model.Block;
import io.headstream.tracer.model.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** GPT-Neo: as GPT-2, but some layers see a window of positions only, scores are not scaled, and q, k and v have no biases. */
final class GptNeo implements Family {
    @Override
    public String name() {
        return "gpt_neo";
    }

    @Override
    public Architecture architecture(Config config) {
        int dModel = config.positive("hidden_size");
        int heads = config.positive("num_heads");
        int dHead = config.divided("hidden_size", "num_heads");
        int layers = config.positive("num_layers");
        int context = config.positive("max_position_embeddings", 2048);
        return new Architecture(
                name(),
                layers,
                heads,
                dModel,
                dHead,
                config.positive("intermediate_size", 4 * dModel),
                config.positive("vocab_size"),
                context,
                ActivationFunction.named(config.text("activation_function", "gelu_new")),
                false,
                AttentionRule.plain(heads, dHead).withScores(1, false).withWindows(windows(config, layers, context)));
    }

    // attention_types is [[["global", "local"], 12]]: each list of kinds so many times
    private static List<Integer> windows(Config config, int layers, int context) {
        int window = config.positive("window_size", 256);
        List<Integer> windows = new ArrayList<>();
        JsonNode types = config.json().path("attention_types");
        for (JsonNode type : types) {
            for (int i = 0; i < type.path(1).asInt(); i++) {
                type.path(0).forEach(kind -> windows.add(kind.asText().equals("local") ? window : context));
            }
        }
        if (types.isMissingNode()) { // the default of Hugging Face's own config class
            IntStream.range(0, layers).forEach(l -> windows.add(l % 2 == 0 ? context : window));
        }
        if (windows.size() != layers) {
            throw new TraceException("'" + config.file() + "': attention_types describes " + windows.size()
                    + " layers, but num_layers is " + layers);
        }
        return List.copyOf(windows);
    }

    @Override
    public Parameters parameters(Architecture a, Config config, Weights root) {
        Weights w = root.underIfThere("transformer.", "wte.weight");
        float epsilon = (float) config.number("layer_norm_epsilon", 1e-5);
        NDArray wE = w.read("wte.weight", a.vocabulary(), a.dModel());
        return new Parameters(
                wE,
                w.read("wpe.weight", a.context(), a.dModel()),
                IntStream.range(0, a.layers())
                        .mapToObj(l -> block(a, epsilon, w.under("h." + l + ".")))
                        .toList(),
                w.layerNorm("ln_f", a.dModel(), epsilon),
                root.unembedding("lm_head", config.flag("tie_word_embeddings", true), wE, false));
    }

    private static Block block(Architecture a, float epsilon, Weights w) {
        int d = a.dModel();
        return new Block(
                w.layerNorm("ln_1", d, epsilon),
                w.linear("attn.attention.q_proj", d, d, false),
                w.linear("attn.attention.k_proj", d, d, false),
                w.linear("attn.attention.v_proj", d, d, false),
                w.linearByRow("attn.attention.out_proj", d, d, true),
                null,
                null,
                w.layerNorm("ln_2", d, epsilon),
                null,
                w.linear("mlp.c_fc", d, a.dMlp(), true),
                w.linearByRow("mlp.c_proj", a.dMlp(), d, true));
    }
}
