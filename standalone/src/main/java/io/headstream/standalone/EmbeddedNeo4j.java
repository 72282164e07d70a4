package io.headstream.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.io.locker.FileLockException;

/** Neo4j in this JVM, reachable over Bolt on the loopback interface only; Headstream itself talks to it in that way alone. */
final class EmbeddedNeo4j implements AutoCloseable {
    private final DatabaseManagementService service;

    private EmbeddedNeo4j(DatabaseManagementService service) {
        this.service = service;
    }

    /**
     * Starts the database of a folder, making it if it is not there.
     *
     * @param port of the page, where Neo4j Browser finds its style sheet and guide
     * @throws Settings.UserError where the folder cannot be used, or is in use
     */
    static EmbeddedNeo4j start(Path data, int boltPort, int port) {
        Path home = data.resolve("neo4j");
        Path settings;
        try {
            Files.createDirectories(home);
            settings = settings(home);
        } catch (IOException e) {
            throw new Settings.UserError(
                    "data folder '" + data + "' cannot be written: " + e.getMessage()
                            + ". Set HEADSTREAM_DATA to a folder that can be written",
                    e);
        }
        try {
            return new EmbeddedNeo4j(new DatabaseManagementServiceBuilder(home)
                    .loadPropertiesFromFile(settings)
                    .setConfig(GraphDatabaseSettings.memory_transaction_max_size, heap() * 4 / 5)
                    .setConfig(GraphDatabaseSettings.memory_transaction_global_max_size, heap() * 9 / 10)
                    .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", boltPort))
                    .setConfig(BoltConnector.advertised_address, new SocketAddress("localhost", boltPort))
                    .setConfig(BrowserSettings.allow_telemetry, false) // Neo4j's own default is true
                    .setConfig(BrowserSettings.post_connect_cmd, BrowserSettings.commands(port))
                    .build());
        } catch (RuntimeException e) {
            throw explain(e, data);
        }
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

    private static RuntimeException explain(RuntimeException failure, Path data) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof FileLockException) {
                return new Settings.UserError(
                        "data folder '" + data
                                + "' is in use by another Headstream. Stop it, or set HEADSTREAM_DATA to another folder",
                        failure);
            }
            if (String.valueOf(cause.getMessage()).contains("No space left")) {
                return new Settings.UserError(
                        "the disk of data folder '" + data
                                + "' is full. Free some space, or set HEADSTREAM_DATA to a folder elsewhere",
                        failure);
            }
        }
        return failure;
    }

    @Override
    public void close() {
        service.shutdown();
    }
}
