package io.headstream.standalone;

import io.headstream.standalone.first.ReadyGraph;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;

/** Neo4j in this JVM, reachable over Bolt on the loopback interface only, with a password; Headstream itself talks to it in that way alone. */
final class EmbeddedNeo4j implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(EmbeddedNeo4j.class);
    private static final int GUESSES = 3;
    private static final int CLOSING_SECONDS = 55;
    private static final long LEAST_BYTES = 16 << 20; // for its logs and what it puts in order at the start

    private final DatabaseManagementService service;
    private final BoltPassword password;
    private final Path data;
    private volatile boolean closedInOrder;

    private EmbeddedNeo4j(DatabaseManagementService service, BoltPassword password, Path data) {
        this.service = service;
        this.password = password;
        this.data = data;
    }

    /**
     * Has a folder without a database begin with the graph that ships, where that is what it is to begin with.
     *
     * @throws Settings.UserError where the folder cannot be used
     */
    static void begin(Path data, ReadyGraph.Wanted wanted) {
        try {
            Optional<ReadyGraph> ready = ReadyGraph.shipped();
            if (ready.isPresent()) {
                ready.get().lay(data.resolve("neo4j"), wanted);
            }
        } catch (IOException e) {
            throw StartFailure.cannotWrite(data, e);
        }
    }

    /**
     * Starts the database of a folder, making it if it is not there.
     *
     * @param port of the page, where Neo4j Browser finds its style sheet and guide
     * @param given the password of people's programs; else it is made at the first start
     * @throws Settings.UserError where the folder cannot be used, or is in use
     * @throws StoreFailure where what is in it is damaged
     */
    static EmbeddedNeo4j start(Path data, int boltPort, int port, Optional<String> given) {
        Path home = data.resolve("neo4j");
        try {
            Files.createDirectories(home);
            requireRoom(home);
            Path settings = settings(home);
            BoltPassword password = BoltPassword.of(data, given);
            DatabaseManagementServiceBuilder builder = new DatabaseManagementServiceBuilder(home)
                    .loadPropertiesFromFile(settings)
                    .setConfig(GraphDatabaseSettings.memory_transaction_max_size, heap() * 4 / 5)
                    .setConfig(GraphDatabaseSettings.memory_transaction_global_max_size, heap() * 9 / 10)
                    // nobody guesses a random password, and a lock would only shut people out
                    .setConfig(GraphDatabaseSettings.auth_max_failed_attempts, given.isPresent() ? GUESSES : 0)
                    .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", boltPort))
                    .setConfig(BoltConnector.advertised_address, new SocketAddress("localhost", boltPort))
                    .setConfig(BrowserSettings.allow_telemetry, false) // Neo4j's own default is true
                    .setConfig(BrowserSettings.post_connect_cmd, BrowserSettings.commands(port));
            InitialPassword initial = new InitialPassword(home);
            if (initial.isNeeded()) {
                initial.lay();
                if (password.isNew()) {
                    password.keep();
                }
            } else if (password.isNew()) {
                setBehindAClosedDoor(builder, password);
            }
            EmbeddedNeo4j started = new EmbeddedNeo4j(
                    builder.setConfig(BoltConnector.enabled, true).build(), password, data);
            return started.checked(home);
        } catch (IOException e) {
            throw StartFailure.cannotWrite(data, e);
        } catch (RuntimeException e) {
            throw StartFailure.explain(e, data);
        }
    }

    // short of that the database tries for long, and tells its log's troubles on the terminal
    private static void requireRoom(Path home) throws IOException {
        if (Files.getFileStore(home).getUsableSpace() < LEAST_BYTES) {
            throw new FileSystemException(home.toString(), null, "No space left");
        }
    }

    // until then the database has another one than it is to have
    private static void setBehindAClosedDoor(DatabaseManagementServiceBuilder builder, BoltPassword password) {
        DatabaseManagementService closed =
                builder.setConfig(BoltConnector.enabled, false).build();
        try {
            Account.set(system(closed), List.of(password.account()));
            password.keep();
        } finally {
            close(closed);
        }
    }

    private EmbeddedNeo4j checked(Path home) {
        try {
            new StoreCheck(service, home).require();
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Lets in who may log on, and nobody else: until then only a password that nobody knows, or the one that is kept, is good for anything.
     *
     * @param ofThisRun who may besides user neo4j
     * @throws Settings.UserError where the folder cannot be used
     * @throws StoreFailure where what is in it is damaged
     */
    void admit(Account... ofThisRun) {
        try {
            Account.set(
                    system(service),
                    Stream.concat(Stream.of(password.account()), Arrays.stream(ofThisRun))
                            .toList());
        } catch (RuntimeException e) {
            throw StartFailure.explain(e, data);
        }
    }

    private static GraphDatabaseService system(DatabaseManagementService service) {
        return service.database(GraphDatabaseSettings.SYSTEM_DATABASE_NAME);
    }

    /** Makes a graph that the folder has begun with the folder's own. */
    void settle(ReadyGraph.Wanted wanted) {
        ReadyGraph.settle(service.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME), wanted);
    }

    /** Whether somebody has traced, or the example is there. */
    boolean hasTraces() {
        return SchemaState.hasTraces(service.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME));
    }

    /** Whether it has all of this version's constraints and indexes. */
    boolean isCurrent() {
        return SchemaState.isCurrent(service.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME));
    }

    BoltPassword password() {
        return password;
    }

    /** Tells when a database can no longer work, as after a disk ran full: it has to be started again. */
    void whenItFails(Consumer<Throwable> then) {
        service.registerDatabaseEventListener(new Panic(service, then));
    }

    // a trace is one transaction, the largest some hundred MiB: so one may have nearly all that transactions may have
    // together
    private static long heap() {
        return Runtime.getRuntime().maxMemory();
    }

    private static Path settings(Path home) throws IOException {
        Path file = home.resolve("headstream.conf");
        try (InputStream settings = Objects.requireNonNull(EmbeddedNeo4j.class.getResourceAsStream("/neo4j.conf"))) {
            Files.copy(settings, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }

    /** Closes it; it is put in order at the next start where that did not come to an end in time. */
    @Override
    public void close() {
        closedInOrder = close(service);
    }

    boolean closedInOrder() {
        return closedInOrder;
    }

    // on a full disk Neo4j tries for ever to write what it holds
    private static boolean close(DatabaseManagementService service) {
        CompletableFuture<Void> closing = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        service.shutdown();
                        closing.complete(null);
                    } catch (RuntimeException e) {
                        closing.completeExceptionally(e);
                    }
                },
                "headstream-database-closing");
        thread.setDaemon(true);
        thread.start();
        try {
            closing.get(CLOSING_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException e) {
            LOG.warnf("The database did not close in order: %s", StartFailure.root(e));
        } catch (TimeoutException e) {
            LOG.warn("The database did not close in time. Is its disk full?");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }
}
