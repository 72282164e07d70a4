package io.headstream.ingest.changes;

import io.headstream.cypher.Statements;
import io.headstream.ingest.graph.AnswerTokens;
import io.headstream.tracer.attribution.Question;
import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.trace.TraceOptions;
import io.headstream.tracer.trace.TraceRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.Value;

/** Finds the traces that changed passes are compared with. */
@ApplicationScoped
public class Baselines {
    private final Driver driver;

    public Baselines(Driver driver) {
        this.driver = driver;
    }

    /** The newest trace that is all that the request would make. */
    public Optional<String> find(String model, String prompt, TraceRequest request) {
        TraceOptions options = request.options();
        Map<String, Object> wanted = new HashMap<>(Map.of(
                "model", model,
                "prompt", prompt,
                "tokens", Arrays.stream(request.tokens()).boxed().toList(),
                "position", request.position(),
                "compared", request.compared(),
                "detail", options.detail().label(),
                "shares", options.shares().label(),
                "effects", options.effects().metric().label(),
                "steps", options.effects().steps(),
                "budget", options.budget().nodes()));
        wanted.put("targets", request.targets());
        wanted.put("distractors", request.distractors());
        try (Session session = driver.session()) {
            return session.run(Statements.read("trace/baseline"), wanted).stream()
                    .findFirst()
                    .map(row -> row.get("id").asString());
        }
    }

    /**
     * A stored trace.
     *
     * @throws TraceException where it is gone
     */
    public Baseline get(String id) {
        try (Session session = driver.session()) {
            List<Record> rows = session.run(Statements.read("trace/again"), Map.of("trace", id))
                    .list();
            if (rows.isEmpty()) {
                throw new TraceException("the trace that this is compared with was deleted; ask for it again");
            }
            Value trace = rows.get(0).get("trace");
            return new Baseline(
                    id,
                    new Question(
                            trace.get("targetPosition").asInt(),
                            AnswerTokens.targets(trace),
                            AnswerTokens.distractors(trace)),
                    trace.get("metricValue").asDouble());
        }
    }
}
