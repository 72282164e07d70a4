package io.headstream.ingest.changes;

import io.headstream.cypher.Statements;
import io.headstream.tracer.attribution.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;

/** Writes what a sweep measured, in one transaction. */
@ApplicationScoped
public class SweepWriter {
    private final Driver driver;

    public SweepWriter(Driver driver) {
        this.driver = driver;
    }

    /**
     * A sweep that ran.
     *
     * @param trace id of the trace that it is of
     * @param model the model's id
     * @param partial whether it ended before it had gone through all
     */
    public record Ran(
            String id,
            String trace,
            String model,
            PreparedSweep.Measuring measuring,
            Outcome baseline,
            List<Map<String, Object>> measured,
            boolean partial,
            Instant started) {
        Map<String, Object> properties() {
            Map<String, Object> p = new HashMap<>(measuring.properties());
            p.put("id", id);
            p.put("trace", trace);
            p.put("model", model);
            p.put("metricValue", baseline.metric());
            p.put("measurements", measured.size());
            p.put("createdAt", started.toString());
            p.put("elapsed", Duration.between(started, Instant.now()).toMillis());
            if (partial) {
                p.put("partial", true);
            }
            return p;
        }
    }

    public void write(Ran sweep) {
        try (Session session = driver.session();
                Transaction tx = session.beginTransaction()) {
            tx.run(Statements.write("sweep/sweep"), Map.of("properties", sweep.properties()))
                    .consume();
            tx.run(
                            sweep.measuring().statement(),
                            Map.of(
                                    "sweep", sweep.id(),
                                    "model", sweep.model(),
                                    "trace", sweep.trace(),
                                    "rows", sweep.measured()))
                    .consume();
            tx.commit();
        }
    }
}
