package io.headstream.tracer.family;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.headstream.tracer.checkpoint.Config;
import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.model.RopeScaling;
import io.headstream.tracer.model.Rotary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a config's rotary embedding as transformers 5 does, in every form that Hugging Face has written: `rope_theta` with `rope_scaling`
 * (transformers 4), and all in `rope_parameters` (5), flat or by layer type. Of the two objects the first that holds anything counts, whole.
 */
final class RopeConfig {
    private static final String PART = "partial_rotary_factor";
    private static final String ORIGINAL = "original_max_position_embeddings";

    private final Config config;
    private final JsonNode rope;
    private final int dHead;
    private final int context;

    private RopeConfig(Config config, int dHead, int context) {
        this.config = config;
        this.rope = alike(chosen(config));
        this.dHead = dHead;
        this.context = context;
    }

    /**
     * @param context max_position_embeddings
     * @param thetaKey the older key of theta
     * @param partKey the older key of the part of a head's dimensions that turns
     * @param part that part where neither form states it
     */
    static Rotary partial(Config config, int dHead, int context, String thetaKey, String partKey, double part) {
        RopeConfig read = new RopeConfig(config, dHead, context);
        double turned = read.states(PART) ? read.number(PART, part) : config.number(partKey, part);
        return read.of(thetaKey, turned);
    }

    /** An embedding that turns whole heads. */
    static Rotary whole(Config config, int dHead, int context) {
        RopeConfig read = new RopeConfig(config, dHead, context);
        double part = read.states(PART)
                ? read.number(PART, 1)
                : config.json().path(PART).asDouble(1);
        if (part != 1 && !read.type().equals("proportional")) {
            if (!read.type().equals("default")) {
                throw new TraceException(
                        "'" + config.file() + "': " + PART + " " + part + " is not supported in family "
                                + config.json().path("model_type").asText() + ", whose heads turn whole");
            }
            config.remarks()
                    .add(PART + " " + part + " is not read: heads of this family turn whole, as in transformers");
        }
        return read.of("rope_theta", part);
    }

