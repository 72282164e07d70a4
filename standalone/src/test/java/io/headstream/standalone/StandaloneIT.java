package io.headstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;
import org.neo4j.driver.exceptions.SecurityException;

/** Headstream as a newcomer meets it: the built application, its command line, its page and its database. */
@Order(1) // the longest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StandaloneIT {
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
        int port = HeadstreamProcess.freePort();
        server = HeadstreamProcess.start(
                HeadstreamProcess.STANDALONE,
                folder.resolve("data"),
                port,
                Map.of("HEADSTREAM_BOLT_PORT", "" + boltPort, "HEADSTREAM_PORT", "1"),
                "--port",
                "" + port,
                "--no-open");
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    @Order(1) // nothing has been asked yet
    void the_example_is_there_at_once_as_a_trace_of_its_prompt_would_be() throws Exception {
        FrontDoor.check(server, folder.resolve("data"), boltPort);
    }

    @Test
    void one_prompt_is_traced_at_the_first_start() throws Exception {
        JsonNode traces = new ObjectMapper().createObjectNode();
        for (int i = 0; i < 100 && traces.path("items").isEmpty(); i++) {
            Thread.sleep(200);
            traces = json(server.get("/api/traces").body());
        }
        JsonNode first = traces.path("items").get(traces.path("items").size() - 1);
        assertThat(first.path("prompt").asText()).startsWith("When Mary and John");
        assertThat(first.path("prediction").path("text").asText()).isEqualTo(" Mary");
        assertThat(server.get("/").body()).contains("<title>Headstream</title>");
        assertThat(server.get("/").headers().firstValue("cache-control")).hasValue("no-cache");
    }

    @Test
    void what_the_api_and_ingest_answer_is_compressed_for_who_takes_it() throws Exception {
        String trace = json(server.get("/api/traces").body()).at("/items/0/id").asText();
        for (String path : List.of(
                "/",
                "/api/traces",
                "/api/traces/" + trace + "/story",
                "/api/queries",
                "/api/models",
                "/api/settings")) {
            assertThat(server.get(path, "Accept-Encoding", "gzip").headers().firstValue("content-encoding"))
                    .as(path)
                    .hasValue("gzip");
            assertThat(server.get(path).headers().firstValue("content-encoding"))
                    .as(path)
                    .isEmpty();
        }
    }

    @Test
    void neo4j_browser_is_served_and_bound_to_this_database() throws Exception {
        String port = server.url().replaceAll(".*:", "");
        assertThat(json(server.get("/api/settings").body()).path("browser").asText())
                .isEqualTo("/browser/");
        assertThat(server.get("/browser/").headers().firstValue("location"))
                .hasValue("/browser/?dbms=bolt://localhost:" + port + "&preselectAuthMethod=NO_AUTH");
        var index = server.get("/browser/?dbms=bolt://localhost:" + port + "&preselectAuthMethod=NO_AUTH");
        assertThat(index.body()).contains("<title>Neo4j Browser</title>");
        assertThat(index.headers().firstValue("content-security-policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self';", "ws://localhost:" + port)
                .doesNotContain("unsafe-eval", ":" + boltPort);
        assertThat(server.get("/browser/LICENSE").body()).contains("GNU GENERAL PUBLIC LICENSE");
        assertThat(server.get("/browser/preview/index.html").statusCode()).isEqualTo(404);
        assertThat(server.get("/browser/..%2fapplication.properties").statusCode())
                .isEqualTo(404);
        assertThat(server.get("/browser-files/guide.html").body()).contains(server.url() + "/browser-files/");

        // what Browser asks once it is connected
        try (Driver driver = HeadstreamProcess.driver(folder.resolve("data"), boltPort);
                Session session = driver.session()) {
            Map<String, Object> settings = session.run("CALL dbms.clientConfig() YIELD name, value").stream()
                    .collect(java.util.stream.Collectors.toMap(
                            row -> row.get("name").asString(),
                            row -> row.get("value").asObject()));
            assertThat(settings)
                    .containsEntry(
                            "browser.post_connect_cmd",
                            "style " + server.url() + "/browser-files/headstream.grass; guide " + server.url()
                                    + "/browser-files/guide.html")
                    .containsEntry("client.allow_telemetry", "false");
        }
    }

    @Test
    void the_database_is_shut_without_its_password_and_the_command_line_hands_it_out() throws Exception {
        for (AuthToken guess : List.of(
                AuthTokens.none(), AuthTokens.basic("neo4j", "neo4j"), AuthTokens.basic("neo4j", "wrong password"))) {
            for (int i = 0; i < 4; i++) { // as often as would lock a name
                try (Driver driver = GraphDatabase.driver("bolt://localhost:" + boltPort, guess)) {
                    assertThatThrownBy(driver::verifyConnectivity).isInstanceOf(SecurityException.class);
                }
            }
        }
        String password = Files.readString(folder.resolve("data/bolt-password")).strip();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("data/bolt-password"))))
                .isEqualTo("rw-------");
        assertThat(command("bolt").out())
                .contains(
                        "bolt://localhost:" + boltPort,
                        "neo4j",
                        folder.resolve("data/bolt-password").toString())
                .doesNotContain(password);
        assertThat(command("bolt", "--env").out())
                .isEqualTo(
                        """
                        export NEO4J_URI='bolt://localhost:%d'
                        export NEO4J_USERNAME='neo4j'
                        export NEO4J_PASSWORD='%s'
                        """
                                .formatted(boltPort, password));
        assertThat(server.log()).doesNotContain(password).contains("bolt-password");
        try (Driver driver = HeadstreamProcess.driver(folder.resolve("data"), boltPort)) {
            driver.verifyConnectivity(); // the guesses have locked nobody out
        }
        assertThat(server.get("/api/traces").statusCode()).isEqualTo(200);
    }

    @Test
    void only_the_server_s_own_page_reaches_the_database_through_its_port() throws Exception {
        String own = server.url();
        assertThat(upgrade(own)).startsWith("HTTP/1.1 101 ");
        for (String origin : new String[] {
            "",
            "null",
            "http://evil.example",
            "http://localhost",
            "http://localhost:1",
            own.replace("http", "https"),
            own.replace("localhost", "127.0.0.1"),
            own + ".evil.example",
            own + "/",
            own + "\r\nOrigin: http://evil.example"
        }) {
            assertThat(upgrade(origin)).as(origin).startsWith("HTTP/1.1 403 ");
        }
        assertThat(server.get("/").body()).contains("<title>Headstream</title>");
    }

    private static String upgrade(String origin) throws Exception {
        int port = URI.create(server.url()).getPort();
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            String request =
                    "GET / HTTP/1.1\r\nHost: localhost:" + port + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                            + (origin.isEmpty() ? "" : "Origin: " + origin + "\r\n") + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }

    @Test
    void the_api_describes_itself() throws Exception {
        String openapi = server.get("/q/openapi").body();
        assertThat(openapi)
                .contains(
                        "/api/jobs",
                        "/api/traces/{id}/flow",
                        "/api/traces/{id}/activations/{node}",
                        "/api/queries/{name}")
                .contains("/api/cypher", "/api/models", "application/problem+json", "JobRequest");
    }

    @Test
    void a_prompt_is_traced_and_asked_about_from_the_command_line() throws Exception {
        HeadstreamProcess.Outcome traced =
                command("trace", "--json", "--target", " Tokyo", "The capital of Japan is the city of");
        assertThat(traced.exitCode()).as(traced.err()).isZero();
        JsonNode trace = json(traced.out());
        assertThat(trace.path("predictions").get(0).path("text").asText()).isEqualTo(" Tokyo");

        HeadstreamProcess.Outcome heads = command("query", "--json", "heads-that-write-a-token", "-p", "token= Tokyo");
        assertThat(heads.exitCode()).as(heads.err()).isZero();
        assertThat(json(heads.out()).path("rows")).isNotEmpty();

        HeadstreamProcess.Outcome table = command(
                "cypher", "MATCH (:Model {name: 'headstream-sample'})-[:HAS_HEAD]->(h) RETURN count(h) AS heads");
        assertThat(table.out()).contains("heads").contains("36");
        assertThat(command("models").out()).contains("headstream-sample", "gpt2");
        assertThat(command("query").out()).contains("strongest-contributors");

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
                    command("trace", "--tag", "capital towns", "The capital of " + city + " is the city of");
            assertThat(traced.exitCode()).as(traced.err()).isZero();
            assertThat(traced.out()).contains("of the logit alone; against \"", " --metric difference");
        }
        JsonNode listed = json(command("traces", "--tag", "capital towns", "--json")
                        .out())
                .path("items");
        assertThat(listed).hasSize(3);
        String left = listed.get(0).path("id").asText();
        String right = listed.get(1).path("id").asText();
        assertThat(command("traces", "--query", "of Italy").out()).contains(left, "capital towns");

        JsonNode compared = json(command("compare", left, right, "--json", "--kind", "head", "--limit", "100")
                .out());
        assertThat(compared.path("rows")).hasSize(36);
        HeadstreamProcess.Outcome table = command("compare", left, right, "--sort", "effect");
        assertThat(table.exitCode()).as(table.err()).isZero();
        assertThat(table.out()).contains("of Italy", "effect left", "difference", "mlp_out L");
        assertThat(command("compare", "tag:capital towns", right, "--limit", "5")
                        .out())
                .contains("3 traces", "±", "(3)");
        assertThat(command("compare", left, right, "--by", "positions", "--limit", "5")
                        .out())
                .contains("differs");
        assertWrong(command("compare", left, "no-such-trace"), "there is no trace 'no-such-trace'");
        assertWrong(command("compare", "tag:no such tag", right), "has the tag 'no such tag'");
        assertWrong(command("compare", left, right, "--sort", "size"), "is no figure of components");
        assertThat(command("compare", left).exitCode()).isEqualTo(2);
    }

    @Test
    void a_sweep_from_the_command_line_says_where_there_are_more_rows_than_it_shows() throws Exception {
        HeadstreamProcess.Outcome some =
                command("sweep", "mlps", "--limit", "5", "--target", " Tokyo", "The capital of Japan is the city of");
        assertThat(some.exitCode()).as(some.err()).isZero();
        assertThat(some.out()).contains(".mlp");
        assertThat(some.err()).contains("5 rows", "there are more: raise --limit");
        HeadstreamProcess.Outcome all =
                command("sweep", "mlps", "--limit", "6", "--target", " Tokyo", "The capital of Japan is the city of");
        assertThat(all.err()).contains("6 rows").doesNotContain("there are more"); // the sample has six blocks
    }

    @Test
    void a_model_of_the_shared_cache_is_listed_pulled_and_traced() throws Exception {
        assertThat(command("models").out()).contains("an-org/tiny ");
        // the test server is offline, so that a pull takes what the cache has
        HeadstreamProcess.Outcome pulled = command("models", "pull", "an-org/tiny");
        assertThat(pulled.exitCode()).as(pulled.err()).isZero();
        assertThat(pulled.out()).contains("an-org/tiny: 3 layers", "headstream trace --model an-org/tiny");
        HeadstreamProcess.Outcome traced = command("trace", "--json", "--model", "an-org/tiny", "--tokens", "1,2,3");
        assertThat(json(traced.out()).path("modelName").asText())
                .as(traced.err())
                .isEqualTo("an-org/tiny");

        HeadstreamProcess.Outcome absent = command("models", "pull", "an-org/other", "--revision", "v1");
        assertThat(absent.exitCode()).isEqualTo(1);
        assertThat(absent.err()).contains("'an-org/other@v1' is not whole in").contains("HF_HUB_OFFLINE");
        assertWrong(command("models", "pull", "../tiny"), "nor is it an id on the hub");
        assertWrong(command("models", "pull", "an-org/tiny@v1", "--revision", "v2"), "give one");

        Path mine = Files.createDirectory(folder.resolve("mine"));
        Files.copy(GOLDEN.resolve("config.json"), mine.resolve("config.json"));
        assertWrong(command("models", "add", mine.toString()), "model.safetensors");
        Files.copy(GOLDEN.resolve("model.safetensors"), mine.resolve("model.safetensors"));
        assertThat(command("models", "add", mine.toString()).out()).contains("mine: 3 layers");
    }

    @Test
    void wrong_input_is_told_in_a_line_and_with_exit_code_2() throws Exception {
        assertWrong(command("trace", "--model", "nope", "x"), "model 'nope' is not known");
        assertWrong(command("trace", ""), "the prompt is empty");
        assertWrong(command("cypher", "MATCH (n) DETACH DELETE n"), "");
        assertWrong(command("cypher", "MATCH (n"), "");
        assertWrong(command("query", "no-such-question"), "no-such-question");
        assertWrong(
                command("activations", "--model", "/nowhere", "--tokens", "1", "--out", folder + "/x"),
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
    void the_page_works_in_a_browser() throws Exception {
        browser("e2e/page", "e2e/console", "e2e/axe");
    }

    @Test
    @Tag("thorough")
    void pictures_of_all_sizes_images_and_neo4j_browser_work_in_a_browser() throws Exception {
        browser("e2e/sizes", "e2e/story", "e2e/everything", "e2e/images", "e2e/neo4jBrowser");
    }

    @Test
    @Order(Integer.MAX_VALUE) // it traces what the others would find to be the latest
    void the_python_client_does_what_its_pages_say() throws Exception {
        PythonClient.install();
        PythonClient.run(Map.of("HEADSTREAM_URL", server.url()), "pytest", "--durations=12");
    }

    private static void browser(String... tests) throws Exception {
        List<String> command = new ArrayList<>(List.of("npm", "run", "--silent", "e2e", "--"));
        command.addAll(List.of(tests));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(HeadstreamProcess.ROOT.resolve("ui").toFile())
                .redirectErrorStream(true);
        builder.environment().put("HEADSTREAM_URL", server.url());
        builder.environment().put("NO_COLOR", "1");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        System.out.println(output);
        assertThat(process.waitFor()).as(output).isZero();
    }

    private static HeadstreamProcess.Outcome command(String... arguments) throws Exception {
        return HeadstreamProcess.run(Map.of("HEADSTREAM_URL", server.url()), arguments);
    }

    private static void assertWrong(HeadstreamProcess.Outcome outcome, String why) {
        assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("headstream: ").contains(why).doesNotContain("\tat ");
    }

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text);
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
}
