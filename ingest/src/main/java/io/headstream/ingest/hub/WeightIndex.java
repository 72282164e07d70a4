package io.headstream.ingest.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headstream.tracer.TraceException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** The index of weights that are split into several files. */
final class WeightIndex {
    static final String NAME = "model.safetensors.index.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    private WeightIndex() {}

    /**
     * The files that an index names.
     *
     * @throws TraceException where it is not an index, or names a file elsewhere
     */
    static Set<String> shards(Path index) {
        Set<String> shards = new TreeSet<>();
        try {
            for (JsonNode shard : JSON.readTree(index.toFile()).path("weight_map")) {
                shards.add(shard.asText());
            }
        } catch (IOException e) {
            throw new TraceException(NAME + " cannot be read: " + e.getMessage(), e);
        }
        for (String shard : shards) {
            if (!shard.matches("\\w[\\w.-]*\\.safetensors") || shard.contains("..")) {
                throw new TraceException(NAME + " names '" + shard + "', which is no .safetensors file beside it");
            }
        }
        if (shards.isEmpty()) {
            throw new TraceException(NAME + " names no files: it has no weight_map");
        }
        return shards;
    }
}
