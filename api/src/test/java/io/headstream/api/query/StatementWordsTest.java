package io.headstream.api.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementWordsTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '#',
            delimiter = ';',
            value = {
                "#RETURN 'LOAD CSV' AS x#; #RETURN '' AS x#",
                "#RETURN 'it\\'s' AS x#; #RETURN '' AS x#",
                "#RETURN \"a'b\" AS x#; #RETURN '' AS x#",
                "#LOAD/* 'x */CSV#; #LOAD CSV#",
                "#RETURN 1 // LOAD CSV#; #RETURN 1  #",
                "#RETURN `a``b` // x#; #RETURN quoted_  #",
                "#RETURN 1 /* never closed#; #RETURN 1  #",
                "#RETURN '/*' + LOAD CSV + '*/'#; #RETURN '' + LOAD CSV + ''#"
            })
    void comments_texts_and_quoted_names_are_blanked(String statement, String words) {
        assertThat(StatementWords.of(statement)).isEqualTo(words);
    }
}
