package io.headstream.api.graph;

import io.headstream.cypher.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;

/** Runs the statements of {@code headstream/read} and the one that deletes. */
@ApplicationScoped
public class GraphReader {
    private static final SessionConfig READ =
            SessionConfig.builder().withDefaultAccessMode(AccessMode.READ).build();

    private final Driver driver;

    public GraphReader(Driver driver) {
        this.driver = driver;
    }

    /** The rows of a read statement, by its file's name. */
    public List<Record> rows(String statement, Map<String, ? extends @Nullable Object> parameters) {
        try (Session session = driver.session(READ)) {
            return session.executeRead(tx -> tx.run(Statements.read(statement), Parameters.of(parameters))
                    .list());
        }
    }

    /** The only row of a read statement, if it has one. */
    public Optional<Record> row(String statement, Map<String, ? extends @Nullable Object> parameters) {
        return rows(statement, parameters).stream().findFirst();
    }

    /** Fails where there is no such trace. */
    public void requireTrace(String trace) {
        boolean found =
                rows("trace-exists", Map.of("trace", trace)).get(0).get("found").asBoolean();
        if (!found) {
            throw Problems.noTrace(trace);
        }
    }

    /** Removes a trace with all that is its own; whether there was one. */
    public boolean delete(String trace) {
        try (Session session = driver.session()) {
            return session.executeWrite(tx -> tx.run(Statements.write("delete-trace"), Map.of("trace", trace))
                            .single()
                            .get("traces")
                            .asInt())
                    > 0;
        }
    }
}
