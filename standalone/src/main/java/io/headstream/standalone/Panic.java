package io.headstream.standalone;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.graphdb.event.DatabaseEventContext;
import org.neo4j.graphdb.event.DatabaseEventListener;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.neo4j.monitoring.DatabaseHealth;

/** Hears that a database gave up, and tells why, once. */
final class Panic implements DatabaseEventListener {
    private final DatabaseManagementService service;
    private final Consumer<Throwable> then;
    private final AtomicBoolean told = new AtomicBoolean();

    Panic(DatabaseManagementService service, Consumer<Throwable> then) {
        this.service = service;
        this.then = then;
    }

    @Override
    public void databasePanic(DatabaseEventContext event) {
        if (told.compareAndSet(false, true)) {
            GraphDatabaseAPI database = (GraphDatabaseAPI) service.database(event.getDatabaseName());
            then.accept(database.getDependencyResolver()
                    .resolveDependency(DatabaseHealth.class)
                    .causeOfPanic());
        }
    }

    @Override
    public void databaseStart(DatabaseEventContext event) {}

    @Override
    public void databaseShutdown(DatabaseEventContext event) {}

    @Override
    public void databaseCreate(DatabaseEventContext event) {}

    @Override
    public void databaseDrop(DatabaseEventContext event) {}
}
