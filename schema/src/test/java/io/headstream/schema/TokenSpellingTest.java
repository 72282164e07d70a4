package io.headstream.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.headstream.schema.TokenSpelling.OfBytes;
import io.headstream.schema.TokenSpelling.OfId;
import io.headstream.schema.TokenSpelling.OfText;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is shown of a token names it again. */
class TokenSpellingTest {
    @Test
    void a_spelling_is_an_id_a_text_or_bytes() {
        assertThat(TokenSpelling.read("[1823]")).isEqualTo(new OfId(1823));
        assertThat(TokenSpelling.read("<0xe2><0x82>")).isEqualTo(new OfBytes("<0xE2><0x82>"));
        assertThat(TokenSpelling.read(" <0xE2>")).isEqualTo(new OfBytes(" <0xE2>"));
        assertThat(TokenSpelling.read("<0xE2><0x82><0xAC>")).isEqualTo(new OfText("€"));
        assertThat(TokenSpelling.read("\\n")).isEqualTo(new OfText("\n"));
        assertThat(TokenSpelling.read("\\\\n")).isEqualTo(new OfText("\\n"));
        assertThat(TokenSpelling.read("\\t\\r\\u200b")).isEqualTo(new OfText("\t\r\u200b"));
        assertThat(TokenSpelling.read("\\ud83d\\ude80")).isEqualTo(new OfText("\ud83d\ude80"));
        assertThat(TokenSpelling.read("\\[17]")).isEqualTo(new OfText("[17]"));
        assertThat(TokenSpelling.read("\\<0xE2>")).isEqualTo(new OfText("<0xE2>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "<",
                "]",
                "\\",
                " Mary",
                "[so]",
                "[-1]",
                "[1",
                "<0x",
                "<0xE2",
                "<|endoftext|>",
                "\\section",
                "\\u12",
                "\\ud83d",
                "C:\\dir",
                "",
                " [1]",
                "\n"
            })
    void what_is_none_of_these_stands_for_itself_and_is_written_as_it_is(String text) {
        assertThat(TokenSpelling.read(text)).isEqualTo(new OfText(text));
    }

    @ParameterizedTest
    @CsvSource({
        "'[17]', '\\[17]'",
        "'<0xE2>', '\\<0xE2>'",
        "'a<0x0A>b', 'a\\<0x0A>b'",
        "'\\n', '\\\\n'",
        "'\\', '\\'",
        "'\\\\', '\\\\\\'",
        "'\\alpha', '\\alpha'",
        "'\\u200b', '\\\\u200b'",
    })
    void a_text_that_would_be_read_otherwise_gets_a_backslash(String text, String written) {
        assertThat(TokenSpelling.ofText(text)).isEqualTo(written);
        assertThat(TokenSpelling.read(written)).isEqualTo(new OfText(text));
    }

    @Test
    void bytes_that_are_no_characters_are_numbers() {
        assertThat(TokenSpelling.ofBytes(new byte[] {' ', (byte) 0xE2, (byte) 0x82}))
                .isEqualTo(" <0xE2><0x82>");
        assertThat(TokenSpelling.ofBytes("\u20ac".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isEqualTo("\u20ac");
    }

    @Test
    void whatever_is_written_is_read_as_the_same_also_when_it_is_made_visible() {
        List<String> parts = List.of(
                "\\",
                "n",
                "t",
                "r",
                "u",
                "[",
                "]",
                "<",
                ">",
                "0x",
                "E2",
                "12",
                "u200b",
                "ud83d",
                "\n",
                "\u200b",
                " ",
                "\u3000",
                "\ud83d\ude80",
                "\ue000",
                "\u05d0",
                "<0xE2>",
                "[17]",
                "a",
                "\ufeff",
                "\ufffe");
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            String text = random.ints(random.nextInt(6), 0, parts.size())
                    .mapToObj(parts::get)
                    .collect(Collectors.joining());
            String written = TokenSpelling.ofText(text);
            assertThat(TokenSpelling.read(written)).isEqualTo(new OfText(text));
            assertThat(TokenSpelling.read(TokenSpelling.visible(written))).isEqualTo(new OfText(text));
            assertThat(TokenSpelling.canonical(written)).isEqualTo(written);
            byte[] bytes = bytes(random, parts);
            String numbers = TokenSpelling.ofBytes(bytes);
            assertThat(TokenSpelling.canonical(numbers)).isEqualTo(numbers);
            assertThat(TokenSpelling.canonical(TokenSpelling.visible(numbers))).isEqualTo(numbers);
        }
    }

    // texts with a byte of a character somewhere
    private static byte[] bytes(Random random, List<String> parts) {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        for (int i = random.nextInt(4); i >= 0; i--) {
            if (random.nextBoolean()) {
                bytes.write(0x80 + random.nextInt(0x80));
            } else {
                String part = parts.get(random.nextInt(parts.size()));
                if (part.codePoints().allMatch(c -> c < 0x80)) {
                    bytes.writeBytes(part.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                }
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void what_cannot_be_seen_is_an_escape() {
        assertThat(VisibleText.of("a b\n\t\r\u001b[0m")).isEqualTo("a b\\n\\t\\r\\u001b[0m");
        String unseen =
                "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
                        + "\u2800\u3164\u115f\u200b\u200c\u200d\u200e\u200f\u202e\u2066\u2069\u2028\u2029\u2060\ufeff\ufffe\uffff"
                        + "\u0000\u007f\u0085\ud800\ufe0f\u00ad\u061c";
        unseen.codePoints()
                .forEach(c -> assertThat(VisibleText.of(Character.toString(c))).isEqualTo("\\u%04x".formatted(c)));
        assertThat(VisibleText.of("\udb40\udc01")).isEqualTo("\\udb40\\udc01");
        String seen = "Mary\u00e9\u20ac\u05e9\u05dc\u65e5\ud83d\ude80\ufffd_.\u2423";
        assertThat(VisibleText.of(seen)).isEqualTo(seen);
    }
}
