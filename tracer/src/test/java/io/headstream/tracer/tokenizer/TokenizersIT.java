package io.headstream.tracer.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headstream.tracer.error.TokenizerRefusal;
import io.headstream.tracer.tokenizer.file.KnownParts;
import io.headstream.tracer.tokenizer.file.TokenizerFile;
import io.headstream.tracer.tokenizer.file.TokenizerJson;
import io.headstream.tracer.tokenizer.process.Codec;
import io.headstream.tracer.tokenizer.process.Helper;
import io.headstream.tracer.tokenizer.process.HelperCodec;
import io.headstream.tracer.tokenizer.process.Helpers;
import io.headstream.tracer.tokenizer.process.Limits;
import io.headstream.tracer.tokenizer.process.NativeCodec;
import io.headstream.tracer.tokenizer.process.TokenizerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No tokenizer.json, and no prompt, ends the process that uses it. */
class TokenizersIT {
    private static final Limits SMALL = new Limits(Duration.ofSeconds(4), Duration.ofSeconds(60), 600_000_000L);
    private static final String SENTENCE = "When Mary and John went to the store, ab an abn 12";

    @TempDir
    Path folder;

    private Tokenizers tokenizers;

    @BeforeEach
    void open() {
        tokenizers = new Tokenizers(folder.resolve("verdicts"), SMALL, Duration.ofSeconds(30));
    }

