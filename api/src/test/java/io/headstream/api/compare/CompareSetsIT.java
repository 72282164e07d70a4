package io.headstream.api.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.headstream.api.Neo4jServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two sets of traces; means and spreads are computed again from each trace's own nodes. */
@QuarkusTest
@QuarkusTestResource(Neo4jServer.class)
class CompareSetsIT {
    private static final List<String> GIVERS = List.of(
            "When Mary and John went to the store, John gave a drink to",
            "When Tom and Julia went to the beach, Julia gave a necklace to",
            "One day Sue and Simon were at the church, and Simon wanted to give the bone to");
    private static final List<String> CAPITALS =
            List.of("The capital of Japan is the city of", "The capital of Austria is");
    private static final List<String> FIGURES = List.of("dla", "share", "influence", "effect", "norm", "targetRank");
    private static List<String> givers = List.of();
    private static List<String> capitals = List.of();

    @BeforeEach
    void traced() {
        if (givers.isEmpty()) {
            givers = Compared.traces(Map.of("prompts", GIVERS, "tags", List.of("set givers", "set")));
            capitals = Compared.traces(Map.of("prompts", CAPITALS, "tags", List.of("set", "set/capitals")));
        }
    }

    @Test
    void every_component_has_mean_spread_and_count_on_both_sides() {
        JsonNode answer = Compared.get("left=tag:set%20givers&right=tag:set/capitals&limit=2000");
        assertThat(answer.at("/left/traces").asInt()).isEqualTo(3);
        assertThat(answer.at("/right/traces").asInt()).isEqualTo(2);
        assertThat(answer.at("/left/name").asText()).isEqualTo("tag:set givers");
        assertThat(answer.has("alignment")).isFalse();
        Map<String, Map<String, List<Double>>> ofGivers =
                FIGURES.stream().collect(Collectors.toMap(figure -> figure, figure -> own(givers, figure)));
        Map<String, Map<String, List<Double>>> ofCapitals =
                FIGURES.stream().collect(Collectors.toMap(figure -> figure, figure -> own(capitals, figure)));
        int heads = 0;
        int partly = 0;
        for (JsonNode row : answer.get("rows")) {
            String name = row.get("name").asText();
            for (String figure : FIGURES) {
                JsonNode found = row.get("figures").path(figure);
                JsonNode left = check(found, "left", of(ofGivers.get(figure), name));
                JsonNode right = check(found, "right", of(ofCapitals.get(figure), name));
                checkDifference(found, left, right);
                partly += left.path("count").asInt() == 1 ? 1 : 0;
            }
            heads += row.get("kind").asText().equals("head") ? 1 : 0;
        }
        assertThat(heads).isEqualTo(36);
        assertThat(partly).as("neurons that few traces store").isPositive();
    }

    @Test
    void the_stream_counted_back_from_the_target() {
        JsonNode rows = Compared.get(
                        "left=tag:set%20givers&right=tag:set/capitals&by=positions&kind=residual&limit=5000")
                .get("rows");
        Map<String, List<Double>> ofGivers = influence(givers);
        Map<String, List<Double>> ofCapitals = influence(capitals);
        for (JsonNode row : rows) {
            JsonNode found = row.get("figures").path("influence");
            String place = row.get("layer").asInt() + " " + row.get("site").asText() + " "
                    + row.get("before").asInt();
            check(found, "left", of(ofGivers, place));
            check(found, "right", of(ofCapitals, place));
        }
        assertThat(rows.get(0).get("before").asInt()).isZero();
    }

    @Test
    void attention_to_keys_counted_back_from_the_target() {
        JsonNode rows = Compared.get("left=tag:set%20givers&right=tag:set/capitals&by=attention&component=L4H5")
                .get("rows");
        assertThat(rows).isNotEmpty();
        Map<String, List<Double>> ofGivers = weights(givers);
        Map<String, List<Double>> ofCapitals = weights(capitals);
        for (JsonNode row : rows) {
            String key = row.get("name").asText() + " " + row.get("before").asInt();
            check(row.get("figures").get("weight"), "left", of(ofGivers, key));
            check(row.get("figures").get("weight"), "right", of(ofCapitals, key));
        }
    }

    @Test
    void a_trace_can_be_set_beside_a_set_and_a_set_beside_itself() {
        JsonNode one = Compared.get("left=" + givers.get(0) + "&right=tag:set&kind=head&limit=100");
        JsonNode dla = one.get("rows").get(0).get("figures").get("dla");
        assertThat(dla.get("left").get("count").asInt()).isEqualTo(1);
        assertThat(dla.get("left").has("spread")).isFalse();
        assertThat(dla.get("right").get("count").asInt()).isEqualTo(5);
        assertThat(dla.has("effectSize")).isFalse();
        Compared.get("left=tag:set&right=tag:set&kind=head").get("rows").forEach(row -> row.get("figures")
                .forEach(figure ->
                        assertThat(figure.get("difference").asDouble(1)).isZero()));
    }

