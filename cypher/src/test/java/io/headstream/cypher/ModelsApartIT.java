package io.headstream.cypher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.Values;

/** Every named query on a graph of two models whose heads, tokens and circuits have the same names: rows say whose they are, none mixes. */
@ExtendWith(Database.class)
class ModelsApartIT {
    private static final QueryLibrary LIBRARY = QueryLibrary.load();
    private static final Map<String, String> NAMES =
            Map.of("worked", "a worked example", "worked" + SecondModel.SUFFIX, "a wider example");

    @BeforeAll
    static void two_models(Driver driver) {
        WorkedExample.alone(driver);
        SecondModel.write(driver);
    }

    @AfterAll
    static void nothing_is_left(Driver driver) {
        WorkedExample.clear(driver);
    }

    static Stream<String> names() {
        return LIBRARY.all().stream().map(NamedQuery::name);
    }

    static Stream<String> ofAnyModel() {
        return LIBRARY.all().stream().filter(takes(Parameter.Type.MODEL)).map(NamedQuery::name);
    }

    static Stream<String> comparisons() {
        return Stream.of("components-that-differ-most", "what-two-traces-share", "logit-lens-of-two-traces");
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_model_s_id_has_its_name_beside_it(String name, Driver driver) {
        NamedQuery query = LIBRARY.get(name);
        for (Record row : ask(driver, query, Map.of())) {
            for (int c = 0; c < row.size(); c++) {
                String modelName = NAMES.get(String.valueOf(row.get(c).asObject()));
                if (modelName != null) {
                    assertThat(row.keys().get(c)).isEqualTo("model");
                    assertThat(row.keys().get(c + 1)).isEqualTo("modelName");
                    assertThat(row.get("modelName").asString()).isEqualTo(modelName);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void what_is_not_of_one_trace_names_models(String name) {
        NamedQuery query = LIBRARY.get(name);
        boolean isOfOne = query.parameters().stream()
                .anyMatch(p -> p.name().equals("trace") && Parameter.LATEST.equals(p.defaultValue()));
        if (!isOfOne && !name.equals("size-of-the-graph")) {
            assertThat(query.columns().stream().map(c -> c.name().toLowerCase(Locale.ROOT)))
                    .anyMatch(column -> Set.of("modelname", "leftmodel").contains(column));
        }
    }

    @ParameterizedTest
    @MethodSource("ofAnyModel")
    void the_answer_over_all_models_is_those_over_each(String name, Driver driver) {
        NamedQuery query = LIBRARY.get(name);
        List<String> each = new ArrayList<>();
        for (String model : NAMES.keySet()) {
            List<Record> rows = ask(driver, query, Map.of("model", model));
            assertThat(rows).as(model).isNotEmpty();
            assertThat(rows).extracting(row -> row.get("modelName").asString()).containsOnly(NAMES.get(model));
            rows.forEach(row -> each.add(shown(row)));
        }
        assertThat(ask(driver, query, Map.of()).stream().map(ModelsApartIT::shown))
                .containsExactlyInAnyOrderElementsOf(each);
    }

    @ParameterizedTest
    @MethodSource("comparisons")
    void traces_of_models_of_two_shapes_have_no_row_in_common(String name, Driver driver) {
        NamedQuery query = LIBRARY.get(name);
        List<Record> rows = ask(driver, query, Map.of("left", "walk", "right", "walk" + SecondModel.SUFFIX));
        assertThat(rows)
                .filteredOn(has("leftModel"))
                .isNotEmpty()
                .allMatch(has("rightModel").negate());
        assertThat(rows)
                .filteredOn(has("rightModel"))
                .isNotEmpty()
                .allMatch(has("leftModel").negate());
        assertThat(ask(driver, query, Map.of("left", "walk", "right", "run")))
                .as("of one model")
                .anyMatch(has("leftModel").and(has("rightModel")));
    }

    @Test
    void circuits_of_models_of_two_shapes_have_no_edge_in_common(Driver driver) {
        try (Session session = driver.session()) {
            session.run(
                            "MATCH (c:Circuit {id: $id}) SET c.name = 'wider'",
                            Values.parameters("id", "c1" + SecondModel.SUFFIX))
                    .consume();
        }
        List<Record> rows =
                ask(driver, LIBRARY.get("what-two-circuits-share"), Map.of("circuit", "names", "other", "wider"));
        assertThat(rows)
                .hasSize(6)
                .extracting(row -> row.get("which").asString())
                .containsOnly("circuit", "other");
    }

    private static List<Record> ask(Driver driver, NamedQuery query, Map<String, Object> over) {
        Map<String, Object> given =
                new HashMap<>(WorkedExample.answers(driver, query.name()).get(0).parameters());
        given.remove("model");
        given.remove("limit");
        given.putAll(over);
        query.parameters().stream()
                .filter(p -> p.name().equals("limit") || p.name().equals("sample"))
                .forEach(p -> given.put(p.name(), 10_000L));
        try (Session session = driver.session()) {
            return session.run(query.statement(), query.bind(given)).list();
        }
    }

    private static Predicate<NamedQuery> takes(Parameter.Type type) {
        return query -> query.parameters().stream().anyMatch(parameter -> parameter.type() == type);
    }

    private static Predicate<Record> has(String column) {
        return row -> !row.get(column).isNull();
    }

    /** A row as text; sums may differ in their last digits. */
    private static String shown(Record row) {
        return row.asMap(value -> value.hasType(
                                org.neo4j.driver.types.TypeSystem.getDefault().FLOAT())
                        ? "%.9g".formatted(value.asDouble())
                        : value.toString())
                .toString();
    }
}