    @AfterEach
    void close() {
        tokenizers.close();
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                with("normalizer", "{'type': 'Precompiled', 'precompiled_charsmap': ''}"),
                with("normalizer", "{'type': 'Precompiled', 'precompiled_charsmap': 'AAAA'}"),
                with("normalizer", "{'type': 'Precompiled', 'precompiled_charsmap': '/////w=='}"),
                with("normalizer", "{'type': 'Replace', 'pattern': {'String': ''}, 'content': 'x'}"),
                with("pre_tokenizer", "{'type': 'FixedLength', 'length': 0}"),
                with(
                        "post_processor",
                        "{'type': 'TemplateProcessing', 'single': [{'SpecialToken': {'id': 'none', 'type_id': 0}}],"
                                + " 'pair': [{'Sequence': {'id': 'A', 'type_id': 0}}], 'special_tokens': {}}"),
                with("normalizer", growing(26)));
    }

    // each makes the text longer
    private static String growing(int times) {
        return "{'type': 'Sequence', 'normalizers': ["
                + String.join(
                        ",",
                        java.util.Collections.nCopies(
                                times, "{'type': 'Replace', 'pattern': {'String': 'a'}, 'content': 'aa'}"))
                + "]}";
    }

    private static Arguments with(String member, String part) {
        ObjectNode json = SmallTokenizers.bpe();
        json.set(member, SmallTokenizers.part(part.replace('\'', '"')));
        return Arguments.of(part.length() > 80 ? part.substring(0, 80) : part, json);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void a_malformed_one_is_refused_and_not_tried_again(String name, ObjectNode json) throws IOException {
        Path file = write(json);
        assertThatThrownBy(() -> tokenizers.open(file))
                .isInstanceOf(TokenizerRefusal.class)
                .hasMessageContaining("the tokenizers library");
        long start = System.nanoTime();
        try (Tokenizers next = new Tokenizers(folder.resolve("verdicts"), SMALL, Duration.ofSeconds(30))) {
            assertThatThrownBy(() -> next.open(file))
                    .isInstanceOf(TokenizerRefusal.class)
                    .hasMessageContaining("the tokenizers library");
            assertThat(next.knownRefusal(file)).isPresent();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(300));
    }

    @Test
    void a_bpe_whose_pieces_continue_by_a_prefix_that_is_not_there_is_refused() throws IOException {
        ObjectNode json = SmallTokenizers.bpe();
        ((ObjectNode) json.get("model")).put("continuing_subword_prefix", "##########");
        Path file = write(json);
        assertThatThrownBy(() -> tokenizers.open(file)).isInstanceOf(TokenizerRefusal.class);
    }

    @Test
    void a_prompt_on_which_it_crashes_is_refused_and_the_next_one_is_not() throws IOException {
        ObjectNode json = SmallTokenizers.bpe();
        json.set(
                "pre_tokenizer",
                SmallTokenizers.part("{\"type\": \"Split\", \"pattern\": {\"Regex\": \"(b+b+)+n$\"},"
                        + " \"behavior\": \"Isolated\", \"invert\": false}"));
        try (Codec codec = tokenizers.open(write(json)).codec()) {
            assertThat(codec.ids("ab", false)).containsExactly(4);
            assertThatThrownBy(() -> codec.ids("b".repeat(60), false)).isInstanceOf(TokenizerRefusal.class);
            assertThat(codec.ids("ab", true)).containsExactly(8, 4);
        }
    }

    @Test
    void one_in_a_process_of_its_own_says_what_it_says_here() throws IOException {
        for (ObjectNode json : SmallTokenizers.all()) {
            Path file = write(json);
            String text = Files.readString(file);
            try (Codec there = helper(text);
                    Codec here = NativeCodec.open(text)) {
                assertThat(there.ids(SENTENCE, true)).isEqualTo(here.ids(SENTENCE, true));
                assertThat(there.ids(SENTENCE, false)).isEqualTo(here.ids(SENTENCE, false));
                assertThat(there.pieces("a\ud800b \u4e2d")).isEqualTo(here.pieces("a\ud800b \u4e2d"));
                for (long id = 0; id < 12; id++) {
                    assertThat(there.text(new long[] {id})).isEqualTo(here.text(new long[] {id}));
                    assertThat(there.text(new long[] {2, id})).isEqualTo(here.text(new long[] {2, id}));
                }
            }
        }
    }

    private Codec helper(String text) {
        Helpers helpers = new Helpers(SMALL, Duration.ofSeconds(30));
        Codec codec = new HelperCodec(helpers, "x", helper -> helper.ask(TokenizerProcess.Ask.OPEN, text, in -> ""));
        return new Codec() {
            @Override
            public long[] ids(String t, boolean special) {
                return codec.ids(t, special);
            }

            @Override
            public String[] pieces(String t) {
                return codec.pieces(t);
            }

            @Override
            public String text(long[] ids) {
                return codec.text(ids);
            }

            @Override
            public void close() {
                helpers.close();
            }
        };
    }

    @Test
    void processes_are_few_and_end_when_nobody_asks() throws Exception {
        List<ProcessHandle> seen;
        try (Tokenizers brief = new Tokenizers(folder.resolve("verdicts"), SMALL, Duration.ofMillis(400))) {
            for (ObjectNode json : List.of(
                    SmallTokenizers.real("metaspace"),
                    SmallTokenizers.all().get(4),
                    SmallTokenizers.all().get(5))) {
                try (Codec codec = brief.open(write(json)).codec()) {
                    codec.ids("a", false);
                    codec.ids("b", false);
                }
                assertThat(brief.processes()).hasSizeBetween(1, 2);
            }
            seen = brief.processes();
            for (int i = 0; i < 100 && !brief.processes().isEmpty(); i++) {
                Thread.sleep(50);
            }
            assertThat(brief.processes()).isEmpty();
        }
        assertThat(seen).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void the_known_families_run_here_and_without_a_process() throws IOException {
        for (ObjectNode json : List.of(
                SmallTokenizers.bpe(), SmallTokenizers.real("byte-level"), SmallTokenizers.real("sentencepiece"))) {
            try (Codec codec = tokenizers.open(write(json)).codec()) {
                assertThat(codec).isInstanceOf(NativeCodec.class);
            }
        }
        assertThat(tokenizers.processes()).isEmpty();
    }

    @Test
    void what_ships_is_known_to_be_good() throws IOException {
        Path models = Path.of(System.getProperty("headstream.root"), "models");
        for (String model : List.of("headstream-sample", "recipes/smollm2-135m-instruct")) {
            Path file = models.resolve(model).resolve("tokenizer.json");
            Verdicts verdicts = new Verdicts(folder.resolve("none"));
            assertThat(verdicts.find(TokenizerFile.read(file).sha256()))
                    .as("shipped-verdicts.txt has " + file)
                    .contains(new Verdicts.Verdict(Optional.empty()));
            TokenizerFile content = TokenizerFile.read(file);
            try (Helper helper = Helper.start(SMALL)) {
                helper.ask(TokenizerProcess.Ask.OPEN, content.text(), in -> "");
                helper.ask(
                        TokenizerProcess.Ask.TRY,
                        "",
                        new long[0],
                        0,
                        content.json().ids(),
                        in -> "");
            }
        }
    }

    @Test
    void a_file_made_to_be_large_or_deep_is_refused_before_the_library_sees_it() throws IOException {
        assertRefused("[".repeat(100_000), "no JSON");
        assertRefused("{\"model\": " + "[".repeat(1000) + "]".repeat(1000) + "}", "no JSON that can be read");
        assertRefused("{\"x\": [" + "[],".repeat(2_000_000) + "[]]}", "more parts than any tokenizer");
        assertRefused("[]", "no JSON object");
        assertRefused("{\"model\": 1, \"model\": 2}", "Duplicate");
    }

    private void assertRefused(String json, String why) throws IOException {
        Path file = Files.writeString(folder.resolve("tokenizer.json"), json);
        assertThatThrownBy(() -> tokenizers.open(file))
                .isInstanceOf(TokenizerRefusal.class)
                .hasMessageContaining(why);
    }

    private Path write(ObjectNode json) throws IOException {
        return Files.writeString(folder.resolve("tokenizer.json"), SmallTokenizers.JSON.writeValueAsString(json));
    }

    @Test
    void a_part_that_is_not_as_the_families_have_it_is_not_known() {
        Map.of(
                        "normalizer", "{'type': 'Replace', 'pattern': {'Regex': '(a+)+$'}, 'content': ''}",
                        "pre_tokenizer",
                                "{'type': 'Split', 'pattern': {'Regex': 'a'}, 'behavior': 'Isolated', 'invert': false}",
                        "decoder", "{'type': 'Strip', 'content': ' ', 'start': 1000, 'stop': 0}",
                        "unheard_of", "{'type': 'ByteLevel'}")
                .forEach((member, part) -> {
                    ObjectNode json = SmallTokenizers.bpe();
                    json.set(member, SmallTokenizers.part(part.replace('\'', '"')));
                    assertThat(KnownParts.make(TokenizerJson.read(
                                    json.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                            .as(part)
                            .isFalse();
                });
    }
}
