package io.headstream.ingest.graph;

import ac.simons.neo4j.migrations.core.MigrationsException;
import io.headstream.cypher.Schema;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.neo4j.driver.Driver;
import org.neo4j.driver.exceptions.Neo4jException;

/** Brings the database's schema up to date at the start, waiting for a database that is still starting itself. */
@ApplicationScoped
public class GraphState {
    private static final Logger LOG = Logger.getLogger(GraphState.class);
    private static final long RETRY_SECONDS = 2;
    private static final long WAITING_MILLIS = 200;

    private final Driver driver;
    private final boolean alone;
    private final boolean current;
    private final CountDownLatch ready = new CountDownLatch(1);
    private final CountDownLatch stopping = new CountDownLatch(1);

    /**
     * @param embeddedData present where this process has the database to itself
     * @param current whether who opened the database has seen that nothing is left to do
     */
    public GraphState(
            Driver driver,
            @ConfigProperty(name = "headstream.embedded-data") Optional<String> embeddedData,
            @ConfigProperty(name = "headstream.schema-is-current", defaultValue = "false") boolean current) {
        this.driver = driver;
        this.alone = embeddedData.isPresent();
        this.current = current;
        if (current) {
            ready.countDown();
        }
    }

    void start(@Observes StartupEvent event) {
        if (current) {
            return;
        }
        Thread thread = new Thread(this::migrate, "headstream-schema");
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    private void migrate() {
        boolean told = false;
        try {
            do {
                try {
                    if (alone) {
                        Schema.releaseLock(driver);
                    }
                    Schema.migrate(driver);
                    ready.countDown();
                    return;
                } catch (MigrationsException e) {
                    if (!told) {
                        LOG.warnf(
                                "The graph's schema cannot be brought up to date: %s. If no other Headstream is starting, "
                                        + "delete the node (:__Neo4jMigrationsLock)",
                                e.getMessage());
                        told = true;
                    }
                } catch (Neo4jException e) {
                    if (!told) {
                        LOG.warnf(
                                "Waiting for Neo4j: %s. Is HEADSTREAM_NEO4J_URI right, and the server up?",
                                e.getMessage());
                        told = true;
                    }
                }
            } while (!stopping.await(RETRY_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until the schema is there. */
    public void await() throws InterruptedException {
        ready.await();
    }

    /**
     * Waits until the schema is there.
     *
     * @param waiting run again and again while it waits; may throw to give up
     */
    public void await(Runnable waiting) throws InterruptedException {
        while (!ready.await(WAITING_MILLIS, TimeUnit.MILLISECONDS)) {
            waiting.run();
        }
    }

    boolean isReady() {
        return ready.getCount() == 0;
    }
}
