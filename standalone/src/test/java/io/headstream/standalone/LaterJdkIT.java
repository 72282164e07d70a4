package io.headstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built application on a JDK that cannot stop a thread: it starts, answers, and does not begin what it could not end. */
@Tag("thorough")
class LaterJdkIT {
    private static final Path JDKS = Path.of("/usr/lib/jvm");

    @TempDir
    static Path folder;

    @Test
    void what_computes_without_a_bound_is_refused_and_all_else_is_answered() throws Exception {
        Optional<Path> jdk = laterJdk();
        assumeTrue(jdk.isPresent(), "no JDK of 20 or later in " + JDKS + " or at HEADSTREAM_TEST_JDK");
        try (HeadstreamProcess server = start(jdk.orElseThrow())) {
            for (String statement : List.of(
                    "WITH collect(1) AS l RETURN [é IN l | [ü IN l | é + ü]]",
                    "RETURN reduce(s = 0, i IN range(1, 1000000000000) | s + i) AS n",
                    "WITH 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' AS s RETURN s =~ '(a|aa)+b' AS n")) {
                assertThat(ask(server, statement)).as(statement).contains("\"status\":400", "JDK 17");
            }
            assertThat(ask(
                            server,
                            "RETURN [x IN [1, 2, 3] | x * 2] AS l, reduce(s = 0, i IN range(1, 4) | s + i) AS n"))
                    .contains("[[[2,4,6],10]]");
            // the example that ships
            assertThat(ask(server, "MATCH (t:Trace) RETURN count(t)")).contains("[[1]]");
            assertThat(server.post("/api/queries/size-of-the-graph", "{}").statusCode())
                    .isEqualTo(200);
        }
    }

    private static String ask(HeadstreamProcess server, String statement) throws Exception {
        return server.post("/api/cypher", new ObjectMapper().writeValueAsString(Map.of("statement", statement)))
                .body();
    }

    private static HeadstreamProcess start(Path jdk) throws Exception {
        return HeadstreamProcess.start(
                HeadstreamProcess.STANDALONE,
                folder.resolve("data"),
                HeadstreamProcess.freePort(),
                Map.of(
                        "JAVA_HOME",
                        jdk.toString(),
                        "HEADSTREAM_DATA",
                        folder.resolve("data").toString(),
                        "HEADSTREAM_BOLT_PORT",
                        "" + HeadstreamProcess.freePort()),
                "serve",
                "--no-open");
    }

    private static Optional<Path> laterJdk() throws IOException {
        String named = System.getenv("HEADSTREAM_TEST_JDK");
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        if (!Files.isDirectory(JDKS)) {
            return Optional.empty();
        }
        try (Stream<Path> all = Files.list(JDKS)) {
            return all.filter(jdk -> jdk.getFileName().toString().matches(".*\\b2[1-9]\\b.*"))
                    .filter(jdk -> Files.isExecutable(jdk.resolve("bin/java")))
                    .findFirst();
        }
    }
}
