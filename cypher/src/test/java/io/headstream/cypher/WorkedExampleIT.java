package io.headstream.cypher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;

/** Every named query, on a graph small enough to tell by hand what it must answer. */
@ExtendWith(Database.class)
class WorkedExampleIT {
    private static final QueryLibrary LIBRARY = QueryLibrary.load();

    @BeforeAll
    static void the_graph_alone(Driver driver) {
        WorkedExample.alone(driver);
    }

    @AfterAll
    static void nothing_is_left(Driver driver) {
        WorkedExample.clear(driver);
    }

    static Stream<String> names() {
        return LIBRARY.all().stream().map(NamedQuery::name);
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_query_answers_what_can_be_told_by_hand_in_values_of_its_columns_types(String name, Driver driver) {
        NamedQuery query = LIBRARY.get(name);
        List<WorkedExample.Answer> answers = WorkedExample.answers(driver, name);
        assertThat(answers).isNotEmpty();
        try (Session session = driver.session()) {
            for (WorkedExample.Answer expected : answers) {
                same(
                        session.run(query.statement(), query.bind(expected.parameters()))
                                .list(),
                        expected.rows(),
                        query.columns());
            }
        }
    }

    private static void same(List<Record> rows, List<List<Object>> wanted, List<Column> columns) {
        assertThat(rows).as("%s", rows).hasSameSizeAs(wanted);
        for (int r = 0; r < rows.size(); r++) {
            assertThat(wanted.get(r)).hasSameSizeAs(columns);
            for (int c = 0; c < columns.size(); c++) {
                Object found = rows.get(r).get(c).asObject();
                same(
                        found,
                        wanted.get(r).get(c),
                        rows.get(r) + ", " + columns.get(c).name());
                ColumnTypes.check(columns.get(c), found);
            }
        }
    }

    private static void same(Object found, Object wanted, String where) {
        if ("*".equals(wanted)) {
            return;
        }
        if (wanted instanceof Double number && found instanceof Number other) {
            assertThat(other.doubleValue()).as(where).isCloseTo(number, within(1e-6));
        } else {
            assertThat(found).as(where).isEqualTo(wanted);
        }
    }
}
