package io.headstream.api.flow;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headstream.api.Neo4jServer;
import io.headstream.api.Traced;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The statement that the page shows with the picture, run as the page's link runs it. */
@QuarkusTest
@QuarkusTestResource(Neo4jServer.class)
class FlowStatementIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({
        "stream, 0",
        "stream, 0.04",
        "stream, 0.3",
        "heads, 0",
        "heads, 0.02",
        "heads, 0.04",
        "heads, 0.2",
        "neurons, 0.01",
        "neurons, 0.04",
        "neurons, 0.1"
    })
    void the_statement_s_edges_that_reach_the_end_are_the_picture_s(String detail, double threshold)
            throws IOException {
        String trace = Traced.prompt(Traced.TOKYO, " Tokyo");
        JsonNode flow =
                JSON.readTree(given().get("/api/traces/" + trace + "/flow?detail=" + detail + "&threshold=" + threshold)
                        .asString());
        assertThat(flow.at("/end").asText())
                .isEqualTo("L5P" + flow.get("targetPosition").asText() + ".post");

        Map<String, JsonNode> drawn = stream(flow.get("edges"))
                .collect(toMap(edge -> key(edge.get("source"), edge.get("kind"), edge.get("target")), edge -> edge));
        Map<String, JsonNode> stated = reaching(
                        flow.get("end").asText(), stream(run(flow).get("rows")).toList())
                .collect(toMap(row -> key(row.get(0), row.get(2), row.get(1)), row -> row));

        assertThat(stated.keySet()).isEqualTo(drawn.keySet()).isNotEmpty();
        assertThat(drawn).allSatisfy((key, edge) -> {
            assertThat(stated.get(key).get(3).asDouble())
                    .isCloseTo(edge.get("share").asDouble(), within(1e-12));
            assertThat(stated.get(key).get(4).isNull()).isEqualTo(!edge.has("weight"));
            assertThat(stated.get(key).get(4).asDouble())
                    .isEqualTo(edge.path("weight").asDouble());
        });
    }

    // from the end back, an edge at a time
    private static Stream<JsonNode> reaching(String end, List<JsonNode> rows) {
        Set<String> reached = new HashSet<>(Set.of(end));
        boolean grown = true;
        while (grown) {
            grown = reached.addAll(rows.stream()
                    .filter(row -> reached.contains(row.get(1).asText()))
                    .map(row -> row.get(0).asText())
                    .toList());
        }
        return rows.stream().filter(row -> reached.contains(row.get(1).asText()));
    }

    private static JsonNode run(JsonNode flow) throws IOException {
        Map<String, Object> parameters = Map.of(
                "trace", flow.get("trace").asText(),
                "threshold", flow.get("threshold").asDouble(),
                "detail", flow.get("detail").asText());
        return JSON.readTree(given().contentType("application/json")
                .body(Map.of("statement", flow.get("cypher").asText(), "parameters", parameters, "limit", 10_000))
                .post("/api/cypher")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private static String key(JsonNode source, JsonNode kind, JsonNode target) {
        return source.asText() + " " + kind.asText() + " " + target.asText();
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
