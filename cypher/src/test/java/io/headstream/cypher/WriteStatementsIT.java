package io.headstream.cypher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.summary.Plan;

@ExtendWith(Database.class)
class WriteStatementsIT {

    @Test
    void deleting_a_trace_removes_all_that_is_its_own_and_nothing_else(Driver driver) {
        SmallGraph.write(driver, "m1", "t1");
        long weights = count(driver, "MATCH (n {model: 'm1'}) WHERE NOT n:Trace RETURN count(n)");
        SmallGraph.write(driver, "m1", "t2");
        assertThat(count(driver, "MATCH (n {trace: 't2'}) RETURN count(n)")).isEqualTo(14);

        try (Session session = driver.session()) {
            var counts = session.run(Statements.write("trace/delete"), Map.of("trace", "t2"))
                    .single();
            assertThat(counts.asMap()).isEqualTo(Map.of("traces", 1L, "positions", 2L, "activations", 10L));
        }

        assertThat(count(driver, "MATCH (n) WHERE n.trace = 't2' OR n.id = 't2' RETURN count(n)"))
                .isZero();
        assertThat(count(driver, "MATCH (n {trace: 't1'}) RETURN count(n)")).isEqualTo(14);
        assertThat(count(driver, "MATCH (n {model: 'm1'}) WHERE NOT n:Trace RETURN count(n)"))
                .isEqualTo(weights);
    }

    @Test
    void nothing_of_a_trace_that_is_set_aside_has_its_id(Driver driver) {
        SmallGraph.write(driver, "m1", "t3");
        try (Session session = driver.session()) {
            var counts = session.run(Statements.write("trace/set-aside"), Map.of("trace", "t3", "aside", "t3 aside"))
                    .single();
            assertThat(counts.asMap()).isEqualTo(Map.of("traces", 1L));
            assertThat(count(driver, "MATCH (n) WHERE n.trace = 't3' OR n.id = 't3' RETURN count(n)"))
                    .isZero();
            assertThat(count(driver, "MATCH (n {trace: 't3 aside'}) RETURN count(n)"))
                    .isEqualTo(14);
            session.run(Statements.write("trace/delete"), Map.of("trace", "t3 aside"))
                    .consume();
        }
        assertThat(count(driver, "MATCH (n) WHERE n.trace STARTS WITH 't3' OR n.id STARTS WITH 't3' RETURN count(n)"))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "write/model/model",
                "write/model/heads",
                "write/model/neurons",
                "write/trace/trace",
                "write/trace/positions",
                "write/trace/next",
                "write/trace/edges",
                "write/trace/token-edges",
                "write/trace/head-uses",
                "write/trace/neuron-uses",
                "write/trace/predicts",
                "write/trace/delete",
                "write/trace/set-aside",
                "write/label/put",
                "write/label/delete",
                "write/view/put",
                "write/view/delete",
                "read/view/of-pass",
                "read/view/pass",
                "read/component/shape",
                "read/model/is-whole",
                "read/model/known-neurons",
                "read/model/known-tokens",
                "read/trace/exists"
            })
    void nothing_is_scanned_to_write(String statement, @SuppressWarnings("unused") Driver driver) {
        try (Session session = driver.session()) {
            Plan plan = session.run("EXPLAIN " + Statements.load(statement), parameters())
                    .consume()
                    .plan();
            assertThat(Plans.operators(plan)).noneMatch(name -> name.contains("Scan"));
        }
    }

    private static Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        for (String text :
                List.of("model", "trace", "aside", "component", "label", "note", "by", "pass", "name", "address")) {
            parameters.put(text, "m");
        }
        parameters.put("type", "ADDS_TO");
        parameters.put("rows", List.of());
        parameters.put("properties", Map.of("id", "m"));
        return parameters;
    }

    private static long count(Driver driver, String statement) {
        try (Session session = driver.session()) {
            return session.run(statement).single().get(0).asLong();
        }
    }
}
