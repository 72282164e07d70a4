package io.headstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/** What the next start finds after the built application was stopped or killed. */
class RestartIT {
    @TempDir
    static Path folder;

    @Test
    void killed_in_the_middle_of_a_job_it_starts_again_with_whole_traces_only() throws Exception {
        Path data = folder.resolve("killed");
        int bolt = HeadstreamProcess.freePort();
        List<String> prompts = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            prompts.add("When Mary and John went to the store, John gave " + i + " drinks to");
        }
        HeadstreamProcess first = HeadstreamProcess.serve(data, bolt);
        String body = new ObjectMapper().writeValueAsString(Map.of("prompts", prompts, "detail", "full"));
        String job = json(first.post("/api/jobs", body).body()).path("id").asText();
        boolean written = false;
        for (int i = 0; i < 1800 && !written; i++) { // a full trace takes a slow machine a minute
            Thread.sleep(100);
            JsonNode state = json(first.get("/api/jobs/" + job).body());
            written = state.path("traces").size() >= 1
                    && state.path("stage").asText().equals("writing");
        }
        assertThat(written).isTrue();
        first.kill();
        assertThat(data.resolve("running")).exists();
        String password = Files.readString(data.resolve("bolt-password"));

        try (HeadstreamProcess second = HeadstreamProcess.serve(data, bolt);
                Driver driver = HeadstreamProcess.driver(data, bolt);
                Session session = driver.session()) {
            assertThat(second.get("/q/health/ready").statusCode()).isEqualTo(200);
            assertThat(data.resolve("bolt-password")).hasContent(password);
            assertThat(session.run("SHOW USERS").list())
                    .as("people's, and two of this run")
                    .hasSize(3);
            var whole = session.run(
                            """
                            MATCH (t:Trace) WITH count(t) AS traces, sum(t.nodes) AS nodes
                            RETURN traces, nodes - traces AS expected, COUNT { (n) WHERE n:Activation OR n:Position } AS found
                            """)
                    .single();
            assertThat(whole.get("traces").asLong()).isPositive();
            assertThat((double) whole.get("found").asLong())
                    .isCloseTo(whole.get("expected").asLong(), within(0.0));
        }
    }

    @Test
    void stopped_it_closes_the_database_in_order() throws Exception {
        Path data = folder.resolve("stopped");
        int bolt = HeadstreamProcess.freePort();
        try (HeadstreamProcess first = HeadstreamProcess.serve(data, bolt)) {
            first.post("/api/jobs", "{\"prompt\": \"Once upon a time\"}");
        }
        assertThat(data.resolve("running")).doesNotExist();
        try (HeadstreamProcess second = HeadstreamProcess.serve(data, bolt)) {
            assertThat(second.get("/q/health/ready").statusCode()).isEqualTo(200);
            assertThat(second.log()).doesNotContain("cut off").doesNotContain("password lies");
        }
        assertThat(Files.readString(data.resolve("neo4j/logs/debug.log")))
                .contains("Database shutdown")
                .doesNotContain("Recovery required");
        a_damaged_graph_is_told(data);
    }

    private static void a_damaged_graph_is_told(Path data) throws Exception {
        for (String file : List.of(
                "databases/neo4j/neostore.nodestore.db",
                "transactions/neo4j/checkpoint.0",
                "databases/system/neostore")) {
            Path damaged = data.resolve("neo4j/data").resolve(file);
            byte[] whole = Files.readAllBytes(damaged);
            Files.write(
                    damaged,
                    file.contains("nodestore") ? Arrays.copyOf(whole, whole.length / 3) : new byte[whole.length]);
            HeadstreamProcess.Outcome outcome = HeadstreamProcess.run(
                    Map.of(
                            "HEADSTREAM_DATA",
                            data.toString(),
                            "HEADSTREAM_PORT",
                            "" + HeadstreamProcess.freePort(),
                            "HEADSTREAM_BOLT_PORT",
                            "" + HeadstreamProcess.freePort()),
                    "serve",
                    "--no-open");
            assertThat(outcome.exitCode())
                    .as(file + outcome.out() + outcome.err())
                    .isEqualTo(1);
            assertThat(outcome.err())
                    .contains(
                            "headstream: the graph at '" + data.resolve("neo4j") + "' is damaged: ", "Restore a backup")
                    .doesNotContain("\tat ");
            Files.write(damaged, whole);
        }
    }

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text);
    }
}
