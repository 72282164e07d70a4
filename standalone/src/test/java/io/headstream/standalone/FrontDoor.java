package io.headstream.standalone;

import static io.headstream.standalone.HeadstreamProcess.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/** The first start of `./headstream` with options and no command, and what a newcomer finds as soon as it is up. */
final class FrontDoor {
    private static final String MARY = "When Mary and John went to the store, John gave a drink to";
    private static final String WEIGHTS =
            """
            MATCH (m:Model {name: 'headstream-sample'})
            RETURN [COUNT { (m)-[:HAS_HEAD]->() }, COUNT { (m)-[:HAS_NEURON]->() }, COUNT { (:Token {model: m.id}) }]
            """;
    private static final String PROPERTIES =
            """
            MATCH (n) WHERE n.trace = $trace OR n.id = $trace
            OPTIONAL MATCH (n)-[r]->()
            WITH DISTINCT n, r
            UNWIND [key IN keys(n) | labels(n)[-1] + '.' + key] + [key IN keys(r) | type(r) + '.' + key] + [type(r)] AS what
            RETURN what, count(*) AS times
            """;

    private FrontDoor() {}

    /** The example is there at once, as a trace of its prompt would be; {@code server} has been asked nothing yet. */
    static void check(HeadstreamProcess server, Path data, int boltPort) throws Exception {
        JsonNode traces = json(server.get("/api/traces").body()).path("items");
        assertThat(traces).hasSize(1);
        assertThat(traces.get(0).path("prompt").asText()).isEqualTo(MARY);
        assertThat(traces.get(0).path("tags").get(0).asText()).isEqualTo("example");
        String shipped = traces.get(0).path("id").asText();

        HeadstreamProcess.Outcome traced =
                server.command("trace", "--json", "--metric", "difference", "--tag", "example", MARY);
        assertThat(traced.exitCode()).as(traced.err()).isZero();
        String fresh = json(traced.out()).path("id").asText();
        assertThat(json(server.get("/api/jobs").body()).toString()).doesNotContain(shipped);
        try (Driver driver = HeadstreamProcess.driver(data, boltPort);
                Session session = driver.session()) {
            assertThat(properties(session, shipped))
                    .containsKeys("Trace.createdAt", "NeuronActivation.effect", "FIRES", "WRITES.rank")
                    .isEqualTo(properties(session, fresh));
            assertThat(session.run(WEIGHTS).single().get(0).asList()).containsExactly(36L, 6 * 768L, 4096L);
        }
        assertThat(server.log()).doesNotContain("WARN", "warning");
    }

    private static Map<String, Long> properties(Session session, String trace) {
        return session.run(PROPERTIES, Map.of("trace", trace)).stream()
                .collect(Collectors.toMap(row -> row.get("what").asString(), row -> row.get("times")
                        .asLong()));
    }
}
