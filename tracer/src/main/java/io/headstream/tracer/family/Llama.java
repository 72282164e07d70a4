package io.headstream.tracer.family;

import io.headstream.tracer.checkpoint.Config;

/** Llama 1 to 3, SmolLM, TinyLlama. */
final class Llama extends LlamaLike {
    @Override
    public String name() {
        return "llama";
    }

    @Override
    int usualContext() {
        return 2048;
    }

    @Override
    boolean qkvBias(Config config) {
        return config.provenFlag("attention_bias", false);
    }

    @Override
    boolean outputBias(Config config) {
        return config.provenFlag("attention_bias", false);
    }

    @Override
    boolean mlpBias(Config config) {
        return config.provenFlag("mlp_bias", false);
    }
}
