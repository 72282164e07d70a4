package io.headstream.api.library;

import static io.headstream.api.library.Asked.answer;
import static io.headstream.api.library.Asked.ask;
import static io.headstream.api.library.Asked.flow;
import static io.headstream.api.library.Asked.golden;
import static io.headstream.api.library.Asked.names;
import static io.headstream.api.library.Asked.number;
import static io.headstream.api.library.Asked.row;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.databind.JsonNode;
import io.headstream.api.Neo4jServer;
import io.headstream.api.Traced;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every named query, asked of two real traces; the expected figures were computed by another implementation. */
@QuarkusTest
@QuarkusTestResource(Neo4jServer.class)
class NamedQueriesIT {
    private static final Pattern BYTES = Pattern.compile("(<0x[0-9A-F]{2}>)+");

    private String mary = "";
    private String tokyo = "";

    @BeforeEach
    void traced() {
        mary = Traced.prompt(Traced.MARY, " Mary");
        tokyo = Traced.prompt(Traced.TOKYO, " Tokyo");
    }

    @Test
    void heads_that_write_a_token() {
        List<Map<String, Object>> rows = ask("heads-that-write-a-token", Map.of("token", " Mary", "rank", 1));
        List<String> writers = heads(golden("mary"), head -> head.get("rank").asInt() == 1);
        assertThat(writers).contains("L4H5", "L5H1");
        assertThat(names(rows, "head")).containsAll(writers);
    }

    @Test
    void tokens_a_head_writes() {
        List<Map<String, Object>> rows =
                ask("tokens-a-head-writes", Map.of("head", "L4H5", "trace", mary, "limit", 500));
        assertThat(row(rows, "token", " Mary")).containsEntry("bestRank", 1);
    }

    // the first is cut last; what is left of the others is put in the same order again
    @ParameterizedTest
    @CsvSource({"strongest-contributors", "pattern-of-a-head", "heads-of-a-trace", "neurons-behind-the-answer"})
    void an_answer_says_where_there_are_more_rows_than_its_own_limit_and_has_those_that_it_would_have(String query) {
        Map<String, Object> parameters =
                query.startsWith("pattern") ? Map.of("trace", mary, "head", "L4H5") : Map.of("trace", mary);
        int all = limited(query, parameters, 5000).getList("rows").size();
        assertThat(all).isGreaterThan(3);
        JsonPath exact = limited(query, parameters, all);
        assertThat(exact.getList("rows")).hasSize(all);
        assertThat(exact.<Object>get("limited")).isNull();
        JsonPath some = limited(query, parameters, all - 1);
        assertThat(some.getList("rows")).isEqualTo(exact.getList("rows").subList(0, all - 1));
        assertThat(some.getBoolean("limited")).isTrue();
        assertThat(some.getBoolean("truncated")).isFalse(); // of which the Python client warns
        assertThat(limited(query, parameters, 0).getList("rows")).isEmpty();
    }

