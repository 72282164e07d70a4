package io.headstream.tracer.family;

import com.fasterxml.jackson.databind.JsonNode;
import io.headstream.tracer.checkpoint.Config;
import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.model.RopeScaling;
import io.headstream.tracer.model.Rotary;

/**
 * Reads a config's rotary embedding, in both forms that Hugging Face writes: `rope_theta` with `rope_scaling` (transformers 4), and all in
 * `rope_parameters` (5).
 */
final class RopeConfig {
    private final Config config;
    private final JsonNode rope;
    private final int context;

    private RopeConfig(Config config, int context) {
        this.config = config;
        this.rope = config.json().hasNonNull("rope_scaling")
                ? config.json().path("rope_scaling")
                : config.json().path("rope_parameters");
        this.context = context;
    }

    /**
     * @param context max_position_embeddings
     * @param thetaKey the older key of theta
     * @param partKey the older key of the part of a head's dimensions that turns
     * @param part that part where neither form states it
     */
    static Rotary partial(Config config, int dHead, int context, String thetaKey, String partKey, double part) {
        RopeConfig read = new RopeConfig(config, context);
        return read.of(dHead, thetaKey, read.number("partial_rotary_factor", config.number(partKey, part)));
    }

    /** An embedding that turns whole heads. */
    static Rotary whole(Config config, int dHead, int context) {
        return new RopeConfig(config, context).of(dHead, "rope_theta", 1);
    }

    private Rotary of(int dHead, String thetaKey, double turned) {
        double theta = number("rope_theta", config.number(thetaKey, 10_000));
        return checked(config, dHead, new Rotary((int) (dHead * turned), theta, Rotary.Layout.HALVES, scaling()));
    }

    /** The context that scaled frequencies were made for. */
    static int reach(int context, Rotary rotary) {
        return (int) Math.max(context, Math.floor(context * rotary.scaling().reach()));
    }

    static Rotary checked(Config config, int dHead, Rotary rotary) {
        if (rotary.dimensions() < 2 || rotary.dimensions() % 2 != 0 || rotary.dimensions() > dHead) {
            throw new TraceException("'" + config.file() + "': the rotary embedding turns " + rotary.dimensions()
                    + " dimensions, but it must be an even number up to the head's " + dHead);
        }
        if (!(rotary.theta() > 0)) {
            throw new TraceException("'" + config.file() + "': rope_theta must be positive, but is " + rotary.theta());
        }
        return rotary;
    }

    private RopeScaling scaling() {
        String type = rope.path("rope_type").asText(rope.path("type").asText("default"));
        return switch (type) {
            case "default" -> new RopeScaling.None();
            case "linear" -> new RopeScaling.Linear(required("factor"));
            case "dynamic" -> new RopeScaling.Dynamic(required("factor"), context);
            case "llama3" ->
                new RopeScaling.Llama3(
                        required("factor"),
                        required("low_freq_factor"),
                        required("high_freq_factor"),
                        originalContext());
            case "yarn" -> yarn();
            default ->
                throw new TraceException("'" + config.file() + "': rotary scaling '" + type
                        + "' is not supported; supported: default, linear, dynamic, llama3, yarn");
        };
    }

    private RopeScaling yarn() {
        int original = originalContext();
        double factor = number("factor", (double) context / original);
        double mscale = number("mscale", 0);
        double mscaleAllDim = number("mscale_all_dim", 0);
        double inferred = mscale != 0 && mscaleAllDim != 0
                ? attentionFactor(factor, mscale) / attentionFactor(factor, mscaleAllDim)
                : attentionFactor(factor, 1);
        return new RopeScaling.Yarn(
                factor,
                number("attention_factor", inferred),
                orElse(number("beta_fast", 32), 32),
                orElse(number("beta_slow", 1), 1),
                original,
                rope.path("truncate").asBoolean(true));
    }

    private static double attentionFactor(double factor, double scale) {
        return factor <= 1 ? 1 : 0.1 * scale * Math.log(factor) + 1;
    }

    private static double orElse(double value, double otherwise) {
        return value == 0 ? otherwise : value;
    }

    private int originalContext() {
        String key = "original_max_position_embeddings";
        return config.positive(key, (int) number(key, context));
    }

    private double number(String key, double otherwise) {
        return rope.hasNonNull(key) ? rope.path(key).asDouble(otherwise) : otherwise;
    }

    private double required(String key) {
        if (!rope.path(key).isNumber() || !(rope.path(key).asDouble() > 0)) {
            throw new TraceException("'" + config.file() + "': rotary scaling needs a positive number '" + key + "'");
        }
        return rope.path(key).asDouble();
    }
}
