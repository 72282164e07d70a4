package io.headstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/** Statements that the database cannot end by itself, and that would fill the heap it shares with everything. */
@Tag("thorough")
@Isolated // it asserts how soon others are answered
@EnabledForJreRange(max = JRE.JAVA_19, disabledReason = "later JDKs cannot stop a thread")
class HostileIT {
    private static final List<String> HOSTILE = List.of(
            "WITH range(1, 100000) AS axis RETURN [x IN axis | [y IN axis | 1]] AS matrix",
            "RETURN size([i IN range(1, 200000000) | i]) AS n",
            "RETURN range(0, 2000000000) AS r",
            "RETURN reduce(s = 0, i IN range(1, 1000000000000) | s + i) AS n",
            "WITH range(1, 100000) AS l RETURN [é IN l | [ü IN l | é + ü]]",
            "RETURN size(reduce(s = 'aaaaaaaa', i IN range(1, 40) | s + s)) AS n",
            "WITH 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' AS s RETURN s =~ '.*.*.*.*.*.*.*.*.*.*b' AS n");

    @TempDir
    static Path folder;

    private static int boltPort;
    private static HeadstreamProcess server;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws Exception {
        boltPort = HeadstreamProcess.freePort();
        server = HeadstreamProcess.start(
                HeadstreamProcess.STANDALONE,
                folder.resolve("data"),
                HeadstreamProcess.freePort(),
                Map.of(
                        "HEADSTREAM_DATA",
                        folder.resolve("data").toString(),
                        "HEADSTREAM_BOLT_PORT",
                        "" + boltPort,
                        "HEADSTREAM_CYPHER_TIMEOUT",
                        "10s"),
                "serve",
                "--no-open");
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void they_are_ended_and_others_are_answered_meanwhile() throws Exception {
        for (String statement : HOSTILE) {
            CompletableFuture<HttpResponse<String>> hostile = post("/api/cypher", Map.of("statement", statement));
            do {
                HttpResponse<String> other =
                        post("/api/queries/size-of-the-graph", Map.of()).get();
                assertThat(other.statusCode())
                        .as(statement + ": " + other.body())
                        .isEqualTo(200);
                Thread.sleep(200);
            } while (!hostile.isDone());
            assertThat(hostile.get().statusCode())
                    .as(statement + ": " + hostile.get().body())
                    .isIn(400, 503, 504);
        }
        assertThat(left()).isZero();
        assertThat(post("/api/cypher", Map.of("statement", "RETURN reduce(s = 0, i IN [1, 2, 3] | s + i) AS n"))
                        .get()
                        .body())
                .contains("[[6]]");
        assertThat(server.log()).doesNotContain("OutOfMemoryError").doesNotContain("\n\tat ");
    }

    @Test
    void a_shortest_path_from_a_node_to_itself_is_the_statement_s_mistake() throws Exception {
        HttpResponse<String> answer = post(
                        "/api/cypher",
                        Map.of("statement", "MATCH (a) WITH a LIMIT 1 MATCH p = shortestPath((a)-[*]-(a)) RETURN p"))
                .get();
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("start and end nodes are the same");
    }

    @Test
    void four_at_once_leave_health_and_others_answers_as_they_are() throws Exception {
        String statement = "WITH range(1, 100000) AS l RETURN [é IN l | [ü IN l | é + ü]]";
        List<CompletableFuture<HttpResponse<String>>> hostile = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            hostile.add(post("/api/cypher", Map.of("statement", statement)));
        }
        while (!hostile.stream().allMatch(CompletableFuture::isDone)) {
            long start = System.nanoTime();
            assertThat(server.get("/q/health/ready").statusCode()).isEqualTo(200);
            assertThat(post(
                                    "/api/cypher",
                                    Map.of("statement", "MATCH (t:Trace) RETURN t.id, [x IN [1, 2] | x] LIMIT 1"))
                            .get()
                            .statusCode())
                    .isEqualTo(200);
            assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(10_000);
            Thread.sleep(100);
        }
    }

    @Test
    void what_ends_a_hostile_one_does_not_end_those_that_begin_after_it() throws Exception {
        for (int i = 0; i < 5; i++) {
            HttpClient goes = HttpClient.newHttpClient();
            CompletableFuture<HttpResponse<String>> hostile = goes.sendAsync(
                    request(
                            "/api/cypher",
                            Map.of("statement", "RETURN reduce(s = 0, i IN range(1, 1000000000000) | s + i) AS n")),
                    HttpResponse.BodyHandlers.ofString());
            Thread.sleep(300);
            hostile.cancel(true);
            long end = System.nanoTime() + 4_000_000_000L; // in which it is told to end, and then its thread is stopped
            while (System.nanoTime() < end) {
                HttpResponse<String> innocent = post(
                                "/api/cypher",
                                Map.of(
                                        "statement",
                                        "UNWIND range(1, 20000) AS x RETURN sum(reduce(s = 0, i IN [1, 2, 3] | s + i)) AS n"))
                        .get();
                assertThat(innocent.statusCode()).as(innocent.body()).isEqualTo(200);
            }
        }
    }

    /** Transactions other than the one that asks; they are given minutes: a connection whose thread was stopped is found dead only then. */
    private static int left() throws Exception {
        int left = 1;
        try (Driver driver = HeadstreamProcess.driver(folder.resolve("data"), boltPort);
                Session session = driver.session()) {
            for (int i = 0; i < 1500 && left > 0; i++) {
                Thread.sleep(200);
                left = session.run(
                                "SHOW TRANSACTIONS YIELD metaData WHERE metaData.run IS NOT NULL RETURN count(*) AS n")
                        .single()
                        .get("n")
                        .asInt();
            }
        }
        return left;
    }

    private CompletableFuture<HttpResponse<String>> post(String path, Map<String, Object> body) throws Exception {
        return client.sendAsync(request(path, body), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(String path, Map<String, Object> body) throws Exception {
        return HttpRequest.newBuilder(URI.create(server.url() + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(new ObjectMapper().writeValueAsString(body)))
                .build();
    }
}
