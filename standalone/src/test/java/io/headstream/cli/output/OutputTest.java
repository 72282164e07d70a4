package io.headstream.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.headstream.cli.client.ApiClient;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What reaches a terminal, and what is made of what is typed there. */
class OutputTest {
    @Test
    void what_acts_in_a_terminal_or_is_not_seen_is_an_escape() {
        assertThat(table("\u001b[31mred\u0007"))
                .contains("\\u001b[31mred\\u0007")
                .doesNotContain("\u001b");
        assertThat(table("a\nb\tc\u3000d\u202e")).contains("a\\nb\\tc\\u3000d\\u202e");
        assertThat(table(" Mary")).contains("\" Mary\"");
        assertThat(Output.lines("one\u001b\ntwo")).isEqualTo("one\\u001b\ntwo");
    }

    @Test
    void what_is_written_from_the_right_turns_nothing_beside_it() {
        String shalom = "\u05e9\u05dc\u05d5\u05dd";
        assertThat(Output.shown(shalom)).isEqualTo("\u2068" + shalom + "\u2069");
        String[] lines = table(shalom, "abcd").split("\n");
        assertThat(lines[2]).isEqualTo("\u2068" + shalom + "\u2069  1");
        assertThat(lines[3]).isEqualTo("abcd  1");
    }

    @Test
    void a_cell_is_cut_between_characters() {
        String rockets = "\ud83d\ude80".repeat(60);
        assertThat(table(rockets).split("\n")[2]).isEqualTo("\ud83d\ude80".repeat(39) + "\u2026  1");
    }

    @Test
    void a_question_gets_texts_where_it_takes_texts() {
        ObjectNode values = ApiClient.JSON.createObjectNode();
        QueryValues.put(
                values,
                "heads-that-write-a-token",
                Map.of("token", "[17]", "rank", "3", "model", "12", "limit", "null"));
        assertThat(values.get("token").textValue()).isEqualTo("[17]");
        assertThat(values.get("rank").intValue()).isEqualTo(3);
        assertThat(values.get("model").textValue()).isEqualTo("12");
        assertThat(values.get("limit").isNull()).isTrue();
        QueryValues.put(values, "heads-that-write-a-token", Map.of("token", "\" Mary\""));
        assertThat(values.get("token").textValue()).isEqualTo(" Mary");
    }

    private static String table(String... texts) {
        Table table = new Table(List.of("t", "n"));
        for (String text : texts) {
            table.row(List.of(new TextNode(text), new TextNode("1")));
        }
        StringWriter out = new StringWriter();
        table.print(new PrintWriter(out));
        return out.toString();
    }
}
