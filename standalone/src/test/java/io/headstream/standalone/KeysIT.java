package io.headstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.headstream.standalone.HeadstreamProcess.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys as those who run a server for others use them. */
class KeysIT {
    private static final String SECRET = "the-secret-of-the-setting";

    @TempDir
    Path folder;

    @Test
    void keys_are_added_and_revoked_while_it_runs_and_outlive_a_restart() throws Exception {
        int port = HeadstreamProcess.freePort();
        int bolt = HeadstreamProcess.freePort();
        String key;
        try (HeadstreamProcess server = serve(port, bolt)) {
            assertThat(cli(server, "", "traces").exitCode()).isEqualTo(2);
            assertThat(cli(server, "", "traces").err()).contains("X-API-Key");
            Outcome added = cli(server, SECRET, "keys", "add", "alice", "--role", "read");
            assertThat(added.err()).contains("alice's key, role read");
            key = added.out().strip();
            assertThat(cli(server, key, "traces").exitCode()).isZero();
            Outcome refused = cli(server, key, "trace", "The capital of Japan is the city of");
            assertThat(refused.exitCode()).isEqualTo(2);
            assertThat(refused.err()).contains("'alice' has the role read").doesNotContain(key);
            assertThat(cli(server, SECRET, "keys").out()).contains("alice").doesNotContain(key);
            assertThat(server.log()).doesNotContain(key).doesNotContain(SECRET);
        }
        try (HeadstreamProcess server = serve(port, bolt)) {
            assertThat(cli(server, key, "traces").exitCode()).isZero();
            assertThat(cli(server, SECRET, "keys", "revoke", "alice").exitCode())
                    .isZero();
            assertThat(cli(server, key, "traces").err()).contains("revoked");
        }
    }

    @Test
    void without_a_key_nothing_starts_that_serves_others() throws Exception {
        for (Map<String, String> host : List.of(
                Map.of("HEADSTREAM_HOST", "0.0.0.0"),
                Map.of("QUARKUS_HTTP_HOST", "0.0.0.0"),
                Map.of("JAVA_TOOL_OPTIONS", "-Dquarkus.http.host=::"))) {
            refusesToStart("standalone", host, "serve", "--no-open");
            refusesToStart("api", host);
            refusesToStart("ingest", host);
        }
    }

    private void refusesToStart(String module, Map<String, String> environment, String... arguments) throws Exception {
        Path jar = HeadstreamProcess.ROOT.resolve(module + "/target/quarkus-app/quarkus-run.jar");
        Path log = folder.resolve(module + ".log");
        ProcessBuilder builder = HeadstreamProcess.server(jar, arguments)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("HEADSTREAM_DATA", folder.resolve("data").toString());
        builder.environment().put("HEADSTREAM_PORT", "" + HeadstreamProcess.freePort());
        Process process = builder.start();
        assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(log)).contains("HEADSTREAM_API_KEY").doesNotContain("\tat ");
        assertThat(process.exitValue()).as(module + " " + environment).isEqualTo(2);
    }

    private HeadstreamProcess serve(int port, int bolt) throws Exception {
        Path data = folder.resolve("data");
        return HeadstreamProcess.start(
                HeadstreamProcess.STANDALONE,
                data,
                port,
                Map.of(
                        "HEADSTREAM_DATA",
                        data.toString(),
                        "HEADSTREAM_BOLT_PORT",
                        "" + bolt,
                        "HEADSTREAM_API_KEY",
                        SECRET),
                "serve",
                "--no-open");
    }

    private static Outcome cli(HeadstreamProcess server, String key, String... arguments) throws Exception {
        return HeadstreamProcess.run(Map.of("HEADSTREAM_URL", server.url(), "HEADSTREAM_API_KEY", key), arguments);
    }
}
