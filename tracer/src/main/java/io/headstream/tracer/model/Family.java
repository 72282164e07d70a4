package io.headstream.tracer.model;

import io.headstream.tracer.TraceException;
import io.headstream.tracer.checkpoint.Config;
import java.util.List;

/** A family of checkpoints: how its config and its weights' names are read into one common form. */
interface Family {
    /** Hugging Face's `model_type`. */
    String name();

    Architecture architecture(Config config);

    Parameters parameters(Architecture architecture, Config config, Weights weights);

    List<Family> ALL = List.of(new Gpt2());

    static Family of(Config config) {
        String type = config.text("model_type", "");
        return ALL.stream()
                .filter(f -> f.name().equals(type))
                .findFirst()
                .orElseThrow(() -> new TraceException("'" + config.file() + "' is of family '" + type
                        + "', which is not supported; supported: "
                        + String.join(", ", ALL.stream().map(Family::name).toList())));
    }
}
