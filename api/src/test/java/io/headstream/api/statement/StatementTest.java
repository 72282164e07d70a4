package io.headstream.api.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '#',
            delimiter = ';',
            value = {
                "#RETURN 'LOAD CSV' AS x#; #RETURN|'LOAD CSV'|AS|x#",
                "#RETURN 'it\\'s' AS x#; #RETURN|'it\\'s'|AS|x#",
                "#RETURN \"a'b\" AS x#; #RETURN|\"a'b\"|AS|x#",
                "#LOAD/* 'x */CSV#; #LOAD|CSV#",
                "#RETURN 1 // LOAD CSV#; #RETURN|1#",
                "#RETURN `a``b` // x#; #RETURN|`a``b`#",
                "#RETURN '/*' + LOAD CSV + '*/'#; #RETURN|'/*'|+|LOAD|CSV|+|'*/'#",
                "#`a`LOAD CSV#; #`a`|LOAD|CSV#",
                "#[é IN l|é+ü]#; #[|é|IN|l|||é|+|ü|]#",
                "#$`x y`.z#; #$|`x y`|.|z#"
            })
    void comments_and_space_fall_away_and_texts_and_quoted_names_stay_whole(String statement, String tokens) {
        assertThat(Statement.read(statement).tokens().stream()
                        .map(Token::getText)
                        .collect(Collectors.joining("|")))
                .isEqualTo(tokens);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '#',
            value = {
                "MATCH (`n`)WITH `n`LOAD CSV FROM 'x' AS l RETURN l ~ LOAD CSV",
                "RETURN [é IN [1] | COUNT { LOAD CSV FROM 'x' AS `变`RETURN `变` }] ~ LOAD CSV",
                "UNWIND [1] AS x CALL (x) { RETURN x AS y } IN {a: 2}.a CONCURRENT TRANSACTIONS RETURN y ~ IN TRANSACTIONS",
                "UNWIND [1] AS x CALL (x) { RETURN x AS y } IN size([1, 2]) CONCURRENT TRANSACTIONS OF 3 ROWS RETURN y ~ IN TRANSACTIONS",
                "MATCH (a)CALL`db`.`createLabel`('X') RETURN a ~ procedure db.createLabel",
                "OPTIONAL CALL `db.createLabel`('X') ~ procedure db.createLabel",
                "RETURN `apoc`.`é`.x(1) ~ function apoc.é.x",
                "MATCH (n) RETURN `apoc.x`(1)AS`b` ~ function apoc.x",
                "CALL () {USE`system`RETURN 1 AS x} RETURN x ~ USE",
                "CYPHER`debug`=x RETURN 1 ~ option",
                "CYPHER runtime=slotted planner=dp PROFILE RETURN 1 ~ PROFILE"
            })
    void what_does_not_read_is_refused_however_its_names_are_written(String statement, String part) {
        assertThatThrownBy(() -> Reading.check(Statement.read(statement)))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.getDetail())
                        .contains(part));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MATCH (load:Csv) RETURN load.`LOAD CSV` AS `CALL db.x()`",
                "MATCH (n)-[:USE]->(m) RETURN n.use, {use: 1, call: 2} AS load",
                "WITH 1 AS csv RETURN [transactions IN [1] | transactions] AS `IN TRANSACTIONS`",
                "RETURN date.truncate('day', date()), `date`() AS `d`"
            })
    void names_are_no_keywords(String statement) {
        Reading.check(Statement.read(statement));
    }

    @Test
    void what_the_parser_tries_again_and_again_is_given_up() {
        String nested = "RETURN " + "CASE WHEN (".repeat(45) + "1" + ") THEN 1 END".repeat(45);
        long start = System.nanoTime();
        try {
            Statement.read(nested);
        } catch (HttpProblem e) {
            assertThat(e.getDetail()).contains("to be read");
        }
        assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(8_000);
    }

    @Test
    void what_cannot_be_read_is_left_to_the_database_to_say() {
        assertThat(Statement.read("MATCH (n) RETRN n").tree()).isEmpty();
        assertThat(Statement.read("RETURN 'open").tree()).isEmpty();
        assertThat(Statement.read("RETURN 1 /* open").tree()).isEmpty();
        assertThat(Statement.read("").tree()).isEmpty();
    }
}
