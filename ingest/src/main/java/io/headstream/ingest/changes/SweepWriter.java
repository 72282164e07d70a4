package io.headstream.ingest.changes;

import io.headstream.cypher.Statements;
import io.headstream.schema.Site;
import io.headstream.tracer.intervene.Place;
import io.headstream.tracer.sweep.Measured;
import io.headstream.tracer.sweep.SweepRequest;
import io.headstream.tracer.sweep.Swept;
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
     * @param put what was put in the place of each, in words; empty where it was zero
     * @param partial whether it ended before it had gone through all
     */
    public record Ran(
            String id,
            String trace,
            String model,
            SweepRequest request,
            String put,
            Measured baseline,
            List<Measured> measured,
            boolean partial,
            Instant started) {
        Map<String, Object> properties() {
            Map<String, Object> p = new HashMap<>(Map.of(
                    "id", id,
                    "trace", trace,
                    "model", model,
                    "of", request.swept().label(),
                    "kind", request.kind().label(),
                    "positions", request.positions().toString(),
                    "metricValue", baseline.metric(),
                    "measurements", measured.size(),
                    "createdAt", started.toString(),
                    "elapsed", Duration.between(started, Instant.now()).toMillis()));
            if (!put.isEmpty()) {
                p.put("put", put);
            }
            if (partial) {
                p.put("partial", true);
            }
            return p;
        }
    }

    public void write(Ran sweep) {
        Swept swept = sweep.request().swept();
        String statement =
                switch (swept) {
                    case HEADS -> "sweep/heads";
                    case NEURONS -> "sweep/neurons";
                    case MLPS, RESID_PRE -> "sweep/points";
                };
        try (Session session = driver.session();
                Transaction tx = session.beginTransaction()) {
            tx.run(Statements.write("sweep/sweep"), Map.of("properties", sweep.properties()))
                    .consume();
            tx.run(
                            Statements.write(statement),
                            Map.of(
                                    "sweep", sweep.id(),
                                    "model", sweep.model(),
                                    "trace", sweep.trace(),
                                    "rows",
                                            sweep.measured().stream()
                                                    .map(SweepWriter::row)
                                                    .toList()))
                    .consume();
            tx.commit();
        }
    }

    private static Map<String, Object> row(Measured each) {
        Map<String, Object> row = new HashMap<>(Map.of(
                "layer", each.at().layer(),
                "number", each.at().number(),
                "change", each.change(),
                "metric", each.metric(),
                "rank", each.rank(),
                "probability", each.probability()));
        if (each.at().place() == Place.MLP_OUT) {
            row.put("site", Site.MLP.toString());
        } else if (each.at().place() == Place.RESID_PRE) { // the state after the block before
            boolean first = each.at().layer() == 0;
            row.put("layer", first ? 0 : each.at().layer() - 1);
            row.put("site", (first ? Site.EMBED : Site.POST).toString());
            row.put("position", each.at().positions().listed().get(0));
        }
        return row;
    }
}
