package io.headstream.standalone;

import io.headstream.access.ListeningAddress;
import io.quarkus.runtime.Application;
import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the database, then the services and the page, in this JVM. */
@Command(
        name = "serve",
        description = "Start Headstream: the page, its API and the database",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Settings (environment): HEADSTREAM_DATA, HEADSTREAM_PORT, HEADSTREAM_BOLT_PORT, HEADSTREAM_BOLT_PASSWORD, HEADSTREAM_MODELS,",
            "HEADSTREAM_HOST (where to listen; anything but this machine needs HEADSTREAM_API_KEY),",
            "HEADSTREAM_NEO4J_URI (a Neo4j server instead of the embedded one; also ..._USER and ..._PASSWORD),",
            "HEADSTREAM_HUB, and Hugging Face's own: HF_TOKEN, HF_HOME, HF_HUB_CACHE, HF_ENDPOINT, HF_HUB_OFFLINE"
        })
final class Serve implements Callable<Integer> {
    private static final Logger LOG = Logger.getLogger(Serve.class);
    private static final int SLOW_SECONDS = 20;
    private static final int CLOSING_SECONDS = 60;
    private static final int ENDING_SECONDS = 30;

    @Option(names = "--port", paramLabel = "PORT", description = "Port of the page and the API (8080)")
    private @Nullable Integer port;

    @Option(names = "--data", paramLabel = "FOLDER", description = "Where the database lies (./data)")
    private @Nullable String data;

    @Option(names = "--no-open", description = "Do not open the page in a browser")
    private boolean noOpen;

    private volatile boolean failed;

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
        RunMark mark = RunMark.in(settings.data());
        prepare();
        EmbeddedNeo4j database = start(settings, mark.isSet());
        try {
            mark.set();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> await(closed), "headstream-closing"));
            database.whenItFails(failure -> end(settings, failure));
            connect(settings, database);
            return run(settings, database);
        } finally {
            if (failed) {
                halt();
            }
            database.close();
            if (database.closedInOrder()) {
                mark.remove();
            }
            closed.countDown();
        }
    }

    // what Quarkus does when its application's class is first touched needs nothing of the database, and another core
    // has the time for it
    private static void prepare() {
        Thread thread = new Thread(
                () -> {
                    try {
                        Class.forName(
                                Application.APP_CLASS_NAME,
                                true,
                                Thread.currentThread().getContextClassLoader());
                    } catch (ClassNotFoundException | LinkageError e) {
                        LOG.debug("Told when Quarkus starts", e);
                    }
                },
                "headstream-prepare");
        thread.setDaemon(true);
        thread.start();
    }

    private static void connect(Settings settings, EmbeddedNeo4j database) {
        if (database.password().isNew()) {
            System.out.println(
                    "The database's password lies in " + database.password().file()
                            + ", readable by you alone; ./headstream bolt says how programs use it.");
        }
        System.setProperty("headstream.neo4j.uri", "bolt://localhost:" + settings.boltPort());
        System.setProperty("headstream.neo4j.user", database.own().name());
        System.setProperty("headstream.neo4j.password", database.own().password());
        System.setProperty("headstream.browser-account.name", database.browser().name());
        System.setProperty(
                "headstream.browser-account.password", database.browser().password());
        System.setProperty(
                "headstream.bolt.password-file", database.password().file().toString());
        System.setProperty("headstream.embedded-data", settings.data().toString());
        System.setProperty("headstream.schema-is-current", String.valueOf(database.isCurrent()));
        if (System.getenv("HEADSTREAM_BROWSER") == null) {
            System.setProperty(
                    "headstream.browser", "/browser/"); // which leads to this server's own way to the database
        }
    }

    // where the last run was cut off, the database first reads again what it had written
    private static EmbeddedNeo4j start(Settings settings, boolean wasCutOff) {
        String why = wasCutOff
                ? "The last run was cut off, so that it first reads again what was written last: up to a minute or two."
                : "The machine may be busy, or the graph large.";
        CompletableFuture<Void> patience = CompletableFuture.runAsync(
                () -> System.out.println("The database in " + settings.data() + " takes long to start. " + why),
                CompletableFuture.delayedExecutor(SLOW_SECONDS, TimeUnit.SECONDS));
        try {
            return EmbeddedNeo4j.start(settings.data(), settings.boltPort(), settings.port(), settings.boltPassword());
        } finally {
            patience.cancel(false);
        }
    }

    // the database does not come back by itself; the next start does
    private void end(Settings settings, Throwable failure) {
        failed = true;
        System.err.println("headstream: the database can no longer work: " + StartFailure.root(failure)
                + ". Headstream ends. Traces that were stored are safe: see that the disk of '" + settings.data()
                + "' is there and has room, then start again");
        Thread ending = new Thread(Serve::end, "headstream-ending");
        ending.setDaemon(true);
        ending.start();
    }

    private static void end() {
        Quarkus.asyncExit(CommandLine.ExitCode.SOFTWARE);
        try {
            TimeUnit.SECONDS.sleep(ENDING_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        halt();
    }

    // closing would write what the database still holds, for which there may be no room; it is in the transaction logs
    private static void halt() {
        Runtime.getRuntime().halt(CommandLine.ExitCode.SOFTWARE);
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

    // Quarkus ends where the accounts cannot be made ready, and why is told as of any start
    private int run(Settings settings, EmbeddedNeo4j database) {
        CompletableFuture<Void> accounts =
                CompletableFuture.runAsync(database::admit, task -> new Thread(task, "headstream-accounts").start());
        Logons.readyAfter(accounts);
        int code = run(settings);
        if (accounts.isCompletedExceptionally()) {
            try {
                accounts.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException why ? why : e;
            }
        }
        return code;
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
