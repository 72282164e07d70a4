package io.headstream.standalone;

import static io.headstream.standalone.HeadstreamProcess.json;
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

/** Headstream as a newcomer meets it: the built application, its page and its database. */
@Order(1) // the longest with ClientsIT, which runs beside it
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StandaloneIT {
    @TempDir
    static Path folder;

    private static int boltPort;
    private static HeadstreamProcess server;

    @BeforeAll
    static void start() throws Exception {
        boltPort = HeadstreamProcess.freePort();
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
        assertThat(server.command("bolt").out())
                .contains(
                        "bolt://localhost:" + boltPort,
                        "neo4j",
                        folder.resolve("data/bolt-password").toString())
                .doesNotContain(password);
        assertThat(server.command("bolt", "--env").out())
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
    void the_page_works_in_a_browser() throws Exception {
        browser("e2e/page", "e2e/console", "e2e/axe");
    }

    @Test
    @Tag("thorough")
    void pictures_of_all_sizes_images_and_neo4j_browser_work_in_a_browser() throws Exception {
        browser("e2e/sizes", "e2e/story", "e2e/everything", "e2e/images", "e2e/neo4jBrowser");
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
}
