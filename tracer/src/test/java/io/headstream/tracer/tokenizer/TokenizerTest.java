package io.headstream.tracer.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.headstream.tracer.Golden;
import io.headstream.tracer.checkpoint.Fingerprint;
import io.headstream.tracer.family.ModelLoader;
import io.headstream.tracer.model.Architecture;
import io.headstream.tracer.trace.TraceRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens are shown as they stand in a sentence, by each way that tokenizers write spaces and bytes. */
class TokenizerTest {
    private static final String SENTENCE = "When Mary and John went";

    @TempDir
    private Path folder;

    private static Tokenizer open(String kind) {
        return Tokenizer.open(Path.of("src/test/resources/tokenizers", kind)).orElseThrow();
    }

    private static List<String> texts(Tokenizer tokenizer, int[] ids) {
        return Arrays.stream(ids).mapToObj(tokenizer::text).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"byte-level", "sentencepiece", "metaspace"})
    void a_prompts_tokens_make_the_prompt_again(String kind) {
        try (Tokenizer tokenizer = open(kind)) {
            List<String> texts = texts(tokenizer, tokenizer.encodeBare(" " + SENTENCE));
            assertThat(String.join("", texts)).isEqualTo(" " + SENTENCE);
            assertThat(texts).contains(" Mary");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"byte-level", "sentencepiece", "metaspace"})
    void a_target_is_the_token_that_follows_in_the_sentence(String kind) {
        try (Tokenizer tokenizer = open(kind)) {
            int[] mary = tokenizer.encodeBare(" Mary");
            assertThat(mary).hasSize(1);
            int[] prompt = tokenizer.encode(SENTENCE);
            assertThat(Arrays.stream(prompt).boxed().toList()).contains(mary[0]);
        }
    }

    @Test
    void special_tokens_are_kept() {
        try (Tokenizer llama = open("sentencepiece");
                Tokenizer gpt = open("byte-level")) {
            int[] ids = llama.encode(SENTENCE);
            assertThat(llama.text(ids[0])).isEqualTo("<s>");
            assertThat(gpt.text(0)).isEqualTo("<|endoftext|>");
            assertThat(gpt.encode("<|endoftext|>When")[0]).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"byte-level", "sentencepiece"})
    void part_of_a_character_is_shown_by_its_bytes(String kind) {
        try (Tokenizer tokenizer = open(kind)) {
            String shown = Arrays.stream(tokenizer.encodeBare(" \uD83D\uDE80")) // a rocket, in no training text
                    .mapToObj(id -> tokenizer.bytes(id).orElseGet(() -> tokenizer.text(id)))
                    .collect(Collectors.joining());
            assertThat(shown).isEqualTo(" <0xF0><0x9F><0x9A><0x80>");
            int last = tokenizer.encodeBare(" \uD83D\uDE80")[tokenizer.encodeBare(" \uD83D\uDE80").length - 1];
            assertThat(tokenizer.text(last)).isEqualTo("\uFFFD"); // decoded alone, as every other tool has it
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"byte-level", "sentencepiece"})
    void a_line_break_is_a_line_break(String kind) {
        try (Tokenizer tokenizer = open(kind)) {
            assertThat(texts(tokenizer, tokenizer.encodeBare("a\na"))).contains("\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GPT2Tokenizer", "Qwen2Tokenizer", "GPTNeoXTokenizer"})
    void vocab_json_and_merges_txt_make_the_tokenizer_that_transformers_makes_of_them(String kind) throws IOException {
        JsonNode cases = SmallTokenizers.JSON
                .readTree(Path.of("src/test/resources/tokenizers/vocab-and-merges.json")
                        .toFile())
                .path(kind);
        vocabAndMerges(cases.path("config").toString());
        Bos bos = cases.path("config").path("add_bos_token").asBoolean() ? Bos.ADD : Bos.AUTO;
        List<ProcessHandle> processes = Tokenizers.shared().processes();
        try (Tokenizer tokenizer = Tokenizer.open(folder).orElseThrow()) {
            cases.path("ids").properties().forEach(entry -> {
                int[] wanted = SmallTokenizers.JSON.convertValue(entry.getValue(), int[].class);
                assertThat(tokenizer.encode(entry.getKey(), bos).ids())
                        .as(entry.getKey())
                        .isEqualTo(wanted);
            });
            assertThat(tokenizer.isSpecial(0)).isTrue();
        }
        assertThat(processes)
                .as("it is made of known parts, and runs here")
                .containsAll(Tokenizers.shared().processes());
        Fingerprint before = fingerprint();
        Files.writeString(folder.resolve("merges.txt"), "#version: 0.2\n");
        assertThat(fingerprint().id()).as("its files are of the model").isNotEqualTo(before.id());
    }

    @Test
    void a_tokenizer_in_a_form_that_is_not_read_gets_the_line_that_converts_it() throws IOException {
        Files.writeString(folder.resolve("tokenizer.model"), "a SentencePiece model");
        assertThat(Tokenizer.open(folder)).isEmpty();
        assertThat(Tokenizer.knownRefusal(folder).orElseThrow())
                .contains(
                        "has its tokenizer as tokenizer.model",
                        "AutoTokenizer.from_pretrained(FOLDER).save_pretrained");
        Files.writeString(folder.resolve("vocab.json"), "{}");
        Files.delete(folder.resolve("tokenizer.model"));
        assertThat(Tokenizer.knownRefusal(folder).orElseThrow()).contains("vocab.json without merges.txt");
        vocabAndMerges("{}");
        assertThat(Tokenizer.knownRefusal(folder)).isEmpty();
        Files.writeString(folder.resolve("vocab.json"), "[1]");
        assertThatThrownBy(() -> Tokenizer.open(folder)).hasMessageContaining("vocab.json is no JSON object");
    }

    @Test
    void a_prompt_that_begins_with_the_bos_gets_no_second_one_unless_asked() {
        try (Tokenizer llama = open("sentencepiece")) {
            int bos = llama.encode(SENTENCE)[0];
            int[] bare = llama.encode("<s>" + SENTENCE, Bos.NONE).ids();
            assertThat(bare[0]).isEqualTo(bos);
            Tokenizer.Encoded once = llama.encode("<s>" + SENTENCE, Bos.AUTO);
            assertThat(once.ids()).isEqualTo(bare);
            assertThat(once.notes()).singleElement().asString().contains("\"<s>\"", "not added again");
            Tokenizer.Encoded twice = llama.encode("<s>" + SENTENCE, Bos.ADD);
            assertThat(twice.ids()).startsWith(bos, bos).hasSize(bare.length + 1);
            assertThat(twice.notes()).singleElement().asString().contains("another was put before it");
            assertThat(llama.encode(SENTENCE, Bos.AUTO).notes()).isEmpty();
            assertThat(llama.encode(SENTENCE, Bos.ADD).ids()).isEqualTo(llama.encode(SENTENCE));
            assertThat(llama.encode(SENTENCE, Bos.NONE).ids()).doesNotContain(bos);
            assertThat(llama.encode(SENTENCE, Bos.NONE).notes()).hasSize(1);
        }
    }

    @Test
    void a_bos_is_put_where_the_tokenizer_puts_none_if_it_names_one() throws IOException {
        Files.writeString(
                folder.resolve("tokenizer.json"),
                SmallTokenizers.real("byte-level").toString());
        try (Tokenizer gpt = Tokenizer.open(folder).orElseThrow()) {
            assertThat(gpt.encode(SENTENCE, Bos.AUTO).notes()).isEmpty();
            assertThatThrownBy(() -> gpt.encode(SENTENCE, Bos.ADD)).hasMessageContaining("has no BOS");
        }
        Files.writeString(
                folder.resolve("special_tokens_map.json"), "{\"bos_token\": {\"content\": \"<|endoftext|>\"}}");
        try (Tokenizer gpt = Tokenizer.open(folder).orElseThrow()) {
            Tokenizer.Encoded begun = gpt.encode(SENTENCE, Bos.ADD);
            assertThat(begun.ids()[0]).isZero();
            assertThat(begun.notes()).singleElement().asString().contains("was put before the prompt");
        }
        assertThatThrownBy(() -> Bos.named("yes")).hasMessageContaining("one of auto, add, none");
    }

    @Test
    void a_token_of_the_prompt_beyond_the_embedding_is_named_with_its_text() throws IOException {
        Files.writeString(
                folder.resolve("tokenizer.json"),
                SmallTokenizers.real("byte-level").toString());
        Architecture small = ModelLoader.describe(Golden.folder("llama"));
        try (Vocabulary vocabulary = Vocabulary.open(folder, small)) {
            int[] went = vocabulary.encode(SENTENCE);
            assertThatThrownBy(() -> TraceRequest.of(went).check(small, vocabulary))
                    .hasMessageContaining("the prompt's token 0, \"When\" (id " + went[0] + ")")
                    .hasMessageContaining("ids go from 0 to 100")
                    .hasMessageContaining("resize_token_embeddings");
        }
    }

    private Fingerprint fingerprint() throws IOException {
        Files.writeString(folder.resolve("config.json"), "{}");
        Files.writeString(folder.resolve("model.safetensors"), "");
        return Fingerprint.of(folder);
    }

    private void vocabAndMerges(String config) throws IOException {
        JsonNode model = SmallTokenizers.real("byte-level").path("model");
        StringBuilder merges = new StringBuilder("#version: 0.2\n");
        model.path("merges").forEach(merge -> merges.append(
                        merge.isTextual()
                                ? merge.asText()
                                : merge.get(0).asText() + " " + merge.get(1).asText())
                .append('\n'));
        Files.writeString(folder.resolve("vocab.json"), model.path("vocab").toString());
        Files.writeString(folder.resolve("merges.txt"), merges);
        Files.writeString(folder.resolve("tokenizer_config.json"), config);
    }
}
