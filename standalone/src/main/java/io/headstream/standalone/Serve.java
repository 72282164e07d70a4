package io.headstream.standalone;

import io.headstream.access.keys.ListeningAddress;
import io.quarkus.runtime.PreventFurtherStepsException;
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
        return run(settings, Account.ofThisRun("service"), Account.ofThisRun("browser"));
    }

    // the database opens on another core while Quarkus prepares itself; nothing that connects begins before it is there
    private int run(Settings settings, Account own, Account browser) {
        connect(settings, own, browser);
        CountDownLatch closed = new CountDownLatch(1);
        RunMark mark = RunMark.in(settings.data());
        CompletableFuture<EmbeddedNeo4j> opening = CompletableFuture.supplyAsync(
                () -> open(settings, mark), task -> new Thread(task, "headstream-database").start());
        CompletableFuture<Void> ready = opening.thenAccept(database -> database.admit(own, browser));
        Logons.readyAfter(ready);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(opening, ready, closed), "headstream-closing"));
        int code = 0;
        try {
            code = run(settings);
        } finally {
            close(opening, mark);
            closed.countDown();
        }
        if (ready.isCompletedExceptionally() && !ready.isCancelled()) { // which is why Quarkus ended
            throw why(ready);
        }
        return code;
    }

    private EmbeddedNeo4j open(Settings settings, RunMark mark) {
        EmbeddedNeo4j database = start(settings, mark.isSet());
        try {
            mark.set();
            database.whenItFails(failure -> end(settings, failure));
            database.settle(Settings.begin());
            System.setProperty("headstream.schema-is-current", String.valueOf(database.isCurrent()));
            System.setProperty("headstream.has-traces", String.valueOf(database.hasTraces()));
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
        if (database.password().isNew()) {
            System.out.println(
                    "The database's password lies in " + database.password().file()
                            + ", readable by you alone; ./headstream bolt says how programs use it.");
        }
        return database;
    }

    private void close(CompletableFuture<EmbeddedNeo4j> opening, RunMark mark) {
        if (failed) {
            halt();
        }
        opening.handle((database, failure) -> Optional.ofNullable(database))
                .join()
                .ifPresent(database -> {
                    database.close();
                    if (database.closedInOrder()) {
                        mark.remove();
                    }
                });
    }

    private static RuntimeException why(CompletableFuture<?> failed) {
        Throwable failure = failed.handle((nothing, why) -> why).join();
        Throwable why = failure instanceof CompletionException ? failure.getCause() : failure;
        return why instanceof RuntimeException known ? known : new CompletionException(why);
    }

    private static void connect(Settings settings, Account own, Account browser) {
        System.setProperty("headstream.neo4j.uri", "bolt://localhost:" + settings.boltPort());
        System.setProperty("headstream.neo4j.user", own.name());
        System.setProperty("headstream.neo4j.password", own.password());
        System.setProperty("headstream.browser-account.name", browser.name());
        System.setProperty("headstream.browser-account.password", browser.password());
        System.setProperty(
                "headstream.bolt.password-file",
                BoltPassword.file(settings.data()).toString());
        System.setProperty("headstream.embedded-data", settings.data().toString());
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
            EmbeddedNeo4j.begin(settings.data(), Settings.begin());
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
    // put in order at the next start. One that is still opening is not waited for
    private static void end(CompletableFuture<?> opening, CompletableFuture<?> ready, CountDownLatch closed) {
        if (!opening.isDone()) {
            ready.cancel(false);
            return;
        }
        try {
            closed.await(CLOSING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int run(Settings settings) {
        Welcome.announce(settings, !noOpen);
        int[] code = {0};
        Quarkus.run(null, (exitCode, failure) -> {
            code[0] = exitCode;
            if (failure != null && !isTold(failure)) {
                System.err.println("headstream: it cannot start: " + StartFailure.root(failure));
            }
        });
        return code[0];
    }

    // by who has thrown it, or by who has seen that the database did not open
    private static boolean isTold(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root instanceof PreventFurtherStepsException || Logons.haveFailed();
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
