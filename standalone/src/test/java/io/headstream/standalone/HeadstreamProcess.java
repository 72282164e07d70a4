package io.headstream.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/** The built application as users start it: a process of its own, with its output in a file. */
final class HeadstreamProcess implements AutoCloseable {
    static final Path ROOT = Path.of(System.getProperty("headstream.root"));
    static final Path STANDALONE = ROOT.resolve("standalone/target/quarkus-app/quarkus-run.jar");
    private static final Set<Integer> PORTS = ConcurrentHashMap.newKeySet();
    private static final Duration START = Duration.ofMinutes(4);

    /** Most servers of a test end before the JVM's second compiler would be of use; empty where every test is run. */
    private static final String JVM = System.getProperty("headstream.test.server-jvm", "");

    private final Process process;
    private final Path log;
    private final int port;

    private HeadstreamProcess(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /** What a command printed, and its exit code. */
    record Outcome(int exitCode, String out, String err) {}

    /** Starts `headstream serve` and waits until it is ready. */
    static HeadstreamProcess serve(Path data, int boltPort) throws Exception {
        return serve(data, boltPort, freePort());
    }

    /** The same at a port that is known before. */
    static HeadstreamProcess serve(Path data, int boltPort, int port) throws Exception {
        return start(
                STANDALONE,
                data,
                port,
                Map.of("HEADSTREAM_DATA", data.toString(), "HEADSTREAM_BOLT_PORT", "" + boltPort),
                "serve",
                "--no-open");
    }

    /** Starts one of the applications and waits until it is ready. */
    static HeadstreamProcess start(
            Path jar, Path folder, int port, Map<String, String> environment, String... arguments) throws Exception {
        Files.createDirectories(folder);
        Path log = Files.createTempFile(folder.getParent(), "headstream", ".log");
        ProcessBuilder builder =
                server(jar, arguments).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("HEADSTREAM_HEAP", "1g");
        builder.environment().put("HEADSTREAM_MODELS", ROOT.resolve("models").toString());
        builder.environment().put("HEADSTREAM_PORT", "" + port);
        builder.environment().put("HEADSTREAM_DATA", folder.toString());
        builder.environment().put("HF_HOME", folder.resolveSibling("hf").toString()); // nobody's own models
        builder.environment().put("HF_HUB_OFFLINE", "1");
        builder.environment().put("HEADSTREAM_REHEARSAL", "false"); // most servers of a test make one trace, if any
        builder.environment().putAll(environment);
        HeadstreamProcess started = new HeadstreamProcess(builder.start(), log, port);
        started.awaitReady();
        return started;
    }

    /** One of the applications, standalone by `./headstream`; not started yet. */
    static ProcessBuilder server(Path jar, String... arguments) {
        return jar.equals(STANDALONE)
                ? quick(script(arguments))
                : java(List.of("-Xmx1g", "-jar", jar.toString()), arguments);
    }

    private static ProcessBuilder script(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(ROOT.resolve("headstream").toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder;
    }

    /** Starts Java as `./headstream` does. */
    static ProcessBuilder java(List<String> options, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + ROOT.resolve("standalone/jvm.options"));
        command.addAll(options);
        command.addAll(List.of(arguments));
        return quick(new ProcessBuilder(command));
    }

    private static ProcessBuilder quick(ProcessBuilder builder) {
        if (!JVM.isEmpty()) {
            builder.environment().put("JDK_JAVA_OPTIONS", JVM);
        }
        return builder;
    }

    /** Runs a command of the command line to its end. */
    static Outcome run(Map<String, String> environment, String... arguments) throws Exception {
        Path out = Files.createTempFile("headstream", ".out");
        Path err = Files.createTempFile("headstream", ".err");
        ProcessBuilder builder = script(arguments).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("headstream " + String.join(" ", arguments) + " did not end");
        }
        try {
            return new Outcome(process.exitValue(), read(out), read(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    private void awaitReady() throws Exception {
        long end = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                if (get("/q/health/ready").statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // not listening yet
            }
            Thread.sleep(200);
        }
        process.destroyForcibly();
        throw new AssertionError("not ready after " + START + ":\n" + read(log));
    }

    /** The database as people's programs reach it: with the password of the data folder. */
    static Driver driver(Path data, int boltPort) throws IOException {
        return GraphDatabase.driver(
                "bolt://localhost:" + boltPort,
                AuthTokens.basic("neo4j", read(data.resolve("bolt-password")).strip()));
    }

    /** What was answered in JSON. */
    static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    /** A command of the command line, of this server. */
    Outcome command(String... arguments) throws Exception {
        return run(Map.of("HEADSTREAM_URL", url()), arguments);
    }

    String url() {
        return "http://localhost:" + port;
    }

    HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(url() + path));
        HttpRequest request = (headers.length == 0 ? builder : builder.headers(headers)).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String json) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> delete(String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url() + path)).DELETE().build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Ends it as `kill -9` does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    String log() throws IOException {
        return read(log);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    /** One that nobody listens at, and that is handed out once: several servers are started side by side. */
    static int freePort() throws IOException {
        int port;
        do {
            try (ServerSocket socket = new ServerSocket(0)) {
                port = socket.getLocalPort();
            }
        } while (!PORTS.add(port));
        return port;
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
