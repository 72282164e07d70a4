package io.headstream.ingest.circuits;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headstream.ingest.Asked;
import io.headstream.ingest.HubServerResource;
import io.headstream.ingest.Neo4jServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;

/** A circuit from a posted job to the graph. */
@QuarkusTest
@QuarkusTestResource(Neo4jServer.class)
@QuarkusTestResource(HubServerResource.class)
class CircuitJobIT {
    private static final String MARY = "When Mary and John went to the store, John gave a drink to";

    @Inject
    Driver driver;

    @Test
    void a_circuit_is_in_the_graph_under_its_name() {
        JsonPath state = Asked.done(
                Map.of("circuit", Map.of("name", "mine", "prompts", sentences(8), "trials", 10, "steps", 2)));
        String job = state.getString("id");
        assertThat(state.getString("kind")).isEqualTo("circuit");
        assertThat(state.getString("model")).isEqualTo("headstream-sample");
        Map<String, Object> circuit =
                one("MATCH (c:Circuit {name: 'mine'}), (:Model {name: 'headstream-sample', id: c.model}) RETURN properties(c) AS c")
                        .get("c")
                        .asMap();
        assertThat(circuit)
                .containsEntry("id", job)
                .containsEntry("metric", "logit_difference")
                .containsEntry("ablation", "corrupted")
                .containsEntry("edgesOfModel", 856L)
                .containsEntry("foundWith", 4L)
                .containsEntry("judgedBy", 4L);
        double empty = (Double) circuit.get("metricEmpty");
        double full = (Double) circuit.get("metricFull");
        assertThat((Double) circuit.get("faithfulness"))
                .isCloseTo(((Double) circuit.get("metricValue") - empty) / (full - empty), within(1e-9))
                .isGreaterThan(0.5);
        assertThat((Double) circuit.get("foundFaithfulness")).isBetween(0.9, 1.1);
        Record edges = one(
                """
                MATCH (c:Circuit {name: 'mine'})-[:HAS_NODE]->(a)-[e:FEEDS]->(b:CircuitNode {circuit: c.id})
                WITH e ORDER BY e.rank
                RETURN collect(e.rank) AS ranks, collect(abs(e.score)) AS scores""");
        assertThat(edges.get("ranks").size()).isEqualTo(((Long) circuit.get("edges")).intValue());
        List<Double> scores = edges.get("scores").asList(value -> value.asDouble());
        assertThat(scores).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        // every node lies on a way from the embedding to the logits
        assertThat(
                        one("""
                                MATCH (c:Circuit {name: 'mine'})-[:HAS_NODE]->(n)
                                WHERE n.name <> 'logits' AND NOT (n)-[:FEEDS]->() OR n.name <> 'embed' AND NOT ()-[:FEEDS]->(n)
                                RETURN count(n) AS loose""")
                                .get("loose")
                                .asInt())
                .isZero();
        assertThat(
                        one("""
                                MATCH (:Circuit {name: 'mine'})-[:HAS_NODE]->(n {kind: 'head'})
                                RETURN count(n) AS heads, sum(COUNT { (n)-[:IS]->(h:Head) WHERE h.name = n.name }) AS linked""")
                                .asMap(value -> value.asInt()))
                .satisfies(counts -> assertThat(counts.get("linked")).isEqualTo(counts.get("heads")));
        // the next of that name takes its place
        String next = Asked.done(Map.of(
                        "circuit",
                        Map.of("name", "mine", "prompts", sentences(4), "trials", 0, "ablation", "zero", "find", 3)))
                .getString("id");
        assertThat(one("MATCH (c:Circuit {name: 'mine'}) RETURN collect([c.id, c.ablation, c.judgedBy]) AS found")
                        .get("found")
                        .asList())
                .containsExactly(List.of(next, "zero", 1L));
        assertThat(one("MATCH (n:CircuitNode) WHERE n.circuit = '" + job + "' RETURN count(n) AS left")
                        .get("left")
                        .asInt())
                .isZero();
        edgesAreCutInTurn(next);
    }

    // each as path patching, which another part of the tracer does, has it
    private void edgesAreCutInTurn(String circuit) {
        Map<String, Object> mary = Map.of("prompt", MARY, "target", " Mary", "distractor", " John", "budget", 1500);
        String trace = traced(mary, Map.of("sweep", Map.of("of", "edges", "circuit", "mine")));
        String sweep = "MATCH (s:Sweep {trace: '" + trace + "', of: 'edges', circuit: '" + circuit + "'}) ";
        assertThat(one(sweep
                                + "MATCH (c:Circuit {id: s.circuit}) RETURN s.kind AS kind, s.measurements = c.edges AS all")
                        .asMap())
                .isEqualTo(Map.of("kind", "zero", "all", true));
        Record joined = one(
                sweep
                        + """
                MATCH (a:CircuitNode)-[e:FEEDS]->(b:CircuitNode)<-[m:MEASURED]-(s) WHERE m.sender = a.name
                WITH s, a, b, m ORDER BY a.kind IN ['head', 'mlp'] AND b.kind IN ['head', 'mlp'] DESC, abs(m.change) DESC
                RETURN s.measurements AS measurements, count(*) AS joined, collect([a.name, b.name])[0] AS strongest, collect(m.metric)[0] AS metric""");
        assertThat(joined.get("joined").asInt())
                .isEqualTo(joined.get("measurements").asInt())
                .isPositive();
        Map<String, Object> path = Map.of(
                "kind", "path",
                "at", Map.of("component", joined.get("strongest").get(1).asString()),
                "from", Map.of("sender", joined.get("strongest").get(0).asString()));
        traced(mary, Map.of("interventions", List.of(path)));
        assertThat(joined.get("metric").asDouble())
                .as("without " + joined.get("strongest"))
                .isCloseTo(
                        one("MATCH (t:Trace)-[:INTERVENES_ON]->(:Trace {id: '" + trace
                                        + "'}) RETURN t.metricValue AS m")
                                .get("m")
                                .asDouble(),
                        within(2e-3));
        Asked.refused(
                Map.of(
                        "prompt",
                        "Mary",
                        "target",
                        " Mary",
                        "sweep",
                        Map.of("of", "edges", "circuit", "mine", "kind", "patch")),
                "give from.prompt, one of as many tokens, or kind zero");
    }

