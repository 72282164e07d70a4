package io.headstream.ingest.computed;

import io.headstream.cypher.Statements;
import io.headstream.ingest.body.Turns;
import io.headstream.ingest.models.ModelShelf;
import io.headstream.schema.ComponentName;
import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.load.LoadedModel;
import io.headstream.tracer.score.ScoreSplit;
import io.headstream.tracer.tokenizer.Vocabulary;
import io.headstream.tracer.trace.BlockAt;
import io.headstream.tracer.trace.Pass;
import io.headstream.tracer.trace.Progress;
import io.headstream.tracer.trace.Tracer;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;

/** Blocks of stored traces, computed from their prompts by the models that made them. */
@ApplicationScoped
public class ComputedBlocks {
    private static final Duration PATIENCE = Duration.ofSeconds(60); // while a prompt is traced
    private static final Duration KEPT = Duration.ofMinutes(5); // a pass that nobody asks for

    private final ModelShelf models;
    private final Driver driver;
    private final Vertx vertx;
    private final OpenPass open = new OpenPass(); // used by whoever has a loan
    private long timer = -1; // of whoever has a loan, too

    public ComputedBlocks(ModelShelf models, Driver driver, Vertx vertx) {
        this.models = models;
        this.driver = driver;
        this.vertx = vertx;
    }

    /** There is no such trace. */
    public static final class NoTraceException extends RuntimeException {
        NoTraceException(String id) {
            super("there is no trace '" + id + "'; GET /api/traces lists those there are");
        }
    }

    /** What a trace does not keep cannot be computed here and now. */
    public static final class NotComputableException extends RuntimeException {
        NotComputableException(String message) {
            super(message);
        }
    }

    /** What is wanted of a pass. */
    @FunctionalInterface
    public interface Question {
        /** @param token whose rank and probability are wanted */
        BlockAt ask(Pass pass, int token, Progress progress);
    }

    /**
     * A block of a trace's pass, or what the question takes of it.
     *
     * @param token text of the one whose rank and probability are wanted; the trace's target where absent
     * @param there run again and again; throws where nobody waits any more
     * @throws TraceException where there is no such token, or the question says so
     */
    public ComputedBlock of(String trace, @Nullable String token, Question question, Runnable there)
            throws InterruptedException {
        return lent(trace, there, (traced, vocabulary, pass, progress) -> {
            int asked = token == null
                    ? traced.target()
                    : vocabulary.token("token", token).id();
            BlockAt block = question.ask(pass, asked, progress);
            return ComputedBlock.of(trace, block, stored(trace, block), vocabulary);
        });
    }

    /**
     * One attention score of a trace's pass, in parts.
     *
     * @param there run again and again; throws where nobody waits any more
     * @throws TraceException where the model has no such head, or the query cannot see the key
     */
    public ComputedScore score(String trace, ComponentName head, ScoreSplit.Question asked, Runnable there)
            throws InterruptedException {
        return lent(
                trace,
                there,
                (traced, vocabulary, pass, progress) -> ComputedScore.of(trace, pass.score(head, asked, progress)));
    }

    @FunctionalInterface
    private interface Asked<T> {
        T of(TracedPass traced, Vocabulary vocabulary, Pass pass, Progress progress);
    }

    private <T> T lent(String trace, Runnable there, Asked<T> asked) throws InterruptedException {
        TracedPass traced = traced(trace);
        Instant end = Instant.now().plus(PATIENCE);
        Runnable waiting = () -> {
            there.run();
            if (Instant.now().isAfter(end)) {
                throw new Turns.BusyException(
                        "a prompt is being traced, and blocks are computed in between; try again in a moment");
            }
        };
        Progress progress = (stage, done, total) -> there.run();
        try (ModelShelf.Loan loan = models.lend(folder(traced), waiting)) {
            LoadedModel model = loan.model();
            if (!model.fingerprint().id().equals(traced.model())) {
                throw notAtHand(traced, "a model of that name is here, with other weights");
            }
            Vocabulary vocabulary = model.vocabulary();
            Pass pass = open.of(trace, model, () -> new Tracer(model).open(traced.request(vocabulary), progress));
            closeLater();
            return asked.of(traced, vocabulary, pass, progress);
        }
    }

    private Path folder(TracedPass traced) {
        Optional<Path> loaded = models.loaded().values().stream()
                .filter(model -> model.fingerprint().id().equals(traced.model()))
                .map(LoadedModel::folder)
                .findFirst();
        try {
            return loaded.orElseGet(() -> models.find(Optional.of(traced.modelName())));
        } catch (TraceException e) {
            throw notAtHand(traced, "no model of that name is here");
        }
    }

    private static NotComputableException notAtHand(TracedPass traced, String why) {
        return new NotComputableException("what the trace does not keep is computed by its model, '"
                + traced.modelName() + "', and " + why
                + ". Put its folder under HEADSTREAM_MODELS, or add it with POST /api/models");
    }

    private TracedPass traced(String trace) {
        try (Session session = driver.session()) {
            List<Record> rows = session.run(Statements.read("trace/again"), Map.of("trace", trace))
                    .list();
            if (rows.isEmpty()) {
                throw new NoTraceException(trace);
            }
            return TracedPass.of(trace, rows.get(0));
        }
    }

    private Set<String> stored(String trace, BlockAt block) {
        List<String> ids = block.activations().stream()
                .map(activation -> activation.place().toString())
                .toList();
        try (Session session = driver.session()) {
            return session.run(Statements.read("trace/keeps"), Map.of("trace", trace, "nodes", ids)).stream()
                    .map(row -> row.get("node").asString())
                    .collect(Collectors.toSet());
        }
    }

    // by whoever has a loan: nobody else looks at the pass
    private void closeLater() {
        vertx.cancelTimer(timer);
        timer = vertx.setTimer(
                KEPT.toMillis(),
                at -> vertx.executeBlocking(() -> {
                    ReentrantLock lock = models.between();
                    try {
                        if (at == timer) {
                            open.close();
                        }
                    } finally {
                        lock.unlock();
                    }
                    return null;
                }));
    }
}
