package io.headstream.tracer.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every token of a vocabulary is written in a way of its own, and what is written names it. */
class SpellingsTest {
    private static final int PADDED = 7;
    private static final int BYTES = 128; // pieces of SentencePiece that are ASCII, which others are too

    /** Small tokenizers of each kind, and a large one where it lies. */
    static Stream<Path> folders() {
        Path models = Path.of(Objects.requireNonNullElse(System.getenv("HEADSTREAM_MODELS"), "."));
        return Stream.concat(
                Stream.of("byte-level", "sentencepiece", "metaspace").map(SpellingsTest::small),
                Stream.of(models.resolve("smollm2-135m-instruct")).filter(Files::isDirectory));
    }

    private static Path small(String kind) {
        return Path.of("src/test/resources/tokenizers", kind);
    }

    private static Vocabulary open(Path folder) {
        Tokenizer tokenizer = Tokenizer.open(folder).orElseThrow();
        int size = Tokenizers.shared().open(folder.resolve("tokenizer.json")).ids() + PADDED;
        return new Vocabulary(folder.getFileName().toString(), size, 64, Optional.of(tokenizer), Optional.empty());
    }

    @ParameterizedTest
    @MethodSource("folders")
    void what_is_written_of_a_token_is_of_no_other_and_names_it(Path folder) {
        try (Vocabulary vocabulary = open(folder)) {
            Map<String, Integer> seen = new HashMap<>();
            int byId = 0;
            for (int id = 0; id < vocabulary.size(); id++) {
                String spelling = vocabulary.spelling(id);
                assertThat(seen.put(spelling, id)).as(spelling).isNull();
                Vocabulary.NamedToken named = vocabulary.token("target", spelling);
                assertThat(named.id()).as(spelling).isEqualTo(id);
                assertThat(named.note()).isEmpty();
                byId += spelling.equals("[" + id + "]") ? 1 : 0;
            }
            assertThat(byId).as("few have no text of their own").isBetween(PADDED, PADDED + BYTES);
        }
    }

    @Test
    void a_token_is_named_by_its_id_its_bytes_or_an_escape() {
        try (Vocabulary vocabulary = open(small("byte-level"))) {
            int[] rocket = vocabulary.encode("\ud83d\ude80");
            assertThat(vocabulary.spelling(rocket[0])).isEqualTo("<0xF0><0x9F>");
            assertThat(vocabulary.token("target", "<0xf0><0x9f>").id()).isEqualTo(rocket[0]);
            assertThat(vocabulary.token("target", "[" + rocket[0] + "]").spelling())
                    .isEqualTo("<0xF0><0x9F>");
            int padded = vocabulary.size() - 1;
            assertThat(vocabulary.token("target", "[" + padded + "]").id()).isEqualTo(padded);
            int[] marks = vocabulary.encode("[<\n\\");
            assertThat(marks).hasSize(4);
            assertThat(vocabulary.token("target", "[").id()).isEqualTo(marks[0]);
            assertThat(vocabulary.token("target", "<").id()).isEqualTo(marks[1]);
            assertThat(vocabulary.token("target", "\\n").id()).isEqualTo(marks[2]);
            assertThat(vocabulary.token("target", "\n").id()).isEqualTo(marks[2]);
            assertThat(vocabulary.token("target", "\\").id()).isEqualTo(marks[3]);
            assertThat(vocabulary.token("target", "\\[17]").id()).isEqualTo(marks[0]);
            assertThat(vocabulary.token("target", "\\[17]").note().orElseThrow())
                    .contains("the first, \"[\", counts");
            assertThatThrownBy(() -> vocabulary.token("target", "[" + vocabulary.size() + "]"))
                    .hasMessageContaining("ids go from 0 to " + padded)
                    .hasMessageContaining("write \\[" + vocabulary.size() + "]");
            assertThatThrownBy(() -> vocabulary.token("target", "<0xF0><0xF0>"))
                    .hasMessageContaining("no token of model 'byte-level' is the bytes <0xF0><0xF0>");
        }
    }

    @Test
    void an_answer_of_several_tokens_is_named_by_its_text_its_ids_or_its_bytes() {
        try (Vocabulary vocabulary = open(small("byte-level"))) {
            List<Integer> rocket = ids(vocabulary.encode("\ud83d\ude80"));
            assertThat(rocket).hasSizeGreaterThan(1);
            Vocabulary.NamedAnswer named = vocabulary.answer("target", "\ud83d\ude80");
            assertThat(named.ids()).isEqualTo(rocket);
            assertThat(named.note().orElseThrow())
                    .startsWith("target of " + rocket.size() + " tokens, explained as a whole");
            assertThat(vocabulary.answer("target", named.spelling()).ids()).isEqualTo(rocket);
            String byIds = rocket.stream().map(id -> "[" + id + "]").collect(Collectors.joining());
            assertThat(vocabulary.answer("target", byIds).ids()).isEqualTo(rocket);
            assertThat(vocabulary.answer("target", rocket).ids()).isEqualTo(rocket);
            assertThat(vocabulary.answer("target", "<0xF0><0x9F><0xF0><0x9F>").ids())
                    .isEqualTo(List.of(rocket.get(0), rocket.get(0)));
            List<Integer> backwards = List.of(rocket.get(1), rocket.get(0), rocket.get(1));
            assertThat(vocabulary
                            .answer("target", vocabulary.spelling(backwards))
                            .ids())
                    .isEqualTo(backwards);
            assertThat(vocabulary.answer("target", "\\[17][23]").ids()).isEqualTo(ids(vocabulary.encode("[17][23]")));
            assertThat(vocabulary.answer("target", "[" + rocket.get(0) + "]").ids())
                    .isEqualTo(rocket.subList(0, 1));
            assertThatThrownBy(() -> vocabulary.answer("target", "[0][999999999]"))
                    .hasMessageContaining("is outside the vocabulary");
        }
    }

    private static List<Integer> ids(int[] tokens) {
        return IntStream.of(tokens).boxed().toList();
    }

    @Test
    void a_prompt_of_ids_has_its_characters_whole() {
        try (Vocabulary vocabulary = open(small("byte-level"))) {
            assertThat(vocabulary.text(vocabulary.encode("a \ud83d\ude80 to"))).isEqualTo("a \ud83d\ude80 to");
            assertThat(vocabulary.text(new int[] {vocabulary.encode("a")[0], vocabulary.size() - 1}))
                    .isEqualTo("a[" + (vocabulary.size() - 1) + "]");
        }
    }
}
