package io.headstream.tracer.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headstream.tracer.error.TraceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A checkpoint's config.json, read by name with errors that name the key. */
public record Config(Path file, JsonNode json) {
    public static Config read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new TraceException("'" + file.getParent() + "' is not a model folder: it has no config.json. "
                    + "Give a folder as Hugging Face writes it: config.json, model.safetensors, tokenizer.json.");
        }
        try {
            JsonNode json = new ObjectMapper().readTree(file.toFile());
            if (json == null || !json.isObject()) {
                throw new TraceException("'" + file + "' is not a JSON object. Copy or download the file again.");
            }
            return new Config(file, json);
        } catch (IOException e) {
            throw new TraceException("'" + file + "' is not JSON. Copy or download the file again.", e);
        }
    }

    public int positive(String key) {
        JsonNode value = json.path(key);
        if (!value.canConvertToInt() || value.asInt() <= 0) {
            throw new TraceException("'" + file + "' must have a positive whole number '" + key + "', but has "
                    + (value.isMissingNode() ? "none" : value));
        }
        return value.asInt();
    }

    /** As above, where the key may be absent or null. */
    public int positive(String key, int otherwise) {
        return json.hasNonNull(key) ? positive(key) : otherwise;
    }

    public double number(String key, double otherwise) {
        return json.hasNonNull(key) ? json.path(key).asDouble(otherwise) : otherwise;
    }

    public String text(String key, String otherwise) {
        return json.hasNonNull(key) ? json.path(key).asText() : otherwise;
    }

    public boolean flag(String key, boolean otherwise) {
        return json.path(key).asBoolean(otherwise);
    }

    /**
     * One number divided by another, which must divide it.
     *
     * @throws TraceException naming both
     */
    public int divided(String whole, String by) {
        return divided(whole, positive(whole), by, positive(by));
    }

    /** `part`, which must divide `whole`. */
    public int divisor(String partKey, int part, String wholeKey, int whole) {
        divided(wholeKey, whole, partKey, part);
        return part;
    }

    private int divided(String wholeKey, int whole, String partKey, int part) {
        if (whole % part != 0) {
            throw new TraceException(
                    "'" + file + "': " + wholeKey + " " + whole + " is not a multiple of " + partKey + " " + part);
        }
        return whole / part;
    }

    /** A list of texts; empty where the key is absent or null. */
    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        json.path(key).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /**
     * Fails where a switch has a value that is not supported.
     *
     * @throws TraceException saying why
     */
    public void refuse(String key, boolean value, String why) {
        if (json.path(key).isBoolean() && json.path(key).asBoolean() == value) {
            throw new TraceException("'" + file + "': " + key + " " + value + " is not supported: " + why);
        }
    }
}
