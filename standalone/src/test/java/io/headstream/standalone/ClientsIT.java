package io.headstream.standalone;

import static io.headstream.standalone.HeadstreamProcess.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/** Who asks a running Headstream from outside: its command line and the Python client, on a server that has been asked nothing else. */
@Order(2) // with StandaloneIT, which runs beside it, the longest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClientsIT {
    @TempDir
    static Path folder;

    private static final Path GOLDEN = HeadstreamProcess.ROOT.resolve("tracer/src/test/resources/golden/gpt2");

    private static int boltPort;
    private static HeadstreamProcess server;

    @BeforeAll
    static void start() throws Exception {
        boltPort = HeadstreamProcess.freePort();
        Path snapshot =
                folder.resolve("hf/hub/models--an-org--tiny/snapshots/607a30d783dfa663caf39e06633721c8d4cfcd7e");
        Files.createDirectories(snapshot);
        for (String file : List.of("config.json", "model.safetensors")) {
            Files.copy(GOLDEN.resolve(file), snapshot.resolve(file));
        }
        Files.createDirectories(folder.resolve("hf/hub/models--an-org--tiny/refs"));
        Files.writeString(
                folder.resolve("hf/hub/models--an-org--tiny/refs/main"),
                snapshot.getFileName().toString());
        server = HeadstreamProcess.serve(folder.resolve("data"), boltPort);
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void a_prompt_is_traced_and_asked_about_from_the_command_line() throws Exception {
        HeadstreamProcess.Outcome traced =
                server.command("trace", "--json", "--target", " Tokyo", "The capital of Japan is the city of");
        assertThat(traced.exitCode()).as(traced.err()).isZero();
        JsonNode trace = json(traced.out());
        assertThat(trace.path("predictions").get(0).path("text").asText()).isEqualTo(" Tokyo");

        HeadstreamProcess.Outcome heads =
                server.command("query", "--json", "heads-that-write-a-token", "-p", "token= Tokyo");
        assertThat(heads.exitCode()).as(heads.err()).isZero();
        assertThat(json(heads.out()).path("rows")).isNotEmpty();

        HeadstreamProcess.Outcome table = server.command(
                "cypher", "MATCH (:Model {name: 'headstream-sample'})-[:HAS_HEAD]->(h) RETURN count(h) AS heads");
        assertThat(table.out()).contains("heads").contains("36");
        assertThat(server.command("models").out()).contains("headstream-sample", "gpt2");
        assertThat(server.command("query").out()).contains("strongest-contributors");

        // the same question over Bolt, as Neo4j Browser or a driver asks it
        try (Driver driver = HeadstreamProcess.driver(folder.resolve("data"), boltPort);
                Session session = driver.session()) {
            List<String> names = session.run(
                            """
                            MATCH (h:Head)<-[:OF]-(o:HeadOutput {trace: $trace})-[w:WRITES]->(:Token {text: $token})
                            WHERE w.rank <= 5
                            RETURN DISTINCT h.name AS head
                            """,
                            Map.of("token", " Tokyo", "trace", trace.path("id").asText()))
                    .list(record -> record.get("head").asString());
            assertThat(names).isNotEmpty();
        }
    }

    @Test
    void traces_are_listed_and_compared_from_the_command_line() throws Exception {
        for (String city : List.of("Japan", "France", "Italy")) {
            HeadstreamProcess.Outcome traced =
                    server.command("trace", "--tag", "capital towns", "The capital of " + city + " is the city of");
            assertThat(traced.exitCode()).as(traced.err()).isZero();
            assertThat(traced.out()).contains("of the logit alone; against \"", " --metric difference");
        }
        JsonNode listed = json(server.command("traces", "--tag", "capital towns", "--json")
                        .out())
                .path("items");
        assertThat(listed).hasSize(3);
        String left = listed.get(0).path("id").asText();
        String right = listed.get(1).path("id").asText();
        assertThat(server.command("traces", "--query", "of Italy").out()).contains(left, "capital towns");
        HeadstreamProcess.Outcome difference = server.command(
                "trace", "--target", " Tokyo", "--distractor", " Cairo", "The capital of Japan is the city of");
        assertThat(difference.exitCode()).as(difference.err()).isZero();
        String ofJapan = server.command("traces", "--query", "of Japan").out();
        assertThat(ofJapan.lines().findFirst().orElseThrow()).containsSubsequence("target", "distractor", "prediction");
        assertThat(ofJapan.lines().filter(line -> line.contains("\" Cairo\"")))
                .as("the trace of the difference, and not that of the logit alone: %s", ofJapan)
                .hasSize(1);

        JsonNode compared = json(server.command("compare", left, right, "--json", "--kind", "head", "--limit", "100")
                .out());
        assertThat(compared.path("rows")).hasSize(36);
        HeadstreamProcess.Outcome table = server.command("compare", left, right, "--sort", "effect");
        assertThat(table.exitCode()).as(table.err()).isZero();
        assertThat(table.out()).contains("of Italy", "effect left", "difference", "mlp_out L");
        assertThat(server.command("compare", "tag:capital towns", right, "--limit", "5")
                        .out())
                .contains("3 traces", "±", "(3)");
        assertThat(server.command("compare", left, right, "--by", "positions", "--limit", "5")
                        .out())
                .contains("differs");
        assertWrong(server.command("compare", left, "no-such-trace"), "there is no trace 'no-such-trace'");
        assertWrong(server.command("compare", "tag:no such tag", right), "has the tag 'no such tag'");
        assertWrong(server.command("compare", left, right, "--sort", "size"), "is no figure of components");
        assertThat(server.command("compare", left).exitCode()).isEqualTo(2);
    }

    @Test
    void the_picture_of_a_story_is_written_into_a_file() throws Exception {
        HeadstreamProcess.Outcome traced =
                server.command("trace", "--json", "--target", " Tokyo", "The capital of Japan is the city of");
        assertThat(traced.exitCode()).as(traced.err()).isZero();
        String trace = json(traced.out()).path("id").asText();
        Path picture = folder.resolve("japan.svg");
        HeadstreamProcess.Outcome exported =
                server.command("export", trace, "--format", "svg", "--out", picture.toString());
        assertThat(exported.exitCode()).as(exported.err()).isZero();
        assertThat(picture).content().startsWith("<svg ").endsWith("</svg>").contains("Japan", "Tokyo", "would say");
        assertThat(server.command("export", trace, "--format", "svg", "--out", "-")
                        .out())
                .startsWith("<svg ");
        assertWrong(server.command("export", "no-such-trace", "--format", "svg"), "no-such-trace");
        assertWrong(server.command("export", "--query", "strongest-contributors", "--format", "svg"), "svg");
    }

    @Test
    void a_sweep_from_the_command_line_says_where_there_are_more_rows_than_it_shows() throws Exception {
        HeadstreamProcess.Outcome some = server.command(
                "sweep", "mlps", "--limit", "5", "--target", " Tokyo", "The capital of Japan is the city of");
        assertThat(some.exitCode()).as(some.err()).isZero();
        assertThat(some.out()).contains(".mlp");
        assertThat(some.err()).contains("5 rows", "there are more: raise --limit");
        HeadstreamProcess.Outcome all = server.command(
                "sweep", "mlps", "--limit", "6", "--target", " Tokyo", "The capital of Japan is the city of");
        assertThat(all.err()).contains("6 rows").doesNotContain("there are more"); // the sample has six blocks
    }

    @Test
    void a_model_of_the_shared_cache_is_listed_pulled_and_traced() throws Exception {
        assertThat(server.command("models").out()).contains("an-org/tiny ");
        // the test server is offline, so that a pull takes what the cache has
        HeadstreamProcess.Outcome pulled = server.command("models", "pull", "an-org/tiny");
        assertThat(pulled.exitCode()).as(pulled.err()).isZero();
        assertThat(pulled.out()).contains("an-org/tiny: 3 layers", "headstream trace --model an-org/tiny");
        HeadstreamProcess.Outcome traced =
                server.command("trace", "--json", "--model", "an-org/tiny", "--tokens", "1,2,3");
        assertThat(json(traced.out()).path("modelName").asText())
                .as(traced.err())
                .isEqualTo("an-org/tiny");

        HeadstreamProcess.Outcome absent = server.command("models", "pull", "an-org/other", "--revision", "v1");
        assertThat(absent.exitCode()).isEqualTo(1);
        assertThat(absent.err()).contains("'an-org/other@v1' is not whole in").contains("HF_HUB_OFFLINE");
        assertWrong(server.command("models", "pull", "../tiny"), "nor is it an id on the hub");
        assertWrong(server.command("models", "pull", "an-org/tiny@v1", "--revision", "v2"), "give one");

        Path mine = Files.createDirectory(folder.resolve("mine"));
        Files.copy(GOLDEN.resolve("config.json"), mine.resolve("config.json"));
        assertWrong(server.command("models", "add", mine.toString()), "model.safetensors");
        Files.copy(GOLDEN.resolve("model.safetensors"), mine.resolve("model.safetensors"));
        assertThat(server.command("models", "add", mine.toString()).out()).contains("mine: 3 layers");
    }

    @Test
    void wrong_input_is_told_in_a_line_and_with_exit_code_2() throws Exception {
        assertWrong(server.command("trace", "--model", "nope", "x"), "model 'nope' is not known");
        assertWrong(server.command("trace", ""), "the prompt is empty");
        assertWrong(server.command("cypher", "MATCH (n) DETACH DELETE n"), "");
        assertWrong(server.command("cypher", "MATCH (n"), "");
        assertWrong(server.command("query", "no-such-question"), "no-such-question");
        assertWrong(
                server.command("activations", "--model", "/nowhere", "--tokens", "1", "--out", folder + "/x"),
                "not a model folder");
        assertThat(server.get("/q/health/ready").statusCode()).isEqualTo(200);
        HeadstreamProcess.Outcome away =
                HeadstreamProcess.run(Map.of("HEADSTREAM_URL", "http://localhost:1"), "models");
        assertThat(away.exitCode()).isEqualTo(1);
        assertThat(away.err()).contains("start it with ./headstream");
    }

    @Test
    void a_port_or_a_data_folder_in_use_is_named_with_the_remedy() throws Exception {
        String port = server.url().replaceAll(".*:", "");
        assertWrong(HeadstreamProcess.run(Map.of("HEADSTREAM_PORT", port), "serve"), "HEADSTREAM_PORT");
        assertWrong(
                HeadstreamProcess.run(
                        Map.of(
                                "HEADSTREAM_PORT",
                                "" + HeadstreamProcess.freePort(),
                                "HEADSTREAM_BOLT_PORT",
                                "" + boltPort),
                        "serve"),
                "HEADSTREAM_BOLT_PORT");
        assertWrong(
                HeadstreamProcess.run(
                        Map.of(
                                "HEADSTREAM_PORT", "" + HeadstreamProcess.freePort(),
                                "HEADSTREAM_BOLT_PORT", "" + HeadstreamProcess.freePort(),
                                "HEADSTREAM_DATA", folder.resolve("data").toString()),
                        "serve"),
                "is in use by another Headstream");
        assertWrong(HeadstreamProcess.run(Map.of("HEADSTREAM_PORT", "many"), "serve"), "must be a port");
        HeadstreamProcess.Outcome tooShort =
                HeadstreamProcess.run(Map.of("HEADSTREAM_BOLT_PASSWORD", "too-short"), "serve");
        assertWrong(tooShort, "HEADSTREAM_BOLT_PASSWORD must be");
        assertThat(tooShort.err()).doesNotContain("too-short");
    }

    @Test
    void activations_need_no_server() throws Exception {
        Path out = folder.resolve("pass.safetensors");
        HeadstreamProcess.Outcome outcome = HeadstreamProcess.run(
                Map.of("HEADSTREAM_URL", "http://localhost:1"),
                "activations",
                "--model",
                HeadstreamProcess.ROOT.resolve("models/headstream-sample").toString(),
                "--tokens",
                "0,427,518",
                "--out",
                out.toString());
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(Files.size(out)).isGreaterThan(3 * 4096 * 4);
    }

    @Test
    @Order(Integer.MAX_VALUE) // it traces what the others would find to be the latest
    void the_python_client_does_what_its_pages_say() throws Exception {
        PythonClient.install();
        PythonClient.run(Map.of("HEADSTREAM_URL", server.url()), "pytest", "--durations=12");
    }

    private static void assertWrong(HeadstreamProcess.Outcome outcome, String why) {
        assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("headstream: ").contains(why).doesNotContain("\tat ");
    }
}