    private static String traced(Map<String, Object> prompt, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(prompt);
        body.putAll(more);
        return Asked.done(body).getString("traces[0]");
    }

    @Test
    void a_cancelled_search_leaves_nothing() {
        String job =
                Asked.started(Map.of("circuit", Map.of("name", "cancelled", "prompts", sentences(8), "steps", 40)));
        given().delete("/api/jobs/" + job).then().statusCode(202);
        assertThat(Asked.ended(job).getString("state")).isEqualTo("cancelled");
        assertThat(one("MATCH (c:Circuit {name: 'cancelled'}) RETURN count(c) AS found")
                        .get("found")
                        .asInt())
                .isZero();
    }

    @Test
    void what_cannot_be_found_is_refused_before_anything_runs() {
        List<Map<String, String>> good = sentences(4);
        refused(Map.of("prompts", good), "the circuit needs a name");
        refused(Map.of("name", "a", "prompts", good.subList(0, 1)), "a circuit needs two prompts at least");
        refused(
                Map.of("name", "a", "prompts", List.of(Map.of("prompt", "Mary"), good.get(0))),
                "prompt 1 of the circuit");
        refused(Map.of("name", "a", "prompts", good, "keep", 2), "between 0 and 1");
        refused(Map.of("name", "a", "prompts", good, "steps", 65), "integrated gradients take 1 to 64");
        refused(Map.of("name", "a", "prompts", good, "ablation", "noise"), "it is one of corrupted, mean, zero");
        refused(Map.of("name", "a", "prompts", good, "trials", -1), "take 0 to 10000");
        Map<String, String> longer = new HashMap<>(good.get(0));
        longer.put("corrupted", "Mary and John and Tom went on and on and on");
        refused(Map.of("name", "a", "prompts", List.of(longer, good.get(1))), "give one that is as long");
        List<Map<String, String>> bare = List.of(
                Map.of("prompt", "The capital of Japan is", "target", " Tokyo"),
                Map.of("prompt", "The capital of France is", "target", " Paris"));
        refused(Map.of("name", "a", "prompts", bare, "ablation", "corrupted"), "take ablation mean");
        refused(Map.of("name", "a", "prompts", List.of(bare.get(0), good.get(0))), "give one to all or to none");
        sweepRefused(Map.of("of", "edges"), "needs a circuit");
        sweepRefused(Map.of("of", "edges", "circuit", "nothing"), "there is no circuit 'nothing'");
        sweepRefused(Map.of("of", "edges", "circuit", "a", "positions", List.of(1)), "edges are cut at all positions");
        sweepRefused(Map.of("of", "edges", "circuit", "a", "kind", "scale"), "not by scale");
        sweepRefused(Map.of("of", "heads", "circuit", "a"), "a circuit is for sweeps of edges");
        Map.<String, Object>of("measure", "heads", "tags", List.of("x"), "detail", "stream", "steps", 2, "force", true)
                .forEach((member, value) -> Asked.refused(
                        Map.of(member, value, "circuit", Map.of("name", "a", "prompts", good)),
                        "takes nothing of " + member));
        Asked.refused(
                Map.of("prompt", "Mary", "circuit", Map.of("name", "a", "prompts", good)),
                "leave out what is asked of single prompts");
    }

    private static void refused(Map<String, Object> circuit, String why) {
        Asked.refused(Map.of("circuit", circuit), why);
    }

    private static void sweepRefused(Map<String, Object> sweep, String why) {
        Asked.refused(Map.of("prompt", MARY, "target", " Mary", "distractor", " John", "sweep", sweep), why);
    }

    private static List<Map<String, String>> sentences(int count) {
        List<String> names = List.of("Mary", "John", "Tom", "Julia", "Anna", "Paul", "Sue", "Simon", "Adam");
        List<Map<String, String>> sentences = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String first = names.get(i);
            String second = names.get(i + 1);
            sentences.add(Map.of(
                    "prompt", "When " + first + " and " + second + " went to the store, " + second + " gave a drink to",
                    "target", " " + first,
                    "distractor", " " + second));
        }
        return sentences;
    }

    private Record one(String cypher) {
        try (Session session = driver.session()) {
            return session.run(cypher).list().get(0);
        }
    }
}
