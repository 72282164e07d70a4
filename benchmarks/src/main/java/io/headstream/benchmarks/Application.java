package io.headstream.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/** The built application in a process of its own. */
final class Application implements AutoCloseable {
    private static final int PORT = 8098;
    private static final int BOLT_PORT = 7698;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final Path data;

    private Application(Process process, Path data) {
        this.process = process;
        this.data = data;
    }

    /** Starts it on a data folder with the models of another, and waits until it is ready. */
    static Application start(Path data, Path models, String defaultModel) throws IOException, InterruptedException {
        Files.createDirectories(data);
        ProcessBuilder builder = new ProcessBuilder("./headstream", "serve", "--no-open");
        builder.redirectErrorStream(true).redirectOutput(data.resolve("log").toFile());
        builder.environment().put("HEADSTREAM_PORT", "" + PORT);
        builder.environment().put("HEADSTREAM_BOLT_PORT", "" + BOLT_PORT);
        builder.environment().put("HEADSTREAM_DATA", data.toString());
        builder.environment().put("HEADSTREAM_MODELS", models.toString());
        builder.environment().put("HEADSTREAM_DEFAULT_MODEL", defaultModel);
        Application application = new Application(builder.start(), data);
        while (!application.isReady()) {
            if (!application.process.isAlive()) {
                throw new IllegalStateException("the application ended: " + Files.readString(data.resolve("log")));
            }
            Thread.sleep(200);
        }
        return application;
    }

    /** Its database, as people's programs reach it. */
    Driver driver() throws IOException {
        String password = Files.readString(data.resolve("bolt-password")).strip();
        return GraphDatabase.driver("bolt://localhost:" + BOLT_PORT, AuthTokens.basic("neo4j", password));
    }

    private boolean isReady() throws InterruptedException {
        try {
            return get("/q/health/ready").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private static URI uri(String path) {
        return URI.create("http://localhost:" + PORT + path);
    }

    /** Runs a job of this body, and returns once its traces can be queried. */
    String job(String body) throws IOException, InterruptedException {
        HttpResponse<String> accepted = http.send(
                HttpRequest.newBuilder(uri("/api/jobs"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        String location =
                accepted.headers().firstValue("Location").orElseThrow(() -> new IllegalStateException(accepted.body()));
        String job = location.substring(location.lastIndexOf('/') + 1);
        String events = get("/api/jobs/" + job + "/events").body(); // closes when the job is done
        if (!events.contains("\"state\":\"done\"")) {
            throw new IllegalStateException(events);
        }
        return job;
    }

    /** Resident memory, in MiB; Linux only. */
    double resident() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Stops it, and tells what the database's store then takes on the disk, transaction logs aside, in MiB. */
    double stop() throws IOException, InterruptedException {
        close();
        try (Stream<Path> files = Files.walk(data.resolve("neo4j/data/databases/neo4j"))) {
            long bytes = 0;
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                bytes += Files.size(file);
            }
            return bytes / 1048576.0;
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
