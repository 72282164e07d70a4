package io.headstream.tracer.family;

import com.fasterxml.jackson.databind.JsonNode;
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
    int usualContext() {
        return 32_768;
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
        List<String> types = config.texts("layer_types");
        if (!types.isEmpty() && types.size() != layers) {
            throw new TraceException("'" + config.file() + "': layer_types describes " + types.size()
                    + " layers, but num_hidden_layers is " + layers);
        }
        boolean on = config.json().hasNonNull("sliding_window")
                ? config.flag("use_sliding_window", false)
                : config.provenFlag("use_sliding_window", false)
                        && !config.json().path("sliding_window").isNull();
        int window = on ? config.positive("sliding_window", 4096) : context;
        int first = on && types.isEmpty() ? firstWindow(config) : 0;
        List<Integer> windows = new ArrayList<>();
        for (int l = 0; l < layers; l++) {
            boolean slides = types.isEmpty() ? on && l >= first : slides(config, types.get(l), on);
            windows.add(slides ? window : context);
        }
        return List.copyOf(windows);
    }

    private static int firstWindow(Config config) {
        JsonNode first = config.json().path("max_window_layers");
        if (first.isIntegralNumber()) {
            return first.asInt();
        }
        return config.positive("max_window_layers", 28);
    }

    private static boolean slides(Config config, String type, boolean on) {
        if (type.equals("sliding_attention") && !on) {
            throw new TraceException("'" + config.file()
                    + "': layer_types has sliding_attention, but use_sliding_window and sliding_window set no window");
        }
        if (!type.equals("sliding_attention") && !type.equals("full_attention")) {
            throw new TraceException("'" + config.file() + "': layers of type '" + type
                    + "' are not supported; supported: full_attention, sliding_attention");
        }
        return type.equals("sliding_attention");
    }
}
