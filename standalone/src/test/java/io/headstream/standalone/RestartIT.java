package io.headstream.standalone;

import static io.headstream.standalone.HeadstreamProcess.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/** What the next start finds after the built application was stopped or killed. */
@Tag("thorough")
class RestartIT {
    private static final int MANY = 30;

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
            await(second, job, state -> state.path("traces").size() >= 2); // it goes on by itself
            second.delete("/api/jobs/" + job);
            JsonNode end = await(second, job, RestartIT::hasEnded);
            assertThat(end.path("state").asText()).isEqualTo("cancelled");
            assertWholeAndOnce(session, end);
        }
    }

    private static void assertWholeAndOnce(Session session, JsonNode job) {
        var whole = session.run(
                        """
                        MATCH (t:Trace) WITH count(t) AS traces, sum(t.nodes) AS nodes
                        RETURN traces, nodes - traces AS expected, COUNT { (n) WHERE n:Activation OR n:Position } AS found
                        """)
                .single();
        assertThat(whole.get("traces").asLong()).isPositive();
        assertThat((double) whole.get("found").asLong())
                .isCloseTo(whole.get("expected").asLong(), within(0.0));
        List<String> made = session.run("MATCH (t:Trace) WHERE NOT 'example' IN t.tags RETURN t.id")
                .list(row -> row.get(0).asString());
        List<String> told = new ArrayList<>();
        job.path("traces").forEach(trace -> told.add(trace.asText()));
        assertThat(made).containsExactlyInAnyOrderElementsOf(told);
        assertThat(session.run("MATCH (t:Trace) WHERE 'example' IN t.tags RETURN count(t)")
                        .single()
                        .get(0)
                        .asLong())
                .isEqualTo(1);
    }

    private static boolean hasEnded(JsonNode job) {
        return List.of("done", "failed", "cancelled").contains(job.path("state").asText());
    }

    private static JsonNode await(HeadstreamProcess server, String job, Predicate<JsonNode> wanted) throws Exception {
        for (int i = 0; i < 1800; i++) {
            JsonNode state = json(server.get("/api/jobs/" + job).body());
            if (wanted.test(state)) {
                return state;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("job " + job + " did not come so far");
    }

    @Test
    void stopped_in_the_middle_of_a_job_it_closes_in_order_and_the_next_start_does_the_rest() throws Exception {
        Path data = folder.resolve("stopped");
        int bolt = HeadstreamProcess.freePort();
        int port = HeadstreamProcess.freePort();
        CompletableFuture<HeadstreamProcess.Outcome> command;
        CompletableFuture<String> events;
        String job;
        try (HeadstreamProcess first = HeadstreamProcess.serve(data, bolt, port)) {
            command = traceMany(first.url());
            job = awaitBatch(first);
            String path = "/api/jobs/" + job + "/events";
            events = CompletableFuture.supplyAsync(() -> body(first, path));
            await(first, job, state -> state.path("traces").size() >= 1);
        }
        List<String> told =
                events.get().lines().filter(line -> line.startsWith("data:")).toList();
        JsonNode last = json(told.get(told.size() - 1).substring("data:".length()));
        assertThat(last.path("state").asText()).isEqualTo("queued");
        assertThat(last.path("stage").asText()).isEqualTo("the server is stopping; the job goes on at its next start");

        assertThat(data.resolve("running")).doesNotExist();
        JsonNode end;
        try (HeadstreamProcess second = HeadstreamProcess.serve(data, bolt, port);
                Driver driver = HeadstreamProcess.driver(data, bolt);
                Session session = driver.session()) {
            assertThat(second.get("/q/health/ready").statusCode()).isEqualTo(200);
            assertThat(second.log()).doesNotContain("cut off").doesNotContain("password lies");
            end = await(second, job, RestartIT::hasEnded);
            assertThat(end.path("state").asText()).isEqualTo("done");
            assertThat(end.path("traces")).hasSize(MANY);
            assertWholeAndOnce(session, end);
            HeadstreamProcess.Outcome outcome = command.get();
            assertThat(outcome.exitCode()).as(outcome.err()).isZero();
            assertThat(outcome.err()).contains("the job goes on when it is back");
        }
        assertThat(Files.readString(data.resolve("neo4j/logs/debug.log")))
                .contains("Database shutdown")
                .doesNotContain("Recovery required");
        a_damaged_graph_is_told(data);
        a_lost_checkpoint_is_made_again(data, end);
    }

    // the transactions since the beginning are there: the database does them again
    private static void a_lost_checkpoint_is_made_again(Path data, JsonNode job) throws Exception {
        Path checkpoint = data.resolve("neo4j/data/transactions/neo4j/checkpoint.0");
        Files.write(checkpoint, new byte[(int) Files.size(checkpoint)]);
        int bolt = HeadstreamProcess.freePort();
        try (HeadstreamProcess server = HeadstreamProcess.serve(data, bolt);
                Driver driver = HeadstreamProcess.driver(data, bolt);
                Session session = driver.session()) {
            assertThat(server.get("/q/health/ready").statusCode()).isEqualTo(200);
            assertWholeAndOnce(session, job);
        }
    }

    private static void a_damaged_graph_is_told(Path data) throws Exception {
        for (String file : List.of("databases/neo4j/neostore.nodestore.db", "databases/system/neostore")) {
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

    private static CompletableFuture<HeadstreamProcess.Outcome> traceMany(String url) {
        List<String> arguments = new ArrayList<>(List.of("trace", "--detail", "stream"));
        for (int i = 0; i < MANY; i++) {
            arguments.add("One and " + i + " are");
        }
        return CompletableFuture.supplyAsync(() -> {
            try {
                return HeadstreamProcess.run(Map.of("HEADSTREAM_URL", url), arguments.toArray(String[]::new));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static String awaitBatch(HeadstreamProcess server) throws Exception {
        for (int i = 0; i < 600; i++) {
            for (JsonNode job : json(server.get("/api/jobs").body()).path("items")) {
                if (job.path("request").path("prompts").size() == MANY) {
                    return job.path("id").asText();
                }
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the command sent no job");
    }

    // as a browser reads it, line by line; what was told before the connection ended counts
    private static String body(HeadstreamProcess server, String path) {
        StringBuilder told = new StringBuilder();
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(server.url() + path)).build();
        try (Stream<String> lines =
                client.send(request, HttpResponse.BodyHandlers.ofLines()).body()) {
            lines.forEach(line -> told.append(line).append('\n'));
        } catch (UncheckedIOException e) {
            // the server has gone
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return told.toString();
    }
}
