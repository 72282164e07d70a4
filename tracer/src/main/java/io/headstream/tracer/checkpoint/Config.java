package io.headstream.tracer.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headstream.tracer.error.TraceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A checkpoint's config.json, read by name with errors that name the key. What is taken because a key is absent, as transformers takes it, is
 * remembered where nothing else proves it: a pass must not depend on what nobody said.
 */
public record Config(Path file, JsonNode json, Remarks remarks) {

    /** @throws TraceException where there is none, saying what the folder is instead, or it is no JSON object */
    public static Config read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new TraceException(ForeignFolder.withoutConfig(TokenizerFiles.folder(file)));
        }
        try {
            JsonNode json = new ObjectMapper().readTree(file.toFile());
            if (json == null || !json.isObject()) {
                throw new TraceException("'" + file + "' is not a JSON object. Copy or download the file again.");
            }
            return new Config(file, json, new Remarks());
        } catch (IOException e) {
            throw new TraceException("'" + file + "' is not JSON. Copy or download the file again.", e);
        }
    }

    /** The same with other names of keys, by the one that is read here; both may be there if they agree. */
    public Config renamed(Map<String, String> others) {
        ObjectNode named = ((ObjectNode) json).deepCopy();
        others.forEach((other, name) -> {
            JsonNode value = json.path(other);
            if (!value.isMissingNode() && json.has(name) && !value.equals(json.path(name))) {
                throw new TraceException("'" + file + "' has " + name + " " + json.path(name) + " and " + other + " "
                        + value + ", which are two names of the same; remove the wrong one");
            }
            if (!value.isMissingNode()) {
                named.set(name, value);
            }
        });
        return new Config(file, named, remarks);
    }

    public int positive(String key) {
        return positive(key, json.path(key));
    }

    /** One of an object within. */
    public int positive(JsonNode object, String key) {
        return positive(key, object.path(key));
    }

    private int positive(String key, JsonNode value) {
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.asInt() <= 0) {
            throw wrong(key, "a positive whole number", value);
        }
        return value.asInt();
    }

    /** As above, where the key may be absent or null. */
    public int positive(String key, int otherwise) {
        return json.hasNonNull(key) ? positive(key) : remarks.assumed(key, otherwise);
    }

    /** As above, where the shapes of the weights prove the number, whichever it is. */
    public int proven(String key, int otherwise) {
        return json.hasNonNull(key) ? positive(key) : otherwise;
    }

    public double number(String key, double otherwise) {
        return number(json, key, otherwise);
    }

    /** A number of an object within. */
    public double number(JsonNode object, String key, double otherwise) {
        if (!object.hasNonNull(key)) {
            return remarks.assumed(key, otherwise);
        }
        JsonNode value = object.path(key);
        if (!value.isNumber()) {
            throw wrong(key, "a number", value);
        }
        return value.asDouble();
    }

    public String text(String key, String otherwise) {
        if (!json.hasNonNull(key)) {
            return remarks.assumed(key, otherwise);
        }
        JsonNode value = json.path(key);
        if (!value.isTextual()) {
            throw wrong(key, "a text", value);
        }
        return value.textValue();
    }

    public boolean flag(String key, boolean otherwise) {
        return json.hasNonNull(key) ? provenFlag(key, otherwise) : remarks.assumed(key, otherwise);
    }

    /** As above, where it can be seen in the weights whether it is so. */
    public boolean provenFlag(String key, boolean otherwise) {
        if (!json.hasNonNull(key)) {
            return otherwise;
        }
        JsonNode value = json.path(key);
        if (!value.isBoolean()) {
            throw wrong(key, "true or false", value);
        }
        return value.booleanValue();
    }

    public TraceException wrong(String key, String expected, JsonNode found) {
        return new TraceException("'" + file + "' must have " + expected + " '" + key + "', but has "
                + (found.isMissingNode() ? "none" : found));
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
        JsonNode list = json.path(key);
        if (json.hasNonNull(key) && !list.isArray()) {
            throw wrong(key, "a list", list);
        }
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /**
     * Fails where a switch has a value that is not supported.
     *
     * @throws TraceException saying why
     */
    public void refuse(String key, boolean value, String why) {
        if (json.hasNonNull(key) && provenFlag(key, value) == value) {
            throw new TraceException("'" + file + "': " + key + " " + value + " is not supported: " + why);
        }
    }
}
