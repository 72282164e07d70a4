package io.headstream.standalone;

import io.headstream.cypher.Schema;
import java.util.stream.StreamSupport;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/**
 * Whether a database has this version's constraints and indexes already, and traces: looked up without Cypher, whose first statements are what takes a start
 * longest. The labels are those of neo4j-migrations.
 */
final class SchemaState {
    private static final Label MIGRATION = Label.label("__Neo4jMigration");
    private static final Label TRACE = Label.label("Trace");
    private static final Label LOCK = Label.label("__Neo4jMigrationsLock");

    private SchemaState() {}

    /** Whether nothing is left to migrate, and all indexes answer. */
    static boolean isCurrent(GraphDatabaseService graph) {
        try (Transaction transaction = graph.beginTx()) {
            return transaction.findNode(MIGRATION, "version", Schema.newest()) != null
                    && isEmpty(transaction.findNodes(LOCK))
                    && StreamSupport.stream(transaction.schema().getIndexes().spliterator(), false)
                            .allMatch(index -> transaction.schema().getIndexState(index)
                                    == org.neo4j.graphdb.schema.Schema.IndexState.ONLINE);
        }
    }

    /** Whether there is a trace. */
    static boolean hasTraces(GraphDatabaseService graph) {
        try (Transaction transaction = graph.beginTx()) {
            return !isEmpty(transaction.findNodes(TRACE));
        }
    }

    private static boolean isEmpty(ResourceIterator<?> nodes) {
        try (nodes) {
            return !nodes.hasNext();
        }
    }
}
