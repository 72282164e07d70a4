package io.headstream.api.export;

import io.headstream.api.graph.Problems;
import io.headstream.cypher.Statements;
import io.headstream.schema.TracedPass;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.Value;

/** One trace being read, row by row, in one transaction: however large it is, a few rows at a time are in memory. */
final class TraceReading implements AutoCloseable {
    private static final SessionConfig READ =
            SessionConfig.builder().withDefaultAccessMode(AccessMode.READ).build();

    private final Session session;
    private final Transaction tx;
    private final String trace;
    private final Record header;

    /** Fails with status 404 if there is no such trace. */
    TraceReading(Driver driver, String trace) {
        this.session = driver.session(READ);
        this.trace = trace;
        try {
            this.tx = session.beginTransaction();
            Result found = tx.run(Statements.read("export/trace"), Map.of("trace", trace));
            if (!found.hasNext()) {
                throw Problems.noTrace(trace);
            }
            this.header = found.single();
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    /** The row of read/export/trace.cypher: trace, model, positions, predictions. */
    Record header() {
        return header;
    }

    /** Each row of a statement that takes $trace. */
    void each(String statement, Consumer<Record> row) {
        run(statement, Map.of(), row);
    }

    /** Each row of a statement that takes $trace and $type. */
    void each(String statement, String type, Consumer<Record> row) {
        run(statement, Map.of("type", type), row);
    }

    /** Each view that was saved of what is traced. */
    void views(Consumer<Record> row) {
        Value told = header.get("trace");
        String pass = new TracedPass(
                        told.get("model").asString(),
                        told.get("targetPosition").asLong(),
                        told.get("target").asString(),
                        Optional.ofNullable(told.get("distractor").asString(null)),
                        header.get("positions")
                                .asList(position -> position.get("token").asLong()))
                .hash();
        tx.run(Statements.read("view/of-pass"), Map.of("pass", pass)).forEachRemaining(row);
    }

    private void run(String statement, Map<String, Object> more, Consumer<Record> row) {
        Map<String, Object> parameters = new HashMap<>(more);
        parameters.put("trace", trace);
        tx.run(Statements.read(statement), parameters).forEachRemaining(row);
    }

    @Override
    public void close() {
        session.close();
    }
}
