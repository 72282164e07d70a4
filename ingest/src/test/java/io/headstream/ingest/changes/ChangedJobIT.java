package io.headstream.ingest.changes;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;

/** A changed pass and a sweep from a posted job to the graph; figures are golden/sample/mary-ablations.json's. */
@QuarkusTest
@QuarkusTestResource(Neo4jServer.class)
@QuarkusTestResource(HubServerResource.class)
class ChangedJobIT {
    private static final String MARY = "When Mary and John went to the store, John gave a drink to";
    private static final String CORRUPT = "When Mary and John went to the store, Mary gave a drink to";
    private static final double METRIC = 8.079133987426758;

    @Inject
    Driver driver;

    @Test
    void a_changed_pass_is_a_trace_beside_the_one_that_it_is_compared_with() {
        JsonPath job = done(Map.of(
                "interventions",
                List.of(
                        Map.of("kind", "zero", "at", Map.of("component", "L0H1")),
                        Map.of("kind", "zero", "at", Map.of("component", "L3H4")),
                        Map.of("kind", "zero", "at", Map.of("component", "L2H4")),
                        Map.of("kind", "zero", "at", Map.of("component", "L4H5")),
                        Map.of("kind", "zero", "at", Map.of("component", "L0H2")))));
        String baseline = job.getString("traces[0]");
        String changed = job.getString("traces[1]");
        Record link = one(
                "MATCH (t:Trace {id: $id})-[i:INTERVENES_ON]->(b:Trace) RETURN properties(i) AS i, b.id AS b, t.metricValue AS metric, b.metricValue AS before",
                changed);
        assertThat(link.get("b").asString()).isEqualTo(baseline);
        assertThat(link.get("before").asDouble()).isCloseTo(METRIC, within(2e-3));
        assertThat(link.get("metric").asDouble()).isCloseTo(-6.076751232147217, within(2e-3));
        assertThat(link.get("i").asMap())
                .containsEntry("kind", "zero")
                .containsEntry("components", List.of("L0H1", "L3H4", "L2H4", "L4H5", "L0H2"))
                .containsEntry("positions", "all")
                .containsEntry(
                        "change",
                        link.get("metric").asDouble() - link.get("before").asDouble());
        sumsHold(changed);
        // 15 positions of the five heads' layers, of which L0 has two
        assertThat(one("MATCH (c:Change {trace: $id}) RETURN count(c) AS n", changed)
                        .get("n")
                        .asInt())
                .isEqualTo(60);
        // computed anew, the pass is changed again
        double stored = one("MATCH (a:Activation {trace: $id, node: 'L4P14.attn'}) RETURN a.norm AS n", changed)
                .get("n")
                .asDouble();
        List<Number> norms = given().get("/api/computed/" + changed + "/blocks/4?position=14")
                .then()
                .statusCode(200)
                .extract()
                .path("nodes.findAll { it.id == 'L4P14.attn' }.figures.norm");
        assertThat(norms).hasSize(1);
        assertThat(norms.get(0).doubleValue()).isCloseTo(stored, within(1e-4));
        // the next change is compared with the same trace
        JsonPath again = done(Map.of(
                "interventions",
                List.of(Map.of(
                        "kind", "patch",
                        "at", Map.of("site", "hook_resid_pre", "layer", 0, "positions", List.of(10)),
                        "from", Map.of("prompt", CORRUPT)))));
        assertThat(again.getString("traces[0]")).isEqualTo(baseline);
        assertThat(one("MATCH (t:Trace {id: $id}) RETURN t.metricValue AS m", again.getString("traces[1]"))
                        .get("m")
                        .asDouble())
                .isCloseTo(-8.507959365844727, within(2e-3));
    }

