package io.headstream.tracer.family;

import io.headstream.tracer.checkpoint.Config;
import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.model.Architecture;
import io.headstream.tracer.model.Parameters;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A family of checkpoints: how its config and its weights' names are read into one common form (docs/adding-a-family.md). */
interface Family {
    /** Hugging Face's `model_type`. */
    String name();

    /** Names that transformers takes for keys of this family's config as well, with the names that are read here. */
    default Map<String, String> otherNames() {
        return Map.of();
    }

    /** What configs of GPT-2's kind may call their sizes. */
    Map<String, String> GPT2_NAMES = Map.of(
            "hidden_size", "n_embd",
            "num_attention_heads", "n_head",
            "num_hidden_layers", "n_layer",
            "max_position_embeddings", "n_positions");

    /** @throws TraceException where the config asks for what is not supported */
    Architecture architecture(Config config);

    /** @throws TraceException where a weight is missing or of another shape than the config says */
    Parameters parameters(Architecture architecture, Config config, Weights weights);

    List<Family> ALL = List.of(
            new Gpt2(),
            new GptNeo(),
            new GptJ(),
            new GptNeoX(),
            new Opt(),
            new Llama(),
            new Mistral(),
            new Qwen2(),
            new Qwen3());

    static Family of(Config config) {
        if (!config.json().path("model_type").isTextual()) {
            throw new TraceException(
                    "'" + config.file() + "' has no model_type, which says of what family it is; supported: "
                            + ALL.stream().map(Family::name).collect(Collectors.joining(", ")));
        }
        String type = config.json().path("model_type").textValue();
        return ALL.stream()
                .filter(f -> f.name().equals(type))
                .findFirst()
                .orElseThrow(() -> new TraceException("'" + config.file() + "' is of family '" + type
                        + "', which is not supported; supported: "
                        + ALL.stream().map(Family::name).collect(Collectors.joining(", "))));
    }
}
