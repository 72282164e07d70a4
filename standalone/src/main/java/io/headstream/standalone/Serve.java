package io.headstream.standalone;

import io.headstream.access.ListeningAddress;
import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the database, then the services and the page, in this JVM. */
@Command(
        name = "serve",
        description = "Start Headstream: the page, its API and the database",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Settings (environment): HEADSTREAM_DATA, HEADSTREAM_PORT, HEADSTREAM_BOLT_PORT, HEADSTREAM_MODELS,",
            "HEADSTREAM_HOST (where to listen; anything but this machine needs HEADSTREAM_API_KEY),",
            "HEADSTREAM_NEO4J_URI (a Neo4j server instead of the embedded one; also ..._USER and ..._PASSWORD),",
            "HEADSTREAM_HUB, and Hugging Face's own: HF_TOKEN, HF_HOME, HF_HUB_CACHE, HF_ENDPOINT, HF_HUB_OFFLINE"
        })
final class Serve implements Callable<Integer> {
    private static final int SLOW_SECONDS = 20;
    private static final int CLOSING_SECONDS = 60;

    @Option(names = "--port", paramLabel = "PORT", description = "Port of the page and the API (8080)")
    private @Nullable Integer port;

    @Option(names = "--data", paramLabel = "FOLDER", description = "Where the database lies (./data)")
    private @Nullable String data;

    @Option(names = "--no-open", description = "Do not open the page in a browser")
    private boolean noOpen;

    @Override
    public Integer call() {
        Optional.ofNullable(port).ifPresent(p -> System.setProperty("headstream.port", p.toString()));
        Optional.ofNullable(data).ifPresent(d -> System.setProperty("headstream.data", d));
        Settings settings = Settings.read();
        if (!settings.mayListen()) {
            throw new Settings.UserError(ListeningAddress.refusal(settings.host()));
        }
        refuseTaken(settings.port(), "the page", "HEADSTREAM_PORT");
        if (settings.neo4jUri().isPresent()) {
            return run(settings);
        }
        refuseTaken(settings.boltPort(), "the database", "HEADSTREAM_BOLT_PORT");
        CountDownLatch closed = new CountDownLatch(1);
        try (EmbeddedNeo4j ignored = start(settings)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> await(closed), "headstream-closing"));
            System.setProperty("headstream.neo4j.uri", "bolt://localhost:" + settings.boltPort());
            System.setProperty("headstream.neo4j.no-auth", "true");
            System.setProperty("headstream.neo4j.auth-method", "NO_AUTH");
            System.setProperty("headstream.embedded-data", settings.data().toString());
            return run(settings);
        } finally {
            closed.countDown();
        }
    }

    // where the last run was cut off, the database first reads again what it had written
    private static EmbeddedNeo4j start(Settings settings) {
        CompletableFuture<Void> patience = CompletableFuture.runAsync(
                () -> System.out.println("The database in " + settings.data() + " takes long to start. After a run "
                        + "that was cut off it first reads again what was written last: up to a minute or two."),
                CompletableFuture.delayedExecutor(SLOW_SECONDS, TimeUnit.SECONDS));
        try {
            return EmbeddedNeo4j.start(settings.data(), settings.boltPort(), settings.port());
        } finally {
            patience.cancel(false);
        }
    }

    // on Ctrl+C the JVM ends once its hooks have, though the main thread still closes the database: it would have to be
    // put in order at the next start
    private static void await(CountDownLatch closed) {
        try {
            closed.await(CLOSING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int run(Settings settings) {
        Welcome.announce(settings, !noOpen);
        int[] code = {0};
        Quarkus.run(null, (exitCode, failure) -> code[0] = exitCode);
        return code[0];
    }

    private static void refuseTaken(int port, String what, String setting) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new Settings.UserError(
                    "port " + port + " for " + what + " is in use. Is Headstream running already? "
                            + "Otherwise choose another with " + setting,
                    e);
        }
    }
}
