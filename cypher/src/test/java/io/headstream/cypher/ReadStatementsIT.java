package io.headstream.cypher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.summary.QueryType;
import org.neo4j.driver.summary.ResultSummary;

@ExtendWith(Database.class)
class ReadStatementsIT {

    @BeforeAll
    static void a_trace_is_there(Driver driver) {
        SmallGraph.write(driver, "read", "read-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trace/overview",
                "trace/exists",
                "flow/nodes",
                "flow/edges",
                "flow/tokens",
                "flow/picture",
                "trace/activation",
                "model/id",
                "compare/activations",
                "compare/attention",
                "compare/predictions",
                "compare/components-of-sets",
                "compare/positions-of-sets",
                "compare/attention-of-sets",
                "compare/predictions-of-sets",
                "compare/tag",
                "compare/models",
                "trace/beginning-with",
                "story/components",
                "story/outputs",
                "story/reads",
                "story/moves",
                "story/attending",
                "story/written",
                "story/neurons",
                "story/lens",
                "story/amount",
                "heads/of-a-trace",
                "heads/outputs",
                "lens/states",
                "lens/nodes",
                "trace/patterns"
            })
    void a_trace_is_found_by_its_indexes(String statement, Driver driver) {
        try (Session session = driver.session()) {
            ResultSummary summary = session.run("EXPLAIN " + Statements.read(statement), found())
                    .consume();
            assertThat(summary.queryType()).isEqualTo(QueryType.READ_ONLY);
            assertThat(Plans.operators(summary.plan()))
                    .noneMatch(name -> name.contains("AllNodesScan") || name.contains("ByLabelScan"));
            assertThat(session.run(Statements.read(statement), found()).list()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"trace/page", "trace/latest"})
    void traces_are_listed_without_touching_their_nodes(String statement, Driver driver) {
        Map<String, Object> parameters = parameters();
        parameters.put("before", null); // of a trace a time, of a comparison a number of positions
        try (Session session = driver.session()) {
            assertThat(session.run(Statements.read(statement), parameters).list())
                    .isNotEmpty();
        }
    }

    private static Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("trace", "read-1");
        parameters.put("model", "read");
        parameters.put("node", "L0P1.H0");
        parameters.put("nodes", List.of("L0P1.H0", "L0P1.mlp"));
        parameters.put("position", 1);
        parameters.put("positions", List.of(1));
        parameters.put("weight", 0.5);
        parameters.put("tokens", List.of(" Mary"));
        parameters.put("rank", 5);
        parameters.put("first", 1);
        parameters.put("distractor", null);
        parameters.put("labels", List.of("Residual", "HeadOutput"));
        parameters.put("neurons", true);
        parameters.put("threshold", 0.04);
        parameters.put("detail", "heads");
        parameters.put("text", null);
        parameters.put("tag", null);
        parameters.put("before", null);
        parameters.put("beforeId", null);
        parameters.put("limit", 10);
        return parameters;
    }

    private static Map<String, Object> found() {
        Map<String, Object> parameters = parameters();
        Map<String, Object> left =
                Map.of("side", "left", "trace", "read-1", "positions", List.of(1), "pairs", List.of(0, 1));
        Map<String, Object> right = Map.of(
                "side", "right", "tag", "small", "trace", "read-1", "positions", List.of(1), "pairs", List.of(0, 1));
        parameters.put("sides", List.of(left, right));
        parameters.put("component", null);
        parameters.put("sort", null);
        parameters.put("before", 0);
        parameters.put("sites", List.of("embed", "post"));
        parameters.put("prefixes", List.of("H", "mid"));
        parameters.put("tag", "small");
        parameters.put("id", "read");
        parameters.put("models", List.of("read"));
        return parameters;
    }
}
