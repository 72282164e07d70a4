package io.headstream.api.library;

import static io.headstream.api.library.Asked.ask;
import static io.headstream.api.library.Asked.flow;
import static io.headstream.api.library.Asked.golden;
import static io.headstream.api.library.Asked.names;
import static io.headstream.api.library.Asked.number;
import static io.headstream.api.library.Asked.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.headstream.api.Neo4jServer;
import io.headstream.api.Traced;
import io.headstream.cypher.NamedQuery;
import io.headstream.cypher.Parameter;
import io.headstream.cypher.QueryLibrary;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Named queries on two real traces, held to what another implementation computed, or to the prompt itself. */
@QuarkusTest
@QuarkusTestResource(Neo4jServer.class)
class LibraryOnTracesIT {
    private String mary = "";
    private String tokyo = "";

    @BeforeEach
    void traced() {
        mary = Traced.prompt(Traced.MARY, " Mary");
        tokyo = Traced.prompt(Traced.TOKYO, " Tokyo");
    }

    @Test
    void every_query_answers_on_real_traces() {
        Traced.circuit("names");
        Traced.cutEdges("names");
        Traced.asked(Map.of("prompt", Traced.TOKYO, "target", " Tokyo", "sweep", Map.of("of", "heads")));
        List<String> empty = new ArrayList<>();
        for (NamedQuery query : QueryLibrary.load().all()) {
            Map<String, Object> parameters = new HashMap<>();
            query.parameters().stream()
                    .filter(Parameter::required)
                    .forEach(parameter -> parameters.put(parameter.name(), example(parameter)));
            if (ask(query.name(), parameters).isEmpty()) {
                empty.add(query.name());
            }
        }
        // no sequence in these prompts, no head that erases " Mary", nothing to distrust; the rest need the model's
        // index, which another test may
        // not have made yet
        empty.removeAll(List.of(
                "successor-heads",
                "heads-that-erase-a-token",
                "traces-to-check",
                "copying-heads",
                "what-a-neuron-says"));
        // no sweep of this trace, and no change of it
        empty.removeAll(List.of(
                "sweeps-of-a-trace",
                "what-a-sweep-measured",
                "where-estimate-and-measurement-disagree",
                "changes-of-a-trace"));
        empty.remove("steps-of-a-generation"); // it is of none
        empty.remove("tokens-of-an-answer"); // it explains one
        empty.removeAll(List.of("neurons-that-promote-a-token", "neurons-that-suppress-a-token"));
        assertThat(empty).isEmpty();
    }

    @Test
    void the_heads_that_move_mary_look_at_her_as_much_as_another_implementation_says() {
        Traced.tagged(Traced.MARY, " Mary", "movers"); // other tests trace other prompts
        Map<String, Object> alone = Map.of("model", "headstream-sample", "tag", "movers");
        List<Map<String, Object>> movers = ask("name-mover-heads", alone);
        assertThat(movers.get(0)).containsEntry("head", "L4H5");
        assertThat(number(movers.get(0), "weight")).isCloseTo(attention(4, 5, 2), within(1e-4));
        assertThat(number(row(movers, "head", "L5H1"), "weight")).isCloseTo(attention(5, 1, 2), within(1e-4));
        assertThat(ask("negative-heads", alone)).allMatch(r -> number(r, "moves") < 0);
    }

    @Test
    void the_memory_value_that_carries_a_head_stands_where_the_head_looks() {
        List<Map<String, Object>> rows = ask("memory-values-that-carry-a-head", Map.of("trace", mary));
        assertThat(rows).hasSize(36).allMatch(row -> row.get("share") != null);
        int found = 0;
        for (Map<String, Object> row : rows) {
            String head = String.valueOf(row.get("head"));
            JsonNode top = head(golden("mary"), head.charAt(1) - '0', head.charAt(3) - '0')
                    .get("attends")
                    .get(0);
            assertThat(number(row, "weight")).as(head).isCloseTo(top.get(1).asDouble(), within(1e-4));
            if (number(row, "weight") > 0.3) { // of smaller ones, two can be alike
                assertThat(row.get("key")).as(head).isEqualTo(top.get(0).asInt());
                found++;
            }
        }
        assertThat(found).isGreaterThan(10);
    }

    @Test
    void positions_are_the_prompt_s_with_the_influence_computed_elsewhere() {
        List<Map<String, Object>> prompt = ask("prompt-position-by-position", Map.of("trace", mary));
        JsonNode golden = golden("mary");
        assertThat(prompt).hasSize(golden.get("tokens").size());
        for (int p = 0; p < prompt.size(); p++) {
            assertThat(prompt.get(p))
                    .containsEntry("token", golden.get("tokens").get(p).asText())
                    .containsEntry("id", golden.get("ids").get(p).asInt());
        }
        assertThat(prompt.get(14)).containsEntry("predicts", " Mary");
        assertThat(number(prompt.get(14), "probability"))
                .isCloseTo(golden.get("top").get(0).get(1).asDouble(), within(1e-4));
        JsonNode influence = flow("mary").get("embed");
        double attention = 0;
        for (Map<String, Object> row : ask("positions-that-matter", Map.of("trace", mary))) {
            double expected =
                    influence.get(((Number) row.get("position")).intValue()).asDouble();
            assertThat(number(row, "influence")).isCloseTo(expected, within(1e-4));
            attention += number(row, "attention");
        }
        assertThat(attention).as("each of 36 heads shares out 1").isCloseTo(36, within(1e-3));
        assertThat(ask("repeated-tokens", Map.of("trace", mary)))
                .extracting(row -> row.get("token"), row -> row.get("positions"))
                .containsExactly(tuple(" John", List.of(4, 10)), tuple(" to", List.of(6, 14)));
    }

