package io.headstream.tracer.family;

import io.headstream.tracer.checkpoint.Config;
import java.util.Collections;
import java.util.List;

/** Mistral: a Llama whose layers all see a sliding window, where the config sets one; no biases. */
final class Mistral extends LlamaLike {
    @Override
    public String name() {
        return "mistral";
    }

    @Override
    int keyValueHeads(Config config) {
        return config.proven(
                "num_key_value_heads",
                config.json().has("num_key_value_heads")
                        ? config.positive("num_attention_heads")
                        : 8); // what Hugging Face's config class takes where the key is absent
    }

    @Override
    int usualContext() {
        return 131_072;
    }

    @Override
    boolean qkvBias(Config config) {
        return false;
    }

    @Override
    boolean outputBias(Config config) {
        return false;
    }

    @Override
    List<Integer> windows(Config config, int layers, int context) {
        if (!config.texts("layer_types").isEmpty()) {
            config.remarks()
                    .add("layer_types is not read: in this family all layers are alike, as transformers takes them");
        }
        if (config.json().path("sliding_window").isNull()) {
            return List.of();
        }
        return Collections.nCopies(layers, config.positive("sliding_window", 4096));
    }
}
