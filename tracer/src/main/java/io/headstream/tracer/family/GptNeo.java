package io.headstream.tracer.family;

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
import java.util.Map;
import java.util.stream.IntStream;

/** GPT-Neo: as GPT-2, but some layers see a window of positions only, scores are not scaled, and q, k and v have no biases. */
final class GptNeo implements Family {
    @Override
    public String name() {
        return "gpt_neo";
    }

    @Override
    public Map<String, String> otherNames() {
        return Map.of("num_attention_heads", "num_heads", "num_hidden_layers", "num_layers");
    }

    @Override
    public Architecture architecture(Config config) {
        int dModel = config.positive("hidden_size");
        int heads = config.positive("num_heads");
        int dHead = config.divided("hidden_size", "num_heads");
        int layers = config.positive("num_layers");
        int context = config.proven("max_position_embeddings", 2048);
        return new Architecture(
                name(),
                layers,
                heads,
                dModel,
                dHead,
                config.proven("intermediate_size", 4 * dModel),
                config.positive("vocab_size"),
                context,
                ActivationFunction.named(config.text("activation_function", "gelu_new")),
                false,
                AttentionRule.plain(heads, dHead).withScores(1, false).withWindows(windows(config, layers, context)));
    }

    private static List<Integer> windows(Config config, int layers, int context) {
        List<String> kinds = kinds(config, layers);
        if (kinds.size() != layers) {
            throw new TraceException("'" + config.file() + "': attention_types describes " + kinds.size()
                    + " layers, but num_layers is " + layers);
        }
        int window = kinds.contains("local") ? config.positive("window_size", 256) : context;
        return kinds.stream()
                .map(kind -> kind.equals("local") ? window : context)
                .toList();
    }

    // by layer in attention_layers, which counts where it is there; or in attention_types, [[["global", "local"], 12]]:
    // each list of kinds so many
    // times
    private static List<String> kinds(Config config, int layers) {
        List<String> kinds = new ArrayList<>(config.texts("attention_layers"));
        JsonNode types = config.json().path("attention_types");
        if (kinds.isEmpty()) {
            for (JsonNode type : types) {
                for (int i = 0; i < type.path(1).asInt(); i++) {
                    type.path(0).forEach(kind -> kinds.add(kind.asText()));
                }
            }
        }
        if (kinds.isEmpty() && types.isEmpty()) { // the default of Hugging Face's own config class
            config.remarks()
                    .add("config.json leaves out attention_types; taken as transformers takes them: global and"
                            + " local layers in turn");
            IntStream.range(0, layers).forEach(l -> kinds.add(l % 2 == 0 ? "global" : "local"));
        }
        kinds.stream()
                .filter(kind -> !kind.equals("global") && !kind.equals("local"))
                .findFirst()
                .ifPresent(kind -> {
                    throw new TraceException("'" + config.file() + "': attention of type '" + kind
                            + "' is not supported; supported: global, local");
                });
        return kinds;
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