    @Test
    void the_stream_is_as_large_as_another_implementation_says() {
        List<Map<String, Object>> rows = ask("norms-along-the-stream", Map.of("trace", mary));
        for (JsonNode mlp : golden("mary").get("mlp")) {
            Map<String, Object> row = row(rows, "node", "L" + mlp.get("layer") + "P14.mlp");
            assertThat(number(row, "norm")).isCloseTo(mlp.get("norm").asDouble(), within(1e-2));
        }
    }

    @Test
    void traces_are_as_near_as_their_heads_and_mlps_are() {
        List<Double> left = profile(golden("mary"));
        List<Double> right = profile(golden("tokyo"));
        double expected = dot(left, right) / Math.sqrt(dot(left, left) * dot(right, right));
        Map<String, Object> near = row(ask("nearest-traces", Map.of("trace", mary)), "trace", tokyo);
        assertThat(number(near, "cosine")).isCloseTo(expected, within(1e-3));
    }

    @Test
    void what_two_traces_share_is_what_adds_to_both() {
        List<Map<String, Object>> rows =
                ask("what-two-traces-share", Map.of("left", mary, "right", tokyo, "least", 0.05));
        double left = golden("mary").get("targetLogit").asDouble();
        double right = golden("tokyo").get("targetLogit").asDouble();
        for (JsonNode head : golden("mary").get("heads")) {
            int layer = head.get("layer").asInt();
            int number = head.get("head").asInt();
            double ofLeft = head.get("dla").asDouble() / left;
            double ofRight = head(golden("tokyo"), layer, number).get("dla").asDouble() / right;
            if (Math.abs(ofLeft) > 0.051 && Math.abs(ofRight) > 0.051) {
                Map<String, Object> row = row(rows, "component", "L" + layer + "H" + number);
                assertThat(row).containsEntry("in", "both");
                assertThat(number(row, "left")).isCloseTo(ofLeft, within(1e-3));
                assertThat(number(row, "right")).isCloseTo(ofRight, within(1e-3));
            }
        }
        assertThat(names(rows, "in")).contains("both", "left");
    }

    @Test
    void the_lenses_of_two_traces_stand_side_by_side() {
        List<Map<String, Object>> rows = ask("logit-lens-of-two-traces", Map.of("left", mary, "right", tokyo));
        assertThat(rows).hasSize(13);
        for (Map<String, Object> row : rows) {
            String site = row.get("site").equals("embed") ? "pre" : String.valueOf(row.get("site"));
            int layer = ((Number) row.get("layer")).intValue();
            assertThat(row)
                    .containsEntry(
                            "leftRank",
                            golden("mary")
                                    .get("lens")
                                    .get(layer)
                                    .get(site)
                                    .get(0)
                                    .asInt())
                    .containsEntry(
                            "rightRank",
                            golden("tokyo")
                                    .get("lens")
                                    .get(layer)
                                    .get(site)
                                    .get(0)
                                    .asInt());
        }
    }

    @Test
    void parts_of_a_whole_make_it_up() {
        for (String node : List.of("L4P14.attn", "L4P14.mid", "L4P14.mlp", "L4P14.post")) {
            double sum = ask("parts-of-a-whole", Map.of("trace", mary, "node", node)).stream()
                    .mapToDouble(row -> number(row, "share"))
                    .sum();
            assertThat(sum).as(node).isCloseTo(1, within(1e-4));
        }
    }

    private Object example(Parameter parameter) {
        return switch (parameter.name()) {
            case "node" -> "L4P5.attn";
            case "text" -> " Ma";
            case "words" -> "mary";
            case "writer" -> "L1H0";
            case "left" -> tokyo;
            case "circuit", "other" -> "names";
            default ->
                switch (parameter.type()) {
                    case TOKEN -> " Mary";
                    case HEAD -> "L4H5";
                    case NEURON -> "L0N374";
                    default -> throw new IllegalArgumentException(parameter.name());
                };
        };
    }

    private static double attention(int layer, int head, int key) {
        for (JsonNode attends : head(golden("mary"), layer, head).get("attends")) {
            if (attends.get(0).asInt() == key) {
                return attends.get(1).asDouble();
            }
        }
        throw new AssertionError("not among the three largest");
    }

    private static JsonNode head(JsonNode golden, int layer, int head) {
        return golden.get("heads").get(layer * 6 + head);
    }

    private static List<Double> profile(JsonNode golden) {
        List<Double> profile = new ArrayList<>();
        golden.get("heads").forEach(head -> profile.add(head.get("dla").asDouble()));
        golden.get("mlp").forEach(mlp -> profile.add(mlp.get("dla").asDouble()));
        return profile;
    }

    private static double dot(List<Double> left, List<Double> right) {
        double sum = 0;
        for (int i = 0; i < left.size(); i++) {
            sum += left.get(i) * right.get(i);
        }
        return sum;
    }
}
