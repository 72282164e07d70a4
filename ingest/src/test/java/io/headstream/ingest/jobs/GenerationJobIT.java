package io.headstream.ingest.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.headstream.ingest.Asked;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;

/** What the model says after a prompt, as traces that are linked step by step. */
@QuarkusTest
class GenerationJobIT {
    private static final String PROMPT = "When Mary and John went to the store, John gave a drink to";

    @Inject
    Driver driver;

    @Test
    void every_step_is_a_trace_linked_to_the_next() {
        List<String> traces = Asked.done(Map.of("prompt", PROMPT, "detail", "stream", "generate", Map.of("tokens", 3)))
                .getList("traces");
        assertThat(traces).hasSize(3);
        Record row = driver.executableQuery(
                        """
                        MATCH (a:Trace {id: $first})-[r:NEXT_STEP]->(b:Trace)-[:NEXT_STEP]->(c:Trace)
                        RETURN a.target AS one, b.target AS two, a.targetRank + b.targetRank + c.targetRank AS ranks, a.generated AS text,
                          b.prompt = a.prompt + a.target AND c.prompt = b.prompt + b.target AS grows, b.positions - a.positions AS more,
                          a.target + b.target + c.target = a.generated AS whole, c.step AS step, r.tokens AS tokens, a.sampling AS sampling,
                          a.generation = c.generation AND size(c.generatedTokens) = 3 AS shared""")
                .withParameters(Map.of("first", traces.get(0)))
                .execute()
                .records()
                .get(0);
        assertThat(row.get("one").asString()).isEqualTo(" Mary"); // as golden/sample/mary.json has it
        assertThat(row.get("ranks").asInt()).isEqualTo(3); // greedy
        assertThat(row.get("grows").asBoolean()).isTrue();
        assertThat(row.get("whole").asBoolean()).isTrue();
        assertThat(row.get("shared").asBoolean()).isTrue();
        assertThat(row.get("more").asInt()).isEqualTo(1);
        assertThat(row.get("step").asInt()).isEqualTo(3);
        assertThat(row.get("tokens").asInt()).isEqualTo(1);
        assertThat(row.get("sampling").asString()).isEqualTo("greedy");
    }

    @Test
    void only_the_steps_that_are_asked_for_are_traced_changed_and_compared() {
        List<String> traces = Asked.done(Map.of(
                        "prompt",
                        PROMPT,
                        "detail",
                        "stream",
                        "interventions",
                        List.of(Map.of("kind", "zero", "at", Map.of("component", "L4H5"))),
                        "generate",
                        Map.of("tokens", 3, "steps", List.of(3, 1))))
                .getList("traces");
        assertThat(traces).hasSize(4); // each with the pass as it is
        Record row = driver.executableQuery(
                        """
                        MATCH (a:Trace {id: $first})-[r:NEXT_STEP]->(b:Trace {id: $last})
                        MATCH (a)-[:INTERVENES_ON]->(x:Trace), (b)-[:INTERVENES_ON]->(y:Trace)
                        RETURN r.tokens AS tokens, a.targetRank AS rank, x.target = a.target AND y.target = b.target AS same,
                          x.generation IS NULL AS plain, a.interventions IS NOT NULL AS changed""")
                .withParameters(Map.of("first", traces.get(1), "last", traces.get(3)))
                .execute()
                .records()
                .get(0);
        assertThat(row.get("tokens").asInt()).isEqualTo(2);
        assertThat(row.get("rank").asInt()).isEqualTo(1);
        assertThat(row.get("same").asBoolean()).isTrue();
        assertThat(row.get("plain").asBoolean()).isTrue();
        assertThat(row.get("changed").asBoolean()).isTrue();
    }

    @Test
    void what_cannot_be_generated_is_refused_before_anything_runs() {
        refused(Map.of("tokens", 0), "give at least 1");
        refused(Map.of("tokens", 1000), "can be generated at most, not 1000");
        refused(Map.of("temperature", 1), "generate needs tokens");
        refused(Map.of("tokens", 2, "temperature", -1), "the temperature is -1.0");
        refused(Map.of("tokens", 2, "topP", 1.5), "topP is 1.5");
        refused(Map.of("tokens", 2, "temperature", 0, "topK", 5), "temperature 0 takes the most probable token");
        refused(Map.of("tokens", 2, "steps", List.of(3)), "they go from 1 to 2");
        refused(Map.of("tokens", 2, "trace", "some"), "it is all or last");
        Asked.refused(
                Map.of("prompt", PROMPT, "target", " Mary", "generate", Map.of("tokens", 2)),
                "leave out target, distractor and position");
    }

    private static void refused(Map<String, ?> generate, String why) {
        Asked.refused(Map.of("prompt", PROMPT, "generate", generate), why);
    }
}
