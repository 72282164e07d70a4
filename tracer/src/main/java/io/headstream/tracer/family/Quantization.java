package io.headstream.tracer.family;

import com.fasterxml.jackson.databind.JsonNode;
import io.headstream.tracer.checkpoint.Config;
import io.headstream.tracer.error.TraceException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Weights that were rounded to few bits, as config.json says, in every form that its writers have. Their packed numbers are no weights until the
 * library that packed them unpacks them, so that such a model is refused before a file of them is read or pulled.
 */
final class Quantization {
    // "quantization" is MLX's; "compression_config" is what compressed-tensors wrote at first
    private static final List<String> KEYS = List.of("quantization_config", "quantization", "compression_config");
    private static final Map<String, String> NAMES = Map.of(
            "gptq", "GPTQ",
            "awq", "AWQ",
            "fp8", "FP8",
            "fbgemm_fp8", "FP8 (fbgemm)",
            "bitsandbytes", "bitsandbytes",
            "compressed-tensors", "compressed-tensors",
            "mxfp4", "MXFP4",
            "torchao", "torchao",
            "hqq", "HQQ",
            "mlx", "MLX");
    private static final String PLAIN = "take the model that it was made from, whose weights are F32, F16 or BF16";

    private Quantization() {}

    /** @throws TraceException where the config is a quantized model's: by what, and what to do */
    static void refuse(Config config) {
        for (String key : KEYS) {
            JsonNode how = config.json().path(key);
            if (how.isObject() && !how.isEmpty()) {
                String method = method(key, how);
                throw new TraceException("'" + config.file() + "' is of a model quantized by "
                        + NAMES.getOrDefault(method, method) + bits(how)
                        + ", whose weights cannot be read as they are: " + remedy(method));
            }
        }
    }

    private static String method(String key, JsonNode how) {
        if (how.path("quant_method").isTextual()) {
            String method = how.path("quant_method").textValue().toLowerCase(Locale.ROOT);
            return method.startsWith("bitsandbytes") ? "bitsandbytes" : method;
        }
        if (how.has("load_in_4bit") || how.has("load_in_8bit")) {
            return "bitsandbytes"; // of before its configs named it
        }
        if (key.equals("compression_config") || how.has("config_groups")) {
            return "compressed-tensors";
        }
        return how.has("group_size") && how.has("bits") ? "mlx" : "a method that it does not name";
    }

    private static String bits(JsonNode how) {
        Optional<String> bits = Stream.of("bits", "w_bit", "num_bits")
                .map(how::path)
                .filter(JsonNode::isIntegralNumber)
                .map(JsonNode::asText)
                .findFirst()
                .or(() -> how.path("load_in_4bit").asBoolean() ? Optional.of("4") : Optional.empty())
                .or(() -> how.path("load_in_8bit").asBoolean() ? Optional.of("8") : Optional.empty());
        return bits.map(number -> " in " + number + " bits").orElse("");
    }

    private static String remedy(String method) {
        return switch (method) {
            case "mlx" ->
                PLAIN
                        + ", or write it out in Python: mlx_lm.convert --hf-path FOLDER --mlx-path NEW_FOLDER --dequantize";
            case "bitsandbytes" ->
                PLAIN + ", or write it out in Python: from transformers import AutoModelForCausalLM;"
                        + " AutoModelForCausalLM.from_pretrained(FOLDER).dequantize().save_pretrained(NEW_FOLDER)";
            case "fp8" -> written("FineGrainedFP8Config(dequantize=True)", "FineGrainedFP8Config");
            case "compressed-tensors" -> written("CompressedTensorsConfig(dequantize=True)", "CompressedTensorsConfig");
            case "mxfp4" -> written("Mxfp4Config(dequantize=True)", "Mxfp4Config");
            default -> PLAIN;
        };
    }

    private static String written(String config, String type) {
        return PLAIN + ", or write it out in Python: from transformers import AutoModelForCausalLM, " + type
                + "; AutoModelForCausalLM.from_pretrained(FOLDER, quantization_config=" + config
                + ").save_pretrained(NEW_FOLDER)";
    }
}
