package io.headstream.cypher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Result;
import org.neo4j.driver.Session;
import org.neo4j.driver.Value;
import org.neo4j.driver.summary.Plan;
import org.neo4j.driver.summary.QueryType;
import org.neo4j.driver.summary.ResultSummary;

@ExtendWith(Database.class)
class QueryLibraryIT {
    private static final QueryLibrary LIBRARY = QueryLibrary.load();
    private static final Set<String> WEIGHTS = Set.of("Model", "Head", "Neuron", "Token", "Trace", "Circuit");

    @AfterAll
    static void nothing_is_left(Driver driver) {
        WorkedExample.clear(driver);
    }

    @BeforeAll
    static void a_trace_is_there(Driver driver) {
        WorkedExample.alone(driver);
        SmallGraph.write(driver, "library", "library-1");
        SmallGraph.write(driver, "library", "library-2");
    }

    static Stream<String> names() {
        return LIBRARY.all().stream().map(NamedQuery::name);
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_query_reads_only_answers_with_the_columns_it_declares_and_scans_no_other_trace(String name, Driver driver) {
        NamedQuery query = LIBRARY.get(name);
        try (Session session = driver.session()) {
            // planned once: its plan comes with its rows
            Result result = session.run("PROFILE " + query.statement(), parameters(query, driver));
            assertThat(result.keys())
                    .isEqualTo(query.columns().stream().map(Column::name).toList());
            assertThat(result.list()).isNotEmpty();
            ResultSummary summary = result.consume();
            assertThat(summary.queryType()).isEqualTo(QueryType.READ_ONLY);
            if (!name.equals("size-of-the-graph")) { // read from the counters, see below
                assertThat(Plans.flatten(summary.plan())
                                .filter(QueryLibraryIT::scansTraces)
                                .map(Plan::operatorType))
                        .isEmpty();
            }
        }
    }

    @Test
    void the_size_of_the_graph_is_read_from_its_counters(Driver driver) {
        NamedQuery query = LIBRARY.get("size-of-the-graph");
        try (Session session = driver.session()) {
            Plan plan = session.run("EXPLAIN " + query.statement()).consume().plan();
            assertThat(Plans.operators(plan))
                    .noneMatch(operator -> operator.contains("LabelScan") || operator.contains("AllNodes"));
        }
    }

    @Test
    void strongest_paths_multiply_shares_down_to_one_attention_edge(Driver driver) {
        NamedQuery query = LIBRARY.get("strongest-paths");
        try (Session session = driver.session()) {
            var routes = session.run(query.statement(), query.bind(Map.of("trace", "library-2")))
                    .list();
            assertThat(routes.stream().map(row -> row.get("start").asString()))
                    .containsExactlyInAnyOrder("L0P1.embed", "L0P0.H0.v", "L0P1.b_O", "L0P1.N3");
            assertThat(routes.get(0).get("share").asDouble()).isEqualTo(0.6 * 0.8);
            assertThat(routes.get(1).get("route").asList(Value::asString))
                    .containsExactly("L0P0.H0.v", "L0P1.H0", "L0P1.attn", "L0P1.mid", "L0P1.post");
        }
    }

    @Test
    void parameters_that_do_not_fit_are_named_with_the_remedy() {
        NamedQuery query = LIBRARY.get("heads-that-write-a-token");
        assertThatThrownBy(() -> query.bind(Map.of())).hasMessageContaining("needs parameter 'token'");
        assertThatThrownBy(() -> query.bind(Map.of("token", " Mary", "rnak", 3)))
                .hasMessageContaining("no parameter 'rnak'; it takes token (token), rank (integer)");
        assertThatThrownBy(() -> query.bind(Map.of("token", " Mary", "rank", "many")))
                .hasMessageContaining("parameter 'rank'")
                .hasMessageContaining("is \"many\"; give a whole number");
        assertThat(query.bind(Map.of("token", " Mary")))
                .containsEntry("rank", 5L)
                .containsEntry("model", null);
        assertThatThrownBy(() -> LIBRARY.get("nothing"))
                .hasMessageContaining("there is no query 'nothing'; GET /api/queries and ./headstream query list all");
        assertThatThrownBy(() -> LIBRARY.get("Lens_logit"))
                .hasMessageContaining("near it are logit-lens, ")
                .hasMessageNotContaining("sinks");
    }

    private static Map<String, Object> parameters(NamedQuery query, Driver driver) {
        return query.bind(WorkedExample.answers(driver, query.name()).get(0).parameters());
    }

    private static boolean scansTraces(Plan plan) {
        String operator = plan.operatorType();
        String details = plan.arguments()
                .getOrDefault("Details", org.neo4j.driver.Values.NULL)
                .toString();
        return operator.contains("AllNodesScan")
                || operator.contains("RelationshipTypeScan")
                || (operator.contains("ByLabelScan")
                        && WEIGHTS.stream().noneMatch(label -> details.contains(":" + label)));
    }
}
