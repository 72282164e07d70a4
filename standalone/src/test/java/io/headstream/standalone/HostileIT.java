package io.headstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/** Statements that the database cannot end by itself, and that would fill the heap it shares with everything. */
@EnabledForJreRange(max = JRE.JAVA_19, disabledReason = "later JDKs cannot stop a thread")
class HostileIT {
    private static final List<String> HOSTILE = List.of(
            "WITH range(1, 100000) AS axis RETURN [x IN axis | [y IN axis | 1]] AS matrix",
            "RETURN size([i IN range(1, 200000000) | i]) AS n",
            "RETURN range(0, 2000000000) AS r",
            "RETURN reduce(s = 0, i IN range(1, 1000000000000) | s + i) AS n",
            "RETURN size(reduce(s = 'aaaaaaaa', i IN range(1, 40) | s + s)) AS n",
            "WITH 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' AS s RETURN s =~ '(a|aa)+b' AS n");

    @TempDir
    static Path folder;

    private static int boltPort;
    private static HeadstreamProcess server;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws Exception {
        boltPort = HeadstreamProcess.freePort();
        server = HeadstreamProcess.start(
                HeadstreamProcess.ROOT.resolve("standalone/target/quarkus-app/quarkus-run.jar"),
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
        assertThat(server.log()).doesNotContain("OutOfMemoryError");
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
        return client.sendAsync(
                HttpRequest.newBuilder(URI.create(server.url() + path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(new ObjectMapper().writeValueAsString(body)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
