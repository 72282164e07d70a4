package io.headstream.tracer.tokenizer.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which tokenizers may run in this process: those made of the very parts of GPT-2, GPT-NeoX, OPT, Llama, Mistral, Qwen and SmolLM, with
 * their patterns and parameters. No text is known on which one of these fails, and whatever a part has that is not listed here makes it
 * another.
 */
public final class KnownParts {
    private static final String MARK = "\u2581";
    // 'll and the like, letters, digits, signs, spaces: GPT-2's, Llama 3's, Qwen's, Mistral's (Tekken)
    private static final Set<String> PATTERNS = Set.of(
            "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+",
            "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+",
            "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+",
            "[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]*[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]+|[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]+[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]*|\\p{N}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n/]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+");
    private static final Set<String> MEMBERS = Set.of(
            "version",
            "truncation", // both are switched off when it is opened
            "padding",
            "added_tokens",
            "normalizer",
            "pre_tokenizer",
            "model",
            "post_processor",
            "decoder");
    private static final Set<String> SCHEMES = Set.of("always", "never", "first");

    private KnownParts() {}

    public static boolean make(TokenizerJson json) {
        JsonNode parts = json.parts();
        return MEMBERS.containsAll(Shape.names(parts))
                && json.plain()
                && Shape.all(parts.path("added_tokens"), KnownParts::addedToken)
                && sequence(parts.path("normalizer"), "normalizers", KnownParts::normalizer)
                && sequence(parts.path("pre_tokenizer"), "pretokenizers", KnownParts::preTokenizer)
                && model(parts.path("model"), json)
                && sequence(parts.path("post_processor"), "processors", KnownTemplate::postProcessor)
                && sequence(parts.path("decoder"), "decoders", KnownParts::decoder);
    }

    // a part, none, or several of them, one after the other but not in each other
    private static boolean sequence(JsonNode part, String list, Predicate<JsonNode> known) {
        if (Shape.absent(part)) {
            return true;
        }
        return Shape.is(part, "Sequence", list)
                ? part.path(list).size() <= 8 && Shape.all(part.path(list), known)
                : known.test(part);
    }

    private static boolean addedToken(JsonNode token) {
        return Set.of("id", "content", "single_word", "lstrip", "rstrip", "normalized", "special")
                        .containsAll(Shape.names(token))
                && token.path("id").isInt()
                && token.path("id").intValue() >= 0
                && token.path("content").isTextual()
                && !token.path("content").textValue().isEmpty()
                && Shape.flags(token, "single_word", "lstrip", "rstrip", "normalized", "special");
    }

    private static boolean normalizer(JsonNode part) {
        return Shape.is(part, "NFC")
                || (Shape.is(part, "Prepend", "prepend") && Shape.text(part, "prepend", MARK))
                || replaces(part, " ", MARK);
    }

    private static boolean preTokenizer(JsonNode part) {
        if (Shape.is(part, "Split", "pattern", "behavior", "invert")) {
            JsonNode pattern = part.path("pattern");
            return Shape.names(pattern).equals(Set.of("Regex"))
                    && PATTERNS.contains(pattern.path("Regex").asText())
                    && Set.of("Isolated", "Removed")
                            .contains(part.path("behavior").asText())
                    && Shape.flags(part, "invert");
        }
        return byteLevel(part)
                || metaspace(part)
                || (Shape.is(part, "Digits", "individual_digits") && Shape.flags(part, "individual_digits"));
    }

    private static boolean model(JsonNode model, TokenizerJson json) {
        JsonNode unknown = model.path("unk_token");
        JsonNode dropout = model.path("dropout");
        return model.isObject()
                && (model.path("type").isMissingNode() || Shape.text(model, "type", "BPE"))
                && Set.of(
                                "type",
                                "dropout",
                                "unk_token",
                                "continuing_subword_prefix",
                                "end_of_word_suffix",
                                "fuse_unk",
                                "byte_fallback",
                                "ignore_merges")
                        .containsAll(Shape.names(model))
                && (Shape.absent(dropout) || (dropout.isNumber() && dropout.doubleValue() == 0))
                && emptyOrAbsent(model.path("continuing_subword_prefix"))
                && emptyOrAbsent(model.path("end_of_word_suffix"))
                && (emptyOrAbsent(unknown) || json.vocabulary().containsValue(unknown.asText()))
                && Shape.flags(model, "fuse_unk", "byte_fallback", "ignore_merges");
    }

    private static boolean emptyOrAbsent(JsonNode text) {
        return Shape.absent(text) || (text.isTextual() && text.textValue().isEmpty());
    }

    private static boolean decoder(JsonNode part) {
        return byteLevel(part)
                || metaspace(part)
                || Shape.is(part, "ByteFallback")
                || Shape.is(part, "Fuse")
                || replaces(part, MARK, " ")
                || (Shape.is(part, "Strip", "content", "start", "stop")
                        && Shape.text(part, "content", " ")
                        && part.path("start").isInt()
                        && part.path("start").intValue() <= 1
                        && part.path("stop").isInt()
                        && part.path("stop").intValue() == 0);
    }

    static boolean byteLevel(JsonNode part) {
        return Shape.is(part, "ByteLevel", "add_prefix_space", "trim_offsets", "use_regex")
                && Shape.flags(part, "add_prefix_space", "trim_offsets", "use_regex");
    }

    private static boolean metaspace(JsonNode part) {
        JsonNode scheme = part.path("prepend_scheme");
        return Shape.is(part, "Metaspace", "replacement", "add_prefix_space", "prepend_scheme", "split")
                && Shape.text(part, "replacement", MARK)
                && (scheme.isMissingNode() || SCHEMES.contains(scheme.asText()))
                && Shape.flags(part, "add_prefix_space", "split");
    }

    private static boolean replaces(JsonNode part, String what, String by) {
        return Shape.is(part, "Replace", "pattern", "content")
                && Shape.names(part.path("pattern")).equals(Set.of("String"))
                && Shape.text(part.path("pattern"), "String", what)
                && Shape.text(part, "content", by);
    }
}
