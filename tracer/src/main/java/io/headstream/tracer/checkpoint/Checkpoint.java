package io.headstream.tracer.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headstream.tracer.error.TraceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The weights of a folder: model.safetensors, or the shards that model.safetensors.index.json names. No pickle is ever read.
 *
 * @param files the weights files, in the order of their names
 */
public record Checkpoint(Path folder, List<Safetensors> files, Map<String, Safetensors> byTensor)
        implements AutoCloseable {
    private static final String SINGLE = "model.safetensors";
    private static final String INDEX = "model.safetensors.index.json";
    private static final String PICKLED = ".*\\.(bin|pt|pth)";
    private static final String WEIGHTS =
            "(model|pytorch_model|consolidated)[^/]*\\.(safetensors|bin|pt|pth)|tf_model\\.h5|flax_model\\.msgpack|.*\\.gguf";

    /** The names of the weights files of a folder, in order. */
    public static List<String> weightFiles(Path folder) {
        if (Files.isRegularFile(folder.resolve(SINGLE))) {
            return List.of(SINGLE);
        }
        if (Files.isRegularFile(folder.resolve(INDEX))) {
            return List.copyOf(new TreeSet<>(weightMap(folder.resolve(INDEX)).values()));
        }
        throw new TraceException(missing(folder));
    }

    /**
     * Whether a folder's weights are there, by their names alone.
     *
     * @throws TraceException naming what is missing
     */
    public static void requireWeights(Path folder) {
        for (String name : weightFiles(folder)) {
            if (!Files.isRegularFile(folder.resolve(name))) {
                throw Safetensors.missing(folder.resolve(name));
            }
        }
    }

    /**
     * Opens a folder's weights and checks every header, and that the shards hold what the index says.
     *
     * @throws TraceException where a file is missing, truncated or corrupt, or only pickled weights are there
     */
    public static Checkpoint open(Path folder) {
        List<Safetensors> files = new ArrayList<>();
        Map<String, Safetensors> byTensor = new LinkedHashMap<>();
        try {
            for (String name : weightFiles(folder)) {
                Safetensors file = Safetensors.open(folder.resolve(name));
                files.add(file);
                for (String tensor : file.names()) {
                    Safetensors other = byTensor.put(tensor, file);
                    if (other != null) {
                        throw new TraceException("tensor '" + tensor + "' is in two files, '" + other.file() + "' and '"
                                + file.file() + "'. Copy or download the folder again.");
                    }
                }
            }
            if (Files.isRegularFile(folder.resolve(INDEX)) && !Files.isRegularFile(folder.resolve(SINGLE))) {
                compare(folder, weightMap(folder.resolve(INDEX)), byTensor);
            }
            return new Checkpoint(folder, List.copyOf(files), byTensor);
        } catch (RuntimeException e) {
            files.forEach(Safetensors::close);
            throw e;
        }
    }

    private static void compare(Path folder, Map<String, String> index, Map<String, Safetensors> found) {
        index.forEach((tensor, name) -> {
            Safetensors file = found.get(tensor);
            if (file == null || !file.file().equals(folder.resolve(name))) {
                throw new TraceException("'" + folder.resolve(INDEX) + "' says that '" + name + "' holds tensor '"
                        + tensor + "', but it does not. Copy or download the folder again.");
            }
        });
    }

    private static Map<String, String> weightMap(Path index) {
        try {
            JsonNode map = new ObjectMapper().readTree(index.toFile()).path("weight_map");
            Map<String, String> byTensor = new LinkedHashMap<>();
            map.fields().forEachRemaining(field -> {
                String name = field.getValue().asText();
                if (name.isEmpty() || name.contains("/") || name.contains("\\") || !name.endsWith(".safetensors")) {
                    throw new TraceException("'" + index + "' names the file '" + name
                            + "', which is not a safetensors file of its folder");
                }
                byTensor.put(field.getKey(), name);
            });
            if (byTensor.isEmpty()) {
                throw new TraceException("'" + index + "' has no weight_map. Copy or download it again.");
            }
            return byTensor;
        } catch (IOException e) {
            throw new TraceException("'" + index + "' is not JSON. Copy or download it again.", e);
        }
    }

    private static String missing(Path folder) {
        if (ForeignFolder.hasAdapter(folder)) {
            return ForeignFolder.adapter(folder);
        }
        List<String> names = ForeignFolder.names(folder);
        if (names.stream().anyMatch(name -> name.matches(PICKLED))) {
            return "'" + folder
                    + "' has pickled weights only, which can run code when read and are never opened here."
                    + " Convert them in Python: from transformers import AutoModelForCausalLM;"
                    + " AutoModelForCausalLM.from_pretrained(FOLDER).save_pretrained(NEW_FOLDER, safe_serialization=True)";
        }
        return "'" + folder + "' has neither " + SINGLE + " nor " + INDEX
                + (names.isEmpty() ? "" : "; it has " + some(names))
                + ". A checkpoint needs its weights as Hugging Face writes them.";
    }

    /** What a user should know of which weights were taken; empty where the folder has no others. */
    public List<String> notes() {
        List<String> taken =
                files.stream().map(f -> f.file().getFileName().toString()).toList();
        List<String> others = otherWeights(folder, taken);
        List<String> notes = new ArrayList<>();
        if (!others.isEmpty()) {
            notes.add("the weights are those of " + some(taken) + ", as transformers takes them; the folder also has "
                    + some(others) + ", not read");
        }
        if (ForeignFolder.hasAdapter(folder)) {
            notes.add("the folder also has an adapter (adapter_config.json), which is not applied");
        }
        return notes;
    }

    // an index counts where another file was taken in its place
    private static List<String> otherWeights(Path folder, List<String> taken) {
        return ForeignFolder.names(folder).stream()
                .filter(name -> name.matches(WEIGHTS) || (name.equals(INDEX) && taken.contains(SINGLE)))
                .filter(name -> !taken.contains(name))
                .toList();
    }

    private static String some(List<String> names) {
        return names.stream().limit(3).collect(Collectors.joining(", "))
                + (names.size() > 3 ? " and " + (names.size() - 3) + " more" : "");
    }

    public Set<String> names() {
        return byTensor.keySet();
    }

    /**
     * The file that holds a tensor.
     *
     * @throws TraceException where none does
     */
    public Safetensors holding(String tensor) {
        Safetensors file = byTensor.get(tensor);
        if (file == null) {
            throw new TraceException("'" + folder + "' has no tensor '" + tensor + "'. Its weights hold "
                    + byTensor.size() + " tensors; is config.json of the same model?");
        }
        return file;
    }

    /**
     * Fails if a file has been written to since it was opened.
     *
     * @throws TraceException naming it
     */
    public void requireUnchanged() {
        files.forEach(Safetensors::requireUnchanged);
    }

    @Override
    public void close() {
        files.forEach(Safetensors::close);
    }
}