    @Test
    void the_tokens_they_predict() {
        JsonNode rows = Compared.get("left=tag:set%20givers&right=tag:set/capitals&by=tokens&limit=500")
                .get("rows");
        JsonNode tokyo = Compared.row(rows, " Tokyo").at("/figures/probability/right");
        assertThat(tokyo.get("count").asInt()).isBetween(1, 2);
        assertThat(tokyo.get("mean").asDouble()).isGreaterThan(0.4);
    }

    @Test
    void the_statement_that_is_named_gives_the_same_rows() {
        for (String by : List.of("components", "positions", "attention", "tokens")) {
            JsonNode answer = Compared.get("left=tag:set%20givers&right=" + capitals.get(0) + "&limit=25&by=" + by);
            assertThat(Compared.cypher(answer.get("cypher").asText(), answer.get("parameters"))
                            .get("rows"))
                    .as(by)
                    .hasSize(answer.get("rows").size());
        }
    }

    private static List<Double> of(Map<String, List<Double>> values, String what) {
        return values.getOrDefault(what, List.of());
    }

    private static JsonNode check(JsonNode figure, String side, List<Double> values) {
        JsonNode found = figure.path(side);
        if (values.isEmpty()) {
            assertThat(found.isMissingNode()).isTrue();
            return found;
        }
        double mean = values.stream().mapToDouble(v -> v).average().orElseThrow();
        assertThat(found.get("count").asInt()).isEqualTo(values.size());
        assertThat(found.get("mean").asDouble()).isCloseTo(mean, within(1e-9 * Math.max(1, Math.abs(mean))));
        if (values.size() == 1) {
            assertThat(found.has("spread")).isFalse();
        } else {
            assertThat(found.get("spread").asDouble())
                    .isCloseTo(spread(values, mean), within(1e-9 * Math.max(1, Math.abs(mean))));
        }
        return found;
    }

    private static double spread(List<Double> values, double mean) {
        return Math.sqrt(
                values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum() / (values.size() - 1));
    }

    // by hand for two means: d = (m2 - m1) / sqrt(((n1 - 1) s1^2 + (n2 - 1) s2^2) / (n1 + n2 - 2))
    private static void checkDifference(JsonNode figure, JsonNode left, JsonNode right) {
        if (left.isMissingNode() || right.isMissingNode()) {
            assertThat(figure.has("difference")).isFalse();
            return;
        }
        double difference = right.get("mean").asDouble() - left.get("mean").asDouble();
        assertThat(figure.get("difference").asDouble()).isCloseTo(difference, within(1e-12));
        if (left.has("spread") && right.has("spread") && figure.has("effectSize")) {
            double freedom = left.get("count").asInt() + right.get("count").asInt() - 2.0;
            double variance = ((left.get("count").asInt() - 1)
                                    * Math.pow(left.get("spread").asDouble(), 2)
                            + (right.get("count").asInt() - 1)
                                    * Math.pow(right.get("spread").asDouble(), 2))
                    / freedom;
            assertThat(figure.get("effectSize").asDouble() * Math.sqrt(variance))
                    .isCloseTo(difference, within(1e-9));
        } else {
            assertThat(figure.has("effectSize")).isFalse();
        }
    }

    private static Map<String, List<Double>> own(List<String> traces, String figure) {
        return values(
                """
                MATCH (t:Trace) WHERE t.id IN $traces
                MATCH (n:Activation {trace: t.id, position: t.targetPosition})
                WHERE NOT n:MemoryValue AND n[$figure] IS NOT NULL
                RETURN n.name, collect(n[$figure])
                """,
                Map.of("traces", traces, "figure", figure));
    }

    private static Map<String, List<Double>> influence(List<String> traces) {
        return values(
                """
                MATCH (t:Trace) WHERE t.id IN $traces
                MATCH (n:Residual {trace: t.id})
                WHERE n.influence IS NOT NULL
                RETURN n.layer + ' ' + n.site + ' ' + (t.targetPosition - n.position), collect(n.influence)
                """,
                Map.of("traces", traces));
    }

    private static Map<String, List<Double>> weights(List<String> traces) {
        return values(
                """
                MATCH (t:Trace) WHERE t.id IN $traces
                MATCH (n:HeadPattern {trace: t.id})
                UNWIND range(n.starts[t.targetPosition], n.starts[t.targetPosition + 1] - 1) AS i
                RETURN n.name + ' ' + (t.targetPosition - n.keys[i]), collect(n.weights[i])
                """,
                Map.of("traces", traces));
    }

    // by what the first column names; one statement for all rows, which are some thousand
    private static Map<String, List<Double>> values(String statement, Map<String, Object> parameters) {
        JsonNode answer = Compared.cypher(statement, parameters, 10_000);
        assertThat(answer.get("truncated").asBoolean()).isFalse();
        Map<String, List<Double>> values = new HashMap<>();
        for (JsonNode row : answer.get("rows")) {
            List<Double> own = new ArrayList<>();
            row.get(1).forEach(value -> own.add(value.asDouble()));
            values.put(row.get(0).asText(), own);
        }
        return values;
    }
}
