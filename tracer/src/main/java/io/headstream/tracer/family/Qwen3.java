package io.headstream.tracer.family;

import io.headstream.tracer.checkpoint.Config;

/** Qwen3: Qwen2 with an RMSNorm on every head's query and key, and no biases unless told otherwise. */
final class Qwen3 extends Qwen2 {
    @Override
    public String name() {
        return "qwen3";
    }

    @Override
    int headSize(Config config) {
        return config.proven("head_dim", 128);
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
    boolean queryAndKeyNorms() {
        return true;
    }
}
