package io.headstream.tracer.tokenizer.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headstream.tracer.checkpoint.TokenizerFiles;
import io.headstream.tracer.error.TokenizerRefusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A tokenizer of before tokenizer.json, as vocab.json and merges.txt: GPT-2's, GPT-NeoX's or Qwen's, made into the tokenizer.json that
 * transformers 5 makes of the same files.
 */
final class VocabAndMerges {
    private static final int MOST = 32 << 20;
    private static final String QWEN =
            "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";
    private static final List<String> NAMED = List.of("bos_token", "eos_token", "unk_token", "pad_token");
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(64).build())
            .build());

    private final Path folder;
    private final JsonNode config;
    private final JsonNode special;
    private final ObjectNode vocabulary;
    private final Map<String, Integer> added = new LinkedHashMap<>();

    private VocabAndMerges(Path folder) throws IOException {
        this.folder = folder;
        this.config = optional(TokenizerFiles.CONFIG);
        this.special = optional(TokenizerFiles.SPECIAL);
        JsonNode pieces = JSON.readTree(bytes(folder.resolve(TokenizerFiles.VOCABULARY)));
        if (pieces == null || !pieces.isObject()) {
            throw TokenizerRefusal.of(TokenizerFiles.VOCABULARY + " is no JSON object");
        }
        this.vocabulary = (ObjectNode) pieces;
    }

    /**
     * The tokenizer.json of a folder that has none.
     *
     * @throws TokenizerRefusal where its files are none of that kind
     */
    static byte[] json(Path folder) {
        try {
            return JSON.writeValueAsBytes(new VocabAndMerges(folder).whole());
        } catch (IOException e) {
            throw TokenizerRefusal.of("vocab.json, or what goes with it, cannot be read ("
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse("") + ")");
        }
    }

    private ObjectNode whole() throws IOException {
        boolean qwen = isQwen();
        ObjectNode json = JSON.createObjectNode();
        json.put("version", "1.0");
        json.putNull("truncation");
        json.putNull("padding");
        addedTokens(json.putArray("added_tokens"), qwen);
        if (qwen || named("GPTNeoX")) {
            json.putObject("normalizer").put("type", "NFC");
        } else {
            json.putNull("normalizer");
        }
        preTokenizer(json, qwen);
        postProcessor(json);
        byteLevel(json.putObject("decoder"), true, true);
        model(json.putObject("model"));
        return json;
    }

    private boolean named(String kind) {
        return config.path("tokenizer_class").asText("").startsWith(kind);
    }

    private boolean isQwen() throws IOException {
        if (config.path("tokenizer_class").isTextual()) {
            return named("Qwen");
        }
        return optional("config.json").path("model_type").asText("").startsWith("qwen");
    }

    private void preTokenizer(ObjectNode json, boolean qwen) {
        boolean space = config.path("add_prefix_space").asBoolean(false);
        if (!qwen) {
            byteLevel(json.putObject("pre_tokenizer"), space, true);
            return;
        }
        ArrayNode parts =
                json.putObject("pre_tokenizer").put("type", "Sequence").putArray("pretokenizers");
        ObjectNode split = parts.addObject().put("type", "Split");
        split.putObject("pattern").put("Regex", QWEN);
        split.put("behavior", "Isolated").put("invert", false);
        byteLevel(parts.addObject(), space, false);
    }

    private static void byteLevel(ObjectNode part, boolean space, boolean regex) {
        part.put("type", "ByteLevel")
                .put("add_prefix_space", space)
                .put("trim_offsets", true)
                .put("use_regex", regex);
    }

    // what older tokenizers add is said in their config
    private void postProcessor(ObjectNode json) {
        String bos = text("bos_token");
        String eos = text("eos_token");
        boolean begins = config.path("add_bos_token").asBoolean(false) && id(bos) >= 0;
        boolean ends = config.path("add_eos_token").asBoolean(false) && id(eos) >= 0;
        if (!begins && !ends) {
            json.putNull("post_processor");
            return;
        }
        ObjectNode template = json.putObject("post_processor").put("type", "TemplateProcessing");
        ArrayNode single = template.putArray("single");
        ObjectNode known = JSON.createObjectNode();
        if (begins) {
            special(single, known, bos);
        }
        single.addObject().putObject("Sequence").put("id", "A").put("type_id", 0);
        if (ends) {
            special(single, known, eos);
        }
        ArrayNode pair = template.putArray("pair");
        pair.addAll(single.deepCopy());
        pair.addObject().putObject("Sequence").put("id", "B").put("type_id", 1);
        template.set("special_tokens", known);
    }

    private void special(ArrayNode single, ObjectNode known, String token) {
        single.addObject().putObject("SpecialToken").put("id", token).put("type_id", 0);
        ObjectNode entry = known.putObject(token).put("id", token);
        entry.putArray("ids").add(id(token));
        entry.putArray("tokens").add(token);
    }

    private int id(String token) {
        return vocabulary.has(token) ? vocabulary.path(token).asInt() : added.getOrDefault(token, -1);
    }

    private String text(String name) {
        JsonNode value = config.hasNonNull(name) ? config.path(name) : special.path(name);
        return value.isTextual() ? value.textValue() : value.path("content").asText("");
    }

    // those that the config gives ids, then added_tokens.json's, then special ones that only have a name
    private void addedTokens(ArrayNode list, boolean qwen) throws IOException {
        Map<String, JsonNode> flags = new LinkedHashMap<>();
        config.path("added_tokens_decoder").properties().forEach(entry -> {
            String content = entry.getValue().path("content").asText("");
            if (!content.isEmpty() && entry.getKey().matches("\\d{1,9}")) {
                added.put(content, Integer.parseInt(entry.getKey()));
                flags.put(content, entry.getValue());
            }
        });
        optional(TokenizerFiles.ADDED)
                .properties()
                .forEach(entry ->
                        added.putIfAbsent(entry.getKey(), entry.getValue().asInt()));
        List<String> named =
                NAMED.stream().map(this::text).filter(t -> !t.isEmpty()).toList();
        named.forEach(this::add);
        special.path("additional_special_tokens")
                .forEach(token -> add(token.asText(token.path("content").asText(""))));
        if (named.isEmpty() || qwen) {
            add("<|endoftext|>", vocabulary.has("<|endoftext|>"));
        }
        added.entrySet().stream().sorted(Map.Entry.comparingByValue()).forEach(entry -> {
            JsonNode given = flags.getOrDefault(entry.getKey(), JSON.createObjectNode());
            list.addObject()
                    .put("id", entry.getValue())
                    .put("content", entry.getKey())
                    .put("single_word", given.path("single_word").asBoolean(false))
                    .put("lstrip", given.path("lstrip").asBoolean(false))
                    .put("rstrip", given.path("rstrip").asBoolean(false))
                    .put("normalized", given.path("normalized").asBoolean(false))
                    .put("special", given.path("special").asBoolean(true));
        });
    }

    private void add(String token, boolean there) {
        if (there) {
            add(token);
        }
    }

    private void add(String token) {
        if (!token.isEmpty() && !added.containsKey(token)) {
            int next = 1
                    + Math.max(
                            vocabulary.size() - 1,
                            added.values().stream()
                                    .mapToInt(Integer::intValue)
                                    .max()
                                    .orElse(-1));
            added.put(token, vocabulary.has(token) ? vocabulary.path(token).asInt() : next);
        }
    }

    private void model(ObjectNode model) throws IOException {
        model.put("type", "BPE");
        model.putNull("dropout");
        model.putNull("unk_token");
        model.put("continuing_subword_prefix", "").put("end_of_word_suffix", "");
        model.put("fuse_unk", false).put("byte_fallback", false).put("ignore_merges", false);
        model.set("vocab", vocabulary);
        ArrayNode merges = model.putArray("merges");
        new String(bytes(folder.resolve(TokenizerFiles.MERGES)), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#version") && !line.isBlank())
                .forEach(merges::add);
    }

    private JsonNode optional(String name) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            return JSON.createObjectNode();
        }
        JsonNode json = JSON.readTree(bytes(file));
        return json == null || !json.isObject() ? JSON.createObjectNode() : json;
    }

    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST + 1);
            if (bytes.length > MOST) {
                throw TokenizerRefusal.of(file.getFileName() + " is larger than " + (MOST >> 20) + " MiB");
            }
            return bytes;
        }
    }
}
