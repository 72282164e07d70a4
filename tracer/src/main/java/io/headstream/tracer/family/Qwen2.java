package io.headstream.tracer.family;

import io.headstream.tracer.checkpoint.Config;
import io.headstream.tracer.error.TraceException;
import java.util.ArrayList;
import java.util.List;

/** Qwen2 and 2.5: a Llama with biases on q, k and v, and sliding windows in its later layers where the config turns them on. */
class Qwen2 extends LlamaLike {
    @Override
    public String name() {
        return "qwen2";
    }

    @Override
    boolean qkvBias(Config config) {
        return true;
    }

    @Override
    boolean outputBias(Config config) {
        return false;
    }

    @Override
    final List<Integer> windows(Config config, int layers, int context) {
        boolean on = config.flag("use_sliding_window", false)
                && !config.json().path("sliding_window").isNull();
        int window = on ? config.positive("sliding_window", 4096) : context;
        int first = config.json().path("max_window_layers").asInt(28);
        List<String> types = config.texts("layer_types");
        if (!types.isEmpty() && types.size() != layers) {
            throw new TraceException("'" + config.file() + "': layer_types describes " + types.size()
                    + " layers, but num_hidden_layers is " + layers);
        }
        List<Integer> windows = new ArrayList<>();
        for (int l = 0; l < layers; l++) {
            boolean slides = types.isEmpty() ? l >= first : types.get(l).equals("sliding_attention");
            windows.add(slides ? window : context);
        }
        return List.copyOf(windows);
    }
}