    private static JsonPath limited(String query, Map<String, Object> parameters, int limit) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("limit", limit);
        return answer(query, all).jsonPath();
    }

    @Test
    void profile_of_a_head() {
        JsonNode head = golden("mary").get("heads").get(4 * 6 + 5);
        Map<String, Object> row = row(ask("head-profile", Map.of("head", "L4H5")), "trace", mary);
        assertThat(number(row, "norm")).isCloseTo(head.get("norm").asDouble(), within(1e-3));
        assertThat(number(row, "share")).isCloseTo(head.get("share").asDouble(), within(1e-4));
        assertThat(number(row, "weight"))
                .isCloseTo(head.get("attends").get(0).get(1).asDouble(), within(1e-4));
        assertThat(row).containsEntry("attendsTo", " Mary").containsEntry("writes", " Mary");
    }

    @Test
    void prompts_where_a_head_matters() {
        List<Map<String, Object>> rows = ask("prompts-where-a-head-matters", Map.of("head", "L4H5"));
        assertThat(names(rows, "trace")).contains(mary, tokyo);
        assertThat(number(row(rows, "trace", mary), "dla")).isCloseTo(3.96955, within(1e-3));
    }

    @ParameterizedTest
    @CsvSource({"mary, ' Mary'", "tokyo, ' Tokyo'"})
    void where_a_token_becomes_first(String name, String token) {
        JsonNode lens = golden(name).get("lens");
        Map<String, Object> row =
                ask("where-a-token-becomes-first", Map.of("trace", trace(name))).get(0);
        assertThat(row).containsEntry("atTarget", true);
        JsonNode at = lens.get(((Number) row.get("layer")).intValue());
        assertThat(at.get(String.valueOf(row.get("site"))).get(0).asInt()).isEqualTo(1);
        if (row.get("site").equals("post")) {
            assertThat(at.get("mid").get(0).asInt()).isGreaterThan(1);
        }
        assertThat(at.get("pre").get(0).asInt()).isGreaterThan(1);
        assertThat(ask("where-a-token-becomes-first", Map.of("trace", trace(name), "token", token)))
                .contains(row);
    }

    @ParameterizedTest
    @CsvSource({"mary", "tokyo"})
    void logit_lens(String name) {
        List<Map<String, Object>> rows = ask("logit-lens", Map.of("trace", trace(name)));
        assertThat(rows).hasSize(13);
        for (Map<String, Object> row : rows) {
            JsonNode layer = golden(name).get("lens").get(((Number) row.get("layer")).intValue());
            JsonNode expected = layer.get(row.get("site").equals("embed") ? "pre" : String.valueOf(row.get("site")));
            assertThat(row.get("targetRank")).isEqualTo(expected.get(0).asInt());
            assertThat(number(row, "targetProbability"))
                    .isCloseTo(expected.get(1).asDouble(), within(1e-4));
        }
    }

    @Test
    void tokens_erased() {
        assertThat(ask("tokens-erased", Map.of("trace", mary)))
                .hasSize(50)
                .allMatch(row -> String.valueOf(row.get("node")).contains("P14."));
    }

    @ParameterizedTest
    @CsvSource({"mary", "tokyo"})
    void strongest_contributors(String name) {
        JsonNode golden = golden(name);
        List<Map<String, Object>> rows = ask("strongest-contributors", Map.of("trace", trace(name), "limit", 1000));
        for (JsonNode head : golden.get("heads")) {
            Map<String, Object> row = row(rows, "component", headName(head));
            assertThat(number(row, "dla")).isCloseTo(head.get("dla").asDouble(), within(2e-3));
            // another implementation decodes part of a character to U+FFFD
            assertThat(decoded(String.valueOf(row.get("token"))))
                    .isEqualTo(head.get("top").asText());
        }
        for (JsonNode mlp : golden.get("mlp")) {
            Map<String, Object> row = row(rows, "component", "mlp_out L" + mlp.get("layer"));
            assertThat(number(row, "dla")).isCloseTo(mlp.get("dla").asDouble(), within(2e-3));
        }
        JsonPath trace = statement("MATCH (t:Trace {id: $trace}) RETURN t.constant, t.metricValue", trace(name));
        double sum = rows.stream().mapToDouble(row -> number(row, "dla")).sum() + trace.getDouble("rows[0][0]");
        assertThat(sum)
                .isCloseTo(trace.getDouble("rows[0][1]"), within(2e-3))
                .isCloseTo(golden.get("targetLogit").asDouble(), within(5e-3));
    }

    @Test
    void strongest_paths() {
        List<Map<String, Object>> rows = ask("strongest-paths", Map.of("trace", mary));
        assertThat(rows).hasSize(20).isSortedAccordingTo(Comparator.comparing(row -> -number(row, "share")));
        for (Map<String, Object> row : rows) {
            assertThat((List<?>) row.get("route")).last().isEqualTo("L5P14.post");
        }
        Map<String, Object> trunk = row(rows, "start", "L0P14.embed");
        double product = 1;
        for (JsonNode layer : flow("mary").get("layers")) {
            product *= layer.get("shareResidPre").get(14).asDouble()
                    * (1 - layer.get("shareMlp").get(14).asDouble());
        }
        assertThat(number(trunk, "share")).isCloseTo(product, within(1e-4));
        assertThat(trunk).containsEntry("length", 12);
    }

    @ParameterizedTest
    @CsvSource({"mary", "tokyo"})
    void what_a_position_attends_to(String name) {
        List<Map<String, Object>> rows = ask("what-a-position-attends-to", Map.of("trace", trace(name), "limit", 5000));
        int found = 0;
        int wanted = 0;
        for (JsonNode head : golden(name).get("heads")) {
            for (JsonNode attends : head.get("attends")) {
                wanted++;
                for (Map<String, Object> row : rows) {
                    if (row.get("head").equals(headName(head))
                            && row.get("key").equals(attends.get(0).asInt())) {
                        assertThat(number(row, "weight"))
                                .isCloseTo(attends.get(1).asDouble(), within(1e-4));
                        found++;
                    }
                }
            }
        }
        assertThat(found).isEqualTo(wanted).isGreaterThan(36);
    }

    private static String decoded(String token) {
        return BYTES.matcher(token)
                .replaceAll(bytes -> new String(
                        HexFormat.of().parseHex(bytes.group().replaceAll("[<>]|0x", "")), StandardCharsets.UTF_8));
    }

    @Test
    void neurons_active_in_most_traces() {
        List<Map<String, Object>> rows = ask("neurons-active-in-most-traces", Map.of("model", "headstream-sample"));
        JsonPath counted = statement(
                "MATCH (m:Model {name: 'headstream-sample'}) MATCH (n:Neuron {model: m.id}) WHERE n.name = $trace"
                        + " MATCH (n)<-[:OF]-(a) WITH m, count(DISTINCT a.trace) AS traces"
                        + " RETURN toFloat(traces) / COUNT { (t:Trace {model: m.id}) }, toFloat(traces)"
                        + " / COUNT { (t:Trace {model: m.id}) WHERE EXISTS { (:NeuronActivation {trace: t.id}) } }",
                String.valueOf(rows.get(0).get("neuron")));
        assertThat(number(rows.get(0), "fraction")).isCloseTo(counted.getDouble("rows[0][0]"), within(1e-6));
        assertThat(counted.getDouble("rows[0][1]"))
                .as("of the traces that keep neurons")
                .isGreaterThan(0.85);
    }

    @ParameterizedTest
    @CsvSource({"mary", "tokyo"})
    void strongest_neurons_of_a_trace(String name) {
        List<Map<String, Object>> rows = ask("mlp-neurons-of-a-trace", Map.of("trace", trace(name), "limit", 1000));
        for (JsonNode layer : golden(name).get("neurons")) {
            JsonNode strongest = layer.get("top").get(0);
            Map<String, Object> row = row(rows, "neuron", "L" + layer.get("layer") + "N" + strongest.get(0));
            assertThat(number(row, "strength")).isCloseTo(strongest.get(1).asDouble(), within(1e-3));
            assertThat(number(row, "activation")).isCloseTo(strongest.get(2).asDouble(), within(1e-3));
        }
    }

    @Test
    void components_that_differ_most() {
        List<Map<String, Object>> rows =
                ask("components-that-differ-most", Map.of("left", mary, "right", tokyo, "limit", 100));
        for (int i = 0; i < 36; i++) {
            JsonNode left = golden("mary").get("heads").get(i);
            double right = golden("tokyo").get("heads").get(i).get("dla").asDouble();
            assertThat(number(row(rows, "component", headName(left)), "difference"))
                    .isCloseTo(right - left.get("dla").asDouble(), within(4e-3));
        }
    }

    @Test
    void traces_and_their_size() {
        assertThat(names(ask("traces-of-a-model", Map.of("model", "headstream-sample")), "trace"))
                .contains(mary, tokyo);
        List<Map<String, Object>> size = ask("size-of-the-graph", Map.of());
        int heads = statement("MATCH (m:Model) RETURN sum(m.layers * m.heads)", mary)
                .getInt("rows[0][0]");
        assertThat(heads).isGreaterThanOrEqualTo(36);
        assertThat(row(size, "name", "Head")).containsEntry("count", heads);
        assertThat(number(row(size, "name", "ADDS_TO"), "count")).isGreaterThan(1000);
        assertThat(ask("predictions-of-a-trace", Map.of("trace", mary)).get(0)).containsEntry("token", " Mary");
    }

    @Test
    void parts_add_up_to_their_wholes() {
        for (Map<String, Object> row : ask("sums-check", Map.of("trace", mary, "limit", 10000))) {
            assertThat(number(row, "total")).as("%s", row).isCloseTo(1, within(1e-4));
            if (row.get("dla") != null) {
                assertThat(number(row, "dlaOfParts")).as("%s", row).isCloseTo(number(row, "dla"), within(1e-3));
            }
        }
    }

    @Test
    void what_is_not_there_is_named() {
        refused("nothing", Map.of(), 404, "there is no query 'nothing'");
        refused("logit-lens", Map.of("trace", "x"), 404, "there is no trace 'x'");
        refused("traces-of-a-model", Map.of("model", "x"), 404, "there is no model 'x' in the graph");
        refused("heads-that-write-a-token", Map.of(), 400, "needs parameter 'token'");
        refused("head-profile", Map.of("head", "9.6"), 400, "give a head's name, such as \"L3H2\"");
    }

    private static void refused(String query, Map<String, Object> parameters, int status, String detail) {
        given().contentType("application/json")
                .body(Map.of("parameters", parameters))
                .post("/api/queries/" + query)
                .then()
                .statusCode(status)
                .body("detail", containsString(detail));
    }

    private static JsonPath statement(String statement, String trace) {
        return given().contentType("application/json")
                .body(Map.of("statement", statement, "parameters", Map.of("trace", trace)))
                .post("/api/cypher")
                .jsonPath();
    }

    private String trace(String name) {
        return name.equals("mary") ? mary : tokyo;
    }

    private static String headName(JsonNode head) {
        return "L" + head.get("layer") + "H" + head.get("head");
    }

    private static List<String> heads(JsonNode golden, Predicate<JsonNode> which) {
        return StreamSupport.stream(golden.get("heads").spliterator(), false)
                .filter(which)
                .map(NamedQueriesIT::headName)
                .toList();
    }
}