    @Test
    void what_is_frozen_and_what_goes_along_a_path_is_kept_and_told() {
        JsonPath job = done(Map.of(
                "interventions",
                List.of(
                        Map.of("kind", "path", "at", Map.of("component", "L4H5"), "from", Map.of("sender", "L2H3")),
                        Map.of("kind", "freeze", "at", Map.of("site", "attn.hook_pattern")),
                        Map.of("kind", "freeze", "at", Map.of("site", "ln_final.hook_scale")))));
        String changed = job.getString("traces[1]");
        Record link = one(
                "MATCH (t:Trace {id: $id})-[i:INTERVENES_ON]->(b:Trace {id: t.baseline}) WITH i ORDER BY i.kind "
                        + "RETURN collect(i.kind) AS kinds, collect(i.components) AS components",
                changed);
        assertThat(link.get("kinds").asList()).isEqualTo(List.of("freeze", "path"));
        assertThat(link.get("components").asList())
                .isEqualTo(List.of(List.of("attn.hook_pattern", "ln_final.hook_scale"), List.of("L4H5")));
        sumsHold(changed);
        String kept = one("MATCH (t:Trace {id: $id}) RETURN t.interventions AS text", changed)
                .get("text")
                .asString();
        assertThat(KeptInterventions.rows(kept)).hasSize(2);
        given().contentType("application/json")
                .body(Map.of(
                        "prompt",
                        "When Mary",
                        "interventions",
                        List.of(Map.of("kind", "path", "at", Map.of("component", "L4H5")))))
                .post("/api/jobs")
                .then()
                .statusCode(400);
    }

    @Test
    void a_trace_measures_as_it_goes() {
        String trace = done(Map.of("measure", "all")).getString("traces[0]");
        Record row = one(
                """
                MATCH (s:Sweep {trace: $id})-[m:MEASURED]->(c) WITH s, m, c ORDER BY c.layer, c.head
                WITH s.of AS of, s.kind + ' ' + s.positions AS how, count(*) AS n, collect(m.metric) AS metrics ORDER BY of
                RETURN collect(of) AS of, collect(how) AS how, collect(n) AS n, collect(metrics)[0] AS heads""",
                trace);
        assertThat(row.get("of").asList()).isEqualTo(List.of("heads", "mlps"));
        assertThat(row.get("how").asList()).isEqualTo(List.of("zero all", "zero all"));
        assertThat(row.get("n").asList()).isEqualTo(List.of(36L, 6L));
        assertThat(row.get("heads").get(1).asDouble()).isCloseTo(-3.92885684967041, within(2e-3));
        Asked.refused(Map.of("prompt", "When Mary", "measure", "some"), "it is one of none, mlps, heads, all");
    }

    @Test
    void a_sweep_is_measured_on_the_components() {
        String trace = done(Map.of("sweep", Map.of("of", "heads"))).getString("traces[0]");
        Record heads = one(
                """
                MATCH (s:Sweep {trace: $id, of: 'heads'})-[m:MEASURED]->(h:Head)
                WITH s, m, h ORDER BY h.layer, h.head
                RETURN s.metricValue AS before, s.measurements AS count, collect(m.metric) AS metrics""",
                trace);
        assertThat(heads.get("before").asDouble()).isCloseTo(METRIC, within(2e-3));
        assertThat(heads.get("count").asInt()).isEqualTo(36);
        assertThat(heads.get("metrics").asList()).hasSize(36);
        assertThat(heads.get("metrics").get(1).asDouble()).isCloseTo(-3.92885684967041, within(2e-3));
        assertThat(heads.get("metrics").get(30).asDouble()).isCloseTo(16.572227478027344, within(2e-3));
        done(Map.of("sweep", Map.of("of", "mlps", "target", true)));
        Record mlp = one(
                "MATCH (:Sweep {trace: $id, of: 'mlps'})-[m:MEASURED]->(h:HookPoint {site: 'mlp', layer: 3}) RETURN m.metric AS m",
                trace);
        assertThat(mlp.get("m").asDouble()).isCloseTo(6.5273895263671875, within(2e-3));
        done(Map.of("sweep", Map.of("of", "neurons", "neurons", 20, "target", true)));
        assertThat(one("MATCH (:Sweep {trace: $id, of: 'neurons'})-[:MEASURED]->(n:Neuron) RETURN count(n) AS n", trace)
                        .get("n")
                        .asInt())
                .isEqualTo(20);
        Map<String, Object> patch = Map.of("of", "resid_pre", "kind", "patch", "from", Map.of("prompt", CORRUPT));
        done(Map.of("sweep", patch));
        Record state = one(
                """
                MATCH (s:Sweep {trace: $id, of: 'resid_pre'})-[m:MEASURED]->(h:HookPoint {site: 'embed'})
                WHERE m.position = 10 RETURN m.metric AS metric, s.put AS put""",
                trace);
        assertThat(state.get("metric").asDouble()).isCloseTo(-8.507959365844727, within(2e-3));
        assertThat(state.get("put").asString()).isEqualTo(CORRUPT);
    }