    private Rotary of(String thetaKey, double part) {
        double theta = states("rope_theta") ? number("rope_theta", 0) : config.number(thetaKey, 10_000);
        JsonNode beside = config.json().path("rope_theta");
        if (beside.isNumber() && beside.asDouble() != theta) {
            config.remarks()
                    .add("rope_theta is " + theta + "; config.json's other rope_theta, " + beside
                            + ", is not read, as in transformers");
        }
        boolean whole = thetaKey.equals("rope_theta") || type().equals("proportional");
        int dimensions = whole ? dHead : (int) (dHead * part);
        return checked(config, dHead, new Rotary(dimensions, theta, Rotary.Layout.HALVES, scaling(dimensions, part)));
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

    private static JsonNode chosen(Config config) {
        JsonNode older = object(config, "rope_scaling");
        JsonNode newer = object(config, "rope_parameters");
        if (!older.isEmpty() && !newer.isEmpty() && !older.equals(newer)) {
            config.remarks()
                    .add("config.json has both rope_scaling and rope_parameters, and they differ; rope_scaling is"
                            + " read, as in transformers");
        }
        return older.isEmpty() ? newer : older;
    }

    private static JsonNode object(Config config, String key) {
        if (!config.json().hasNonNull(key)) {
            return MissingNode.getInstance();
        }
        JsonNode value = config.json().path(key);
        if (!value.isObject()) {
            throw config.wrong(key, "an object", value);
        }
        return value;
    }

    /** The one that all layer types have, where they have one each. */
    private JsonNode alike(JsonNode found) {
        Map<String, JsonNode> byType = new LinkedHashMap<>();
        List<String> others = new ArrayList<>();
        found.properties().forEach(entry -> {
            if (entry.getValue().isObject()) {
                byType.put(entry.getKey(), entry.getValue());
            } else {
                others.add(entry.getKey());
            }
        });
        if (byType.isEmpty()) {
            return found;
        }
        List<String> used = config.texts("layer_types");
        byType.keySet().removeIf(type -> !used.isEmpty() && !used.contains(type));
        if (byType.values().stream().distinct().count() != 1
                || !others.isEmpty()
                || !byType.keySet().containsAll(used)) {
            throw new TraceException("'" + config.file() + "': rotary settings that differ by layer type ("
                    + String.join(", ", byType.keySet())
                    + (others.isEmpty() ? "" : ", beside " + String.join(", ", others))
                    + ") are not supported in family "
                    + config.json().path("model_type").asText()
                    + "; transformers has one for all its layers too");
        }
        return byType.values().iterator().next();
    }

    private String type() {
        JsonNode type = rope.has("rope_type") ? rope.path("rope_type") : rope.path("type");
        if (!type.isMissingNode() && !type.isTextual()) {
            throw config.wrong("rope_type", "a text", type);
        }
        return type.asText("default");
    }

    private RopeScaling scaling(int dimensions, double part) {
        return switch (type()) {
            case "default" -> new RopeScaling.None();
            case "linear" ->
                new RopeScaling.Linear(
                        required("factor"), states(ORIGINAL) ? config.positive(rope, ORIGINAL) : context);
            case "dynamic" -> new RopeScaling.Dynamic(required("factor"), context);
            case "llama3" ->
                new RopeScaling.Llama3(
                        required("factor"),
                        required("low_freq_factor"),
                        required("high_freq_factor"),
                        originalContext());
            case "yarn" -> yarn();
            case "longrope" -> longRope(dimensions);
            case "proportional" ->
                new RopeScaling.Proportional(
                        states("factor") ? required("factor") : 1, (int) Math.floor(part * dHead / 2));
            default ->
                throw new TraceException(
                        "'" + config.file() + "': rotary scaling '" + type()
                                + "' is not supported; supported: default, linear, dynamic, llama3, yarn, longrope, proportional");
        };
    }

    private RopeScaling yarn() {
        int original = originalContext();
        double factor = rope.path("factor").isNull() ? (double) context / original : required("factor");
        double mscale = optional("mscale");
        double mscaleAllDim = optional("mscale_all_dim");
        double inferred = mscale != 0 && mscaleAllDim != 0
                ? attentionFactor(factor, mscale) / attentionFactor(factor, mscaleAllDim)
                : attentionFactor(factor, 1);
        return new RopeScaling.Yarn(
                factor,
                states("attention_factor") ? optional("attention_factor") : inferred,
                orElse(optional("beta_fast"), 32),
                orElse(optional("beta_slow"), 1),
                original,
                !rope.has("truncate") || rope.path("truncate").asBoolean(false));
    }

    private static double attentionFactor(double factor, double scale) {
        return factor <= 1 ? 1 : 0.1 * scale * Math.log(factor) + 1;
    }

    private RopeScaling longRope(int dimensions) {
        int original = originalContext();
        double factor = states("factor") ? required("factor") : (double) context / original;
        double inferred = factor <= 1 ? 1 : Math.sqrt(1 + Math.log(factor) / Math.log(original));
        return new RopeScaling.LongRope(
                factors("short_factor", dimensions / 2),
                factors("long_factor", dimensions / 2),
                original,
                states("attention_factor") ? optional("attention_factor") : inferred);
    }

    private List<Float> factors(String key, int count) {
        List<Float> factors = new ArrayList<>();
        rope.path(key).forEach(factor -> factors.add((float) factor.asDouble()));
        if (factors.size() != count || factors.stream().anyMatch(factor -> !(factor > 0))) {
            throw new TraceException("'" + config.file() + "': rotary scaling needs " + count + " positive numbers in '"
                    + key + "', one for each pair of dimensions, but has " + factors.size());
        }
        return factors;
    }

    private static double orElse(double value, double otherwise) {
        return value == 0 ? otherwise : value;
    }

    // beside the object it goes first, as in transformers
    private int originalContext() {
        if (config.json().hasNonNull(ORIGINAL)) {
            return config.positive(ORIGINAL);
        }
        return states(ORIGINAL) ? config.positive(rope, ORIGINAL) : config.positive(ORIGINAL, context);
    }

    private boolean states(String key) {
        return rope.hasNonNull(key);
    }

    private double number(String key, double otherwise) {
        return config.number(rope, key, otherwise);
    }

    // a number that is 0 where it is absent, and then of no account
    private double optional(String key) {
        return states(key) ? number(key, 0) : 0;
    }

    private double required(String key) {
        if (!rope.path(key).isNumber() || !(rope.path(key).asDouble() > 0)) {
            throw new TraceException("'" + config.file() + "': rotary scaling needs a positive number '" + key + "'");
        }
        return rope.path(key).asDouble();
    }
}
