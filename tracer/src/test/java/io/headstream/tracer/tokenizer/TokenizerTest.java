package io.headstream.tracer.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens are shown as they stand in a sentence, by each way that tokenizers write spaces and bytes. */
class TokenizerTest {
    private static final String SENTENCE = "When Mary and John went";

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
}
