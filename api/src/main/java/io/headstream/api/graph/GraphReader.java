package io.headstream.api.graph;

import io.headstream.access.caller.Caller;
import io.headstream.cypher.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;

/** Runs the statements of {@code headstream/read}, and the few that change what people may change: traces go, labels and views come and go. */
@ApplicationScoped
public class GraphReader {
    private static final SessionConfig READ =
            SessionConfig.builder().withDefaultAccessMode(AccessMode.READ).build();

    // more at once are no faster
    private static final int AT_A_TIME = 2 * Runtime.getRuntime().availableProcessors();

    private final Semaphore places = new Semaphore(AT_A_TIME, true);
    private final Set<String> planned = ConcurrentHashMap.newKeySet();
    private final Driver driver;
    private final Caller caller;

    public GraphReader(Driver driver, Caller caller) {
        this.driver = driver;
        this.caller = caller;
    }

    /** The rows of a read statement, by its name. */
    public List<Record> rows(String statement, Map<String, ? extends @Nullable Object> parameters) {
        if (planned.contains(statement)) {
            return run(statement, parameters);
        }
        // else each of those that come at once would plan it, which takes a server just started half a second of a
        // processor
        synchronized (planned) {
            List<Record> rows = run(statement, parameters);
            planned.add(statement);
            return rows;
        }
    }

    private List<Record> run(String statement, Map<String, ? extends @Nullable Object> parameters) {
        places.acquireUninterruptibly();
        try (Session session = driver.session(READ)) {
            caller.requireThere();
            return session.executeRead(tx -> tx.run(Statements.read(statement), Parameters.of(parameters))
                    .list());
        } finally {
            places.release();
        }
    }

    /** The only row of a read statement, if it has one. */
    public Optional<Record> row(String statement, Map<String, ? extends @Nullable Object> parameters) {
        return rows(statement, parameters).stream().findFirst();
    }

    /** Fails where there is no such trace. */
    public void requireTrace(String trace) {
        boolean found =
                rows("trace/exists", Map.of("trace", trace)).get(0).get("found").asBoolean();
        if (!found) {
            throw Problems.noTrace(trace);
        }
    }

    /** Removes a trace with all that is its own; whether there was one. */
    public boolean delete(String trace) {
        return write("trace/delete", Map.of("trace", trace)).get("traces").asInt() > 0;
    }

    /** The only row of a write statement, by its name. */
    public Record write(String statement, Map<String, ? extends @Nullable Object> parameters) {
        try (Session session = driver.session()) {
            return session.executeWrite(tx -> tx.run(Statements.write(statement), Parameters.of(parameters))
                    .single());
        }
    }
}
