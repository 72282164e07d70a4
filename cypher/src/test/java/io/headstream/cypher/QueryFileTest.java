package io.headstream.cypher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class QueryFileTest {
    private static final String GOOD =
            """
            // Title
            // What it
            // answers.
            // group: Some
            // params:
            //   a (float, default 0.5) how much
            //   b (string, default "x, y") words
            //   c (model, default any) which (id)
            // columns:
            //   n: a number
            RETURN 1 AS n
            """;

    @Test
    void a_header_becomes_title_parameters_and_columns() {
        NamedQuery query = QueryFile.parse("good", GOOD);
        assertThat(query.explanation()).isEqualTo("What it answers.");
        assertThat(query.parameters())
                .containsExactly(
                        new Parameter("a", Parameter.Type.FLOAT, false, 0.5, "how much"),
                        new Parameter("b", Parameter.Type.STRING, false, "x, y", "words"),
                        new Parameter("c", Parameter.Type.MODEL, false, null, "which (id)"));
        assertThat(query.columns()).containsExactly(new Column("n", "a number"));
        assertThat(query.statement()).isEqualTo("RETURN 1 AS n");
    }

    @Test
    void a_file_that_departs_from_the_form_is_refused_by_name_and_line() {
        refused(GOOD.replace("float", "real"), "query file bad.cypher, line 6: has a parameter of unknown type 'real'");
        refused(GOOD.replace("0.5", "half"), "line 6: has default half, which is no float");
        refused(GOOD.replace("n: a number", "n"), "line 10: should read 'name: explanation', not 'n'");
        refused(GOOD.replace("// group: Some\n", ""), "has no '// group:' line");
        refused(GOOD.replace("RETURN 1 AS n", ""), "has no statement");
    }

    private static void refused(String text, String message) {
        assertThatThrownBy(() -> QueryFile.parse("bad", text))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining(message);
    }
}
