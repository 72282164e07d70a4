package io.headstream.api.library;

import static io.headstream.api.library.Asked.ask;
import static io.headstream.api.library.Asked.flow;
import static io.headstream.api.library.Asked.golden;
import static io.headstream.api.library.Asked.number;
import static io.headstream.api.library.Asked.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.headstream.api.Neo4jServer;
import io.headstream.api.Traced;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a trace says of all heads at all positions, whatever is stored of them as nodes. */
@QuarkusTest
@QuarkusTestResource(Neo4jServer.class)
class HeadsOfTracesIT {
    private static final String TAG = "heads-of-traces";

    @Test
    void scores_are_what_the_field_defines_computed_from_the_whole_pattern() {
        String trace = Traced.tagged(Traced.MARY, " Mary", TAG);
        int[] tokens = tokens();
        List<Map<String, Object>> heads = ask("heads-of-a-trace", Map.of("trace", trace));
        assertThat(heads).hasSize(36);
        for (Map<String, Object> head : heads) {
            String name = String.valueOf(head.get("head"));
            double[][] pattern = pattern(trace, name, tokens.length);
            for (double[] weights : pattern) {
                assertThat(IntStream.range(0, weights.length)
                                .mapToDouble(k -> weights[k])
                                .sum())
                        .as(name)
                        .isCloseTo(1, within(1e-4));
            }
            close(head, "firstToken", mean(1, q -> List.of(0), pattern));
            close(head, "currentToken", mean(1, q -> List.of(q), pattern));
            close(head, "previousToken", mean(2, q -> List.of(q - 1), pattern));
            close(head, "duplicateToken", mean(1, q -> earlier(tokens, q), pattern));
            close(head, "induction", mean(1, q -> followers(tokens, q), pattern));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "attention-sinks, firstToken",
        "current-token-heads, currentToken",
        "previous-token-heads, previousToken",
        "duplicate-token-heads, duplicateToken",
        "induction-heads, induction"
    })
    void a_behaviour_over_traces_is_the_mean_of_their_scores(String query, String score) {
        String trace = Traced.tagged(Traced.MARY, " Mary", TAG);
        List<Map<String, Object>> heads = ask("heads-of-a-trace", Map.of("trace", trace));
        List<Map<String, Object>> rows = ask(query, Map.of("tag", TAG, "limit", 100));
        assertThat(rows).hasSize(36);
        for (Map<String, Object> head : heads) {
            Map<String, Object> row = row(rows, "head", String.valueOf(head.get("head")));
            assertThat(row).containsEntry("traces", 1);
            assertThat(number(row, "weight")).isCloseTo(number(head, score), within(1e-6));
        }
    }

    @Test
    void effects_at_every_position_are_what_another_implementation_computed() {
        String trace = Traced.prompt(Traced.MARY, " Mary", " John");
        double metric = Math.abs(flow("mary").get("metric").asDouble());
        List<Map<String, Object>> rows = ask("head-effects-by-position", Map.of("trace", trace));
        assertThat(rows).hasSize(36 * tokens().length);
        for (Map<String, Object> row : rows) {
            String head = String.valueOf(row.get("head"));
            int position = ((Number) row.get("position")).intValue();
            double expected = flow("mary")
                    .get("layers")
                    .get(head.charAt(1) - '0')
                    .get("effectHeads")
                    .get(head.charAt(3) - '0')
                    .get(position)
                    .asDouble();
            // relative above 1% of the metric, absolute below
            assertThat(number(row, "effect"))
                    .as(head + " at " + position)
                    .isCloseTo(expected, within(1e-2 * Math.max(0.01 * metric, Math.abs(expected))));
        }
    }

    @Test
    void what_is_stored_and_what_is_not_make_the_whole() {
        Map<String, Object> row = ask("coverage-of-a-trace", Map.of("trace", Traced.prompt(Traced.MARY, " Mary")))
                .get(0);
        assertThat(row).containsEntry("positions", tokens().length).containsEntry("ofHeads", 36 * tokens().length);
        for (String figure : List.of("influence", "effect")) {
            assertThat(number(row, figure)).as(figure).isBetween(0.5, 1.0);
            assertThat(number(row, figure) + number(row, figure + "Left"))
                    .as(figure)
                    .isCloseTo(1, within(1e-6));
        }
    }

    private interface Keys {
        List<Integer> of(int query);
    }

    // of the attention to the keys together, over the queries that have such
    private static OptionalDouble mean(int first, Keys keys, double[][] pattern) {
        return IntStream.range(first, pattern.length)
                .filter(q -> !keys.of(q).isEmpty())
                .mapToDouble(
                        q -> keys.of(q).stream().mapToDouble(k -> pattern[q][k]).sum())
                .average();
    }

    private static List<Integer> earlier(int[] tokens, int query) {
        return IntStream.range(0, query)
                .filter(k -> tokens[k] == tokens[query])
                .boxed()
                .toList();
    }

    private static List<Integer> followers(int[] tokens, int query) {
        List<Integer> followers = new ArrayList<>();
        for (int key : earlier(tokens, query)) {
            if (key + 1 < query) {
                followers.add(key + 1);
            }
        }
        return followers;
    }

    private static void close(Map<String, Object> head, String score, OptionalDouble expected) {
        assertThat(number(head, score))
                .as(head.get("head") + " " + score)
                .isCloseTo(expected.orElseThrow(), within(1e-4));
    }

    private static double[][] pattern(String trace, String head, int positions) {
        double[][] pattern = new double[positions][positions]; // [query][key]
        for (Map<String, Object> row : ask("pattern-of-a-head", Map.of("trace", trace, "head", head))) {
            int query = ((Number) row.get("from")).intValue();
            int key = ((Number) row.get("to")).intValue();
            pattern[query][key] = number(row, "weight");
        }
        return pattern;
    }

    private static int[] tokens() {
        JsonNode ids = golden("mary").get("ids");
        return IntStream.range(0, ids.size()).map(i -> ids.get(i).asInt()).toArray();
    }
}
