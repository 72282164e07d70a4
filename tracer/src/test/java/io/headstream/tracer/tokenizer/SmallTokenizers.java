package io.headstream.tracer.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Tokenizers to change: real ones, and some of each kind of model written by hand. */
public final class SmallTokenizers {
    public static final ObjectMapper JSON = new ObjectMapper();

    private SmallTokenizers() {}

    public static List<ObjectNode> all() {
        return List.of(
                real("byte-level"),
                real("sentencepiece"),
                real("metaspace"),
                bpe(),
                read(
                        """
                        {"version": "1.0", "truncation": null, "padding": null, "added_tokens": [],
                         "normalizer": {"type": "BertNormalizer", "clean_text": true, "handle_chinese_chars": true,
                                        "strip_accents": null, "lowercase": true},
                         "pre_tokenizer": {"type": "BertPreTokenizer"},
                         "post_processor": {"type": "BertProcessing", "sep": ["[SEP]", 1], "cls": ["[CLS]", 0]},
                         "decoder": {"type": "WordPiece", "prefix": "##", "cleanup": true},
                         "model": {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##",
                                   "max_input_chars_per_word": 100,
                                   "vocab": {"[CLS]": 0, "[SEP]": 1, "[UNK]": 2, "a": 3, "##b": 4, "when": 5, "##y": 6}}}
                        """),
                read(
                        """
                        {"version": "1.0", "added_tokens": [], "normalizer": {"type": "Lowercase"},
                         "pre_tokenizer": {"type": "Whitespace"}, "post_processor": null, "decoder": null,
                         "model": {"type": "WordLevel", "unk_token": "?", "vocab": {"?": 0, "a": 1, "when": 2, "mary": 3}}}
                        """));
    }

    /** Byte-level BPE as GPT-2's, of a few tokens. */
    public static ObjectNode bpe() {
        return read(
                """
                {"version": "1.0", "truncation": null, "padding": null,
                 "added_tokens": [{"id": 8, "content": "<|end|>", "single_word": false, "lstrip": false, "rstrip": false,
                                   "normalized": false, "special": true}],
                 "normalizer": {"type": "NFC"},
                 "pre_tokenizer": {"type": "Sequence", "pretokenizers": [
                    {"type": "Digits", "individual_digits": true},
                    {"type": "ByteLevel", "add_prefix_space": false, "trim_offsets": true, "use_regex": true}]},
                 "post_processor": {"type": "TemplateProcessing",
                    "single": [{"SpecialToken": {"id": "<|end|>", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}}],
                    "pair": [{"Sequence": {"id": "A", "type_id": 0}}, {"Sequence": {"id": "B", "type_id": 1}}],
                    "special_tokens": {"<|end|>": {"id": "<|end|>", "ids": [8], "tokens": ["<|end|>"]}}},
                 "decoder": {"type": "ByteLevel", "add_prefix_space": true, "trim_offsets": true, "use_regex": true},
                 "model": {"type": "BPE", "dropout": null, "unk_token": null, "continuing_subword_prefix": null,
                           "end_of_word_suffix": null, "fuse_unk": false, "byte_fallback": false, "ignore_merges": false,
                           "vocab": {"a": 0, "b": 1, "n": 2, "\u0120": 3, "ab": 4, "\u0120a": 5, "an": 6, "abn": 7},
                           "merges": [["a", "b"], ["\u0120", "a"], ["a", "n"], ["ab", "n"]]}}
                """);
    }

    public static ObjectNode real(String kind) {
        try {
            return read(Files.readString(Path.of("src/test/resources/tokenizers", kind, "tokenizer.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ObjectNode read(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonNode part(String json) {
        return read(json);
    }
}
