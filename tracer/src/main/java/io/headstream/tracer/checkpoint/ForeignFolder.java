package io.headstream.tracer.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import io.headstream.tracer.error.TraceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What people take for a model's folder: adapters, tokenizers, weights in other forms. Each is named as what it is, with what makes a model of it. */
public final class ForeignFolder {
    /** The file that makes a folder an adapter. */
    public static final String ADAPTER = "adapter_config.json";

    private static final Set<String> TOKENIZER =
            Set.of("tokenizer.json", "tokenizer_config.json", "vocab.json", "tokenizer.model", "tekken.json");
    // of PEFT's kinds those that steer a model by vectors of their own and change no weight
    private static final Set<String> PROMPTS =
            Set.of("PROMPT_TUNING", "PREFIX_TUNING", "P_TUNING", "MULTITASK_PROMPT_TUNING", "ADAPTION_PROMPT", "CPT");

    private ForeignFolder() {}

    /** What a folder without a config.json is; empty where nothing in it is of a model. */
    public static Optional<String> kind(Path folder) {
        if (!Files.isDirectory(folder) || !Files.isReadable(folder)) {
            return Optional.empty();
        }
        List<String> names = names(folder);
        if (names.contains(ADAPTER)) {
            return Optional.of(adapter(folder));
        }
        Optional<String> gguf = first(names, ".gguf");
        if (gguf.isPresent()) {
            return Optional.of("'" + folder + "' has its weights as GGUF ('" + gguf.get()
                    + "'), which is not read here. Write them out in Python: from transformers import AutoModelForCausalLM;"
                    + " AutoModelForCausalLM.from_pretrained(FOLDER, gguf_file='" + gguf.get()
                    + "').save_pretrained(NEW_FOLDER), the tokenizer likewise");
        }
        if (names.contains("params.json") && names.stream().anyMatch(name -> name.startsWith("consolidated"))) {
            return Optional.of(
                    "'" + folder + "' has its weights in their maker's own form (params.json, consolidated...);"
                            + " take the same model in the form of Hugging Face transformers, which has a config.json");
        }
        if (first(names, ".safetensors").or(() -> first(names, ".bin")).isPresent()) {
            return Optional.of("'" + folder
                    + "' has weights but no config.json; copy the config.json of the model that they are of");
        }
        Optional<String> tokenizer = names.stream().filter(TOKENIZER::contains).findFirst();
        return tokenizer.map(
                name -> "'" + folder + "' holds a tokenizer only ('" + name
                        + "'), no model: it has neither config.json nor weights. Give the folder of the model that it belongs to");
    }

    /** The message for a folder that has no config.json. */
    public static String withoutConfig(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Files.exists(folder)
                    ? "'" + folder
                            + "' is a file; give the folder of a model, which holds config.json, model.safetensors"
                            + " and tokenizer.json"
                    : "'" + folder + "' does not exist, so it is not a model folder";
        }
        return kind(folder)
                .orElse("'" + folder + "' is not a model folder: it has no config.json. "
                        + "Give a folder as Hugging Face writes it: config.json, model.safetensors, tokenizer.json.");
    }

    /** What an adapter is of, and the line that merges it; for a folder with adapter_config.json. */
    static String adapter(Path folder) {
        JsonNode config = TokenizerFiles.json(folder.resolve(ADAPTER));
        String type = config.path("peft_type").asText("");
        String base = config.path("base_model_name_or_path").asText("");
        String named = "'" + folder + "' is an adapter (" + (type.isEmpty() ? "no peft_type" : type) + ") of "
                + (base.isEmpty() ? "a model that it does not name" : "'" + base + "'") + ", not a model. ";
        if (PROMPTS.contains(type)) {
            return named + "Adapters of this kind change no weights and cannot be merged; trace the model itself";
        }
        return named + "Merge the two in Python: from peft import AutoPeftModelForCausalLM;"
                + " AutoPeftModelForCausalLM.from_pretrained(FOLDER).merge_and_unload().save_pretrained(NEW_FOLDER),"
                + " the model's tokenizer likewise";
    }

    static boolean hasAdapter(Path folder) {
        return Files.isRegularFile(folder.resolve(ADAPTER));
    }

    private static Optional<String> first(List<String> names, String end) {
        return names.stream().filter(name -> name.endsWith(end)).findFirst();
    }

    static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new TraceException("'" + folder + "' cannot be listed: " + e.getMessage(), e);
        }
    }
}