    @Test
    void what_cannot_be_changed_is_refused_before_anything_runs() {
        refused(
                Map.of("interventions", List.of(Map.of("kind", "zero", "at", Map.of("component", "L9H1")))),
                "intervention 1 (zero of L9H1): layer 9 is not there; layers go from 0 to 5");
        refused(
                Map.of(
                        "interventions",
                        List.of(Map.of("kind", "zero", "at", Map.of("component", "L1H1", "positions", List.of(99))))),
                "position 99 is outside the prompt; positions go from 0 to 14");
        refused(
                Map.of("interventions", List.of(Map.of("kind", "zero", "at", Map.of("component", "L1X1")))),
                "'L1X1' is no component");
        refused(
                Map.of("interventions", List.of(Map.of("kind", "zap", "at", Map.of("component", "L1H1")))),
                "intervention kind 'zap' is not known; it is one of zero, scale");
        refused(
                Map.of(
                        "interventions",
                        List.of(Map.of(
                                "kind", "add",
                                "at", Map.of("site", "hook_resid_pre", "layer", 1),
                                "from", Map.of("numbers", List.of(1.0, 2.0))))),
                "the vector has 2 numbers, but hook_resid_pre is 192 wide");
        refused(
                Map.of("interventions", List.of(Map.of("kind", "zero", "at", Map.of("compnent", "L1H1")))),
                "interventions[0].at: \"compnent\" is no member of the body; meant \"component\"?");
        refused(Map.of("sweep", Map.of("of", "layers")), "a sweep of 'layers' is not known; it is of one of heads");
        refused(Map.of("sweep", Map.of("of", "heads", "kind", "patch")), "patch needs the other prompt");
    }

    private static void refused(Map<String, Object> more, String why) {
        Asked.refused(body(more), why);
    }

    private static Map<String, Object> body(Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.putAll(Map.of("prompt", MARY, "target", " Mary", "distractor", " John", "budget", 1500));
        return body;
    }

    private static JsonPath done(Map<String, Object> more) {
        return Asked.done(body(more));
    }

    // as sums-check asks
    private void sumsHold(String trace) {
        Record worst = one(
                """
                MATCH (w:Activation {trace: $id})<-[a:ADDS_TO|ATTENDED_BY]-()
                WITH w, sum(a.share) + coalesce(w.remainder, 0.0) AS total, sum(a.dla) + coalesce(w.remainderDla, 0.0) AS dla
                RETURN count(*) AS wholes, max(abs(total - 1)) AS share, max(abs(dla - w.dla)) AS dla""",
                trace);
        assertThat(worst.get("wholes").asInt()).isGreaterThan(100);
        assertThat(worst.get("share").asDouble()).isLessThan(1e-3);
        assertThat(worst.get("dla").asDouble()).isLessThan(1e-3);
    }

    private Record one(String cypher, String id) {
        try (Session session = driver.session()) {
            return session.run(cypher, Map.of("id", id)).list().get(0);
        }
    }
}
