package io.headstream.cypher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class QueryFileTest {
    private static final String GOOD =
            """
            // Title
            // What it
            // answers.
            // group: Heads
            // params:
            //   a (float, default 0.5) how much
            //   b (string, default "x, y") words
            //   c (model, default any) which (id)
            //   d (string of up|down, default "up") where
            // columns:
            //   n (integer) a number
            RETURN $a + size($b + $c) + size($d) AS n
            """;

    @Test
    void a_header_becomes_title_parameters_and_columns() {
        NamedQuery query = QueryFile.parse("good", GOOD);
        assertThat(query.explanation()).isEqualTo("What it answers.");
        assertThat(query.parameters())
                .containsExactly(
                        new Parameter("a", Parameter.Type.FLOAT, List.of(), false, 0.5, "how much"),
                        new Parameter("b", Parameter.Type.STRING, List.of(), false, "x, y", "words"),
                        new Parameter("c", Parameter.Type.MODEL, List.of(), false, null, "which (id)"),
                        new Parameter("d", Parameter.Type.STRING, List.of("up", "down"), false, "up", "where"));
        assertThat(query.columns()).containsExactly(new Column("n", Column.Type.INTEGER, "a number"));
        assertThat(query.statement()).isEqualTo("RETURN $a + size($b + $c) + size($d) AS n");
    }

    @Test
    void a_file_that_departs_from_the_form_is_refused_by_name_and_line() {
        refused(GOOD.replace("float", "real"), "query file bad.cypher, line 6: has a parameter of unknown type 'real'");
        refused(GOOD.replace("0.5", "half"), "line 6: has default half, which is no float");
        refused(
                GOOD.replace("n (integer) a number", "n: a number"),
                "line 11: should read 'name (type) explanation', not 'n: a number'");
        refused(GOOD.replace("n (integer)", "n (number)"), "line 11: has a column of unknown type 'number'");
        refused(GOOD.replace("group: Heads", "group: Hats"), "line 4: has group 'Hats'; groups are Tokens, Heads,");
        refused(GOOD.replace("default \"up\"", "default \"left\""), "line 9: has default left, which is none of");
        refused(GOOD.replace("size($d)", "$e"), "declares the parameters [a, b, c, d] and uses [a, b, c, e]");
        refused(GOOD.replace("// group: Heads\n", ""), "has no '// group:' line");
        refused(GOOD.replace("RETURN $a + size($b + $c) + size($d) AS n", ""), "has no statement");
    }

    private static void refused(String text, String message) {
        assertThatThrownBy(() -> QueryFile.parse("bad", text))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining(message);
    }
}
