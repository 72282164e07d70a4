package io.headstream.standalone;

import static io.headstream.standalone.HeadstreamProcess.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docker-compose.yml runs, as three processes by hand: Neo4j, ingest, and api, which serves the page and passes jobs on. */
class ThreeProcessesIT {
    @TempDir
    Path folder;

    @Test
    void ingest_and_api_work_beside_a_neo4j_outside_their_jvm() throws Exception {
        int bolt = HeadstreamProcess.freePort();
        Process neo4j = HeadstreamProcess.java(
                        List.of("-cp", System.getProperty("java.class.path")),
                        Neo4jProcess.class.getName(),
                        folder.resolve("neo4j").toString(),
                        "" + bolt)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("neo4j.log").toFile())
                .start();
        Map<String, String> database = Map.of(
                "HEADSTREAM_NEO4J_URI", "bolt://localhost:" + bolt, "HEADSTREAM_NEO4J_PASSWORD", Neo4jProcess.PASSWORD);
        try (HeadstreamProcess ingest = app("ingest", database);
                HeadstreamProcess api = app(
                        "api",
                        Map.of(
                                "HEADSTREAM_NEO4J_URI",
                                "bolt://localhost:" + bolt,
                                "HEADSTREAM_NEO4J_PASSWORD",
                                Neo4jProcess.PASSWORD,
                                "HEADSTREAM_INGEST_URI",
                                ingest.url()))) {
            assertThat(api.get("/").body()).contains("<title>Headstream</title>");
            JsonNode job = json(api.post("/api/jobs", "{\"prompt\": \"The capital of Japan is the city of\"}")
                    .body());
            String events =
                    api.get("/api/jobs/" + job.path("id").asText() + "/events").body();
            assertThat(events).contains("\"state\":\"done\"");
            JsonNode traces = json(api.get("/api/traces").body()).path("items");
            assertThat(traces).hasSize(1);
            assertThat(traces.get(0).path("prediction").path("text").asText()).isEqualTo(" Tokyo");
            String flow = "/api/traces/" + traces.get(0).path("id").asText() + "/flow";
            assertThat(json(api.get(flow).body()).path("nodes")).isNotEmpty();
            assertThat(api.get("/api/models").body()).contains("headstream-sample");
        } finally {
            neo4j.getOutputStream().close();
            if (!neo4j.waitFor(30, TimeUnit.SECONDS)) {
                neo4j.destroyForcibly();
            }
        }
    }

    private HeadstreamProcess app(String module, Map<String, String> environment) throws Exception {
        Path jar = HeadstreamProcess.ROOT.resolve(module + "/target/quarkus-app/quarkus-run.jar");
        return HeadstreamProcess.start(jar, folder.resolve(module), HeadstreamProcess.freePort(), environment);
    }
}
