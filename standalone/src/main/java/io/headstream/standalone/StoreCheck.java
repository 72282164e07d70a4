package io.headstream.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.DatabaseStateService;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.schema.IndexDefinition;
import org.neo4j.graphdb.schema.Schema;
import org.neo4j.internal.kernel.api.Read;
import org.neo4j.kernel.impl.coreapi.InternalTransaction;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/**
 * Whether the databases are really there and can be read a little. Neo4j comes up also where one of them could not, and then says so to everyone who asks;
 * and beyond the end of a file that was cut it reads zeros, as of records that are not in use.
 */
final class StoreCheck {
    private static final long WAIT_MILLIS = 10_000;
    private static final int ANY = -1;
    private static final long NODE_BYTES = 15;
    private static final long RELATIONSHIP_BYTES = 34;

    private final DatabaseManagementService service;
    private final Path files;

    /** {@code home}: the database's folder. */
    StoreCheck(DatabaseManagementService service, Path home) {
        this.service = service;
        this.files = home.resolve("data/databases").resolve(GraphDatabaseSettings.DEFAULT_DATABASE_NAME);
    }

    /** @throws RuntimeException where a database has not started, or what is stored cannot be read */
    void require() {
        require(GraphDatabaseSettings.SYSTEM_DATABASE_NAME);
        GraphDatabaseService graph = require(GraphDatabaseSettings.DEFAULT_DATABASE_NAME);
        try (InternalTransaction transaction = (InternalTransaction) graph.beginTx()) {
            requireIndexes(transaction.schema());
            requireConstraints(transaction);
            Read read = transaction.kernelTransaction().dataRead();
            long length = requireLength("neostore.nodestore.db", read.countsForNode(ANY) * NODE_BYTES);
            requireLength(
                    "neostore.relationshipstore.db", read.countsForRelationship(ANY, ANY, ANY) * RELATIONSHIP_BYTES);
            new StoreSample(transaction, read).read(length / NODE_BYTES);
        }
    }

    private GraphDatabaseService require(String name) {
        GraphDatabaseService database = service.database(name);
        if (!database.isAvailable(WAIT_MILLIS)) {
            throw new IllegalStateException("its database '" + name + "' does not start", cause(name));
        }
        return database;
    }

    private Throwable cause(String name) {
        GraphDatabaseAPI system = (GraphDatabaseAPI) service.database(GraphDatabaseSettings.SYSTEM_DATABASE_NAME);
        DatabaseStateService states = system.getDependencyResolver().resolveDependency(DatabaseStateService.class);
        return states.stateOfAllDatabases().keySet().stream()
                .filter(id -> id.name().equals(name))
                .flatMap(id -> states.causeOfFailure(id).stream())
                .findFirst()
                .orElseGet(() -> new IllegalStateException("its database '" + name + "' is not available"));
    }

    private static void requireIndexes(Schema schema) {
        for (IndexDefinition index : schema.getIndexes()) {
            if (schema.getIndexState(index) == Schema.IndexState.FAILED) {
                throw new IllegalStateException("its index '" + index.getName() + "' cannot be read: "
                        + schema.getIndexFailure(index).lines().findFirst().orElse(""));
            }
        }
    }

    // the schema is there before the first model is
    private static void requireConstraints(InternalTransaction transaction) {
        try (ResourceIterator<Node> models = transaction.findNodes(Label.label("Model"))) {
            if (models.hasNext()
                    && !transaction.schema().getConstraints().iterator().hasNext()) {
                throw new IllegalStateException("its constraints and indexes are lost");
            }
        }
    }

    private long requireLength(String name, long bytes) {
        Path file = files.resolve(name);
        try {
            long length = Files.exists(file) ? Files.size(file) : 0;
            if (length < bytes) {
                throw new IllegalStateException("its file '" + name + "' was cut: " + length
                        + " bytes are left of what were at least " + bytes);
            }
            return length;
        } catch (IOException e) {
            throw new IllegalStateException("its file '" + name + "' cannot be read", e);
        }
    }
}
