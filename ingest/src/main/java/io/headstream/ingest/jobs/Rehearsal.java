package io.headstream.ingest.jobs;

import io.headstream.ingest.graph.GraphState;
import io.headstream.ingest.graph.ModelCompletion;
import io.headstream.ingest.graph.TraceHeader;
import io.headstream.ingest.graph.TraceWriter;
import io.headstream.ingest.models.ModelShelf;
import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.family.ModelLoader;
import io.headstream.tracer.load.LoadedModel;
import io.headstream.tracer.model.Architecture;
import io.headstream.tracer.trace.Trace;
import io.headstream.tracer.trace.TraceRequest;
import io.headstream.tracer.trace.Tracer;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * A pass of the default model, where it is small, soon after the start, and its trace in a transaction that is taken back. Most of what a first trace takes is what no
 * process has done before it: the engine's library is loaded, code compiled, statements planned (docs/decisions/how-the-jvm-is-run.md). It ends where
 * a job comes.
 */
@ApplicationScoped
public class Rehearsal {
    static final String TRACE = "rehearsal";

    private static final Logger LOG = Logger.getLogger(Rehearsal.class);
    private static final Duration PAGE_FIRST = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final String PROMPT = "When Mary and John went to the store, John gave a drink to";

    private final boolean wanted;
    private final GraphState graph;
    private final ModelShelf models;
    private final TraceWriter writer;
    private final Jobs jobs;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = new Thread(this::start, "headstream-rehearsal");

    public Rehearsal(
            @ConfigProperty(name = "headstream.rehearsal") boolean wanted,
            GraphState graph,
            ModelShelf models,
            TraceWriter writer,
            Jobs jobs) {
        this.wanted = wanted;
        this.graph = graph;
        this.models = models;
        this.writer = writer;
        this.jobs = jobs;
        thread.setDaemon(true);
    }

    void start(@Observes StartupEvent event) {
        if (wanted) {
            thread.start();
        }
    }

    void end(@Observes ShutdownDelayInitiatedEvent event) {
        stopping.countDown();
    }

    // before the database is closed
    void end(@Observes ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        thread.join(PATIENCE.toMillis());
    }

    private void start() {
        try {
            graph.await();
            if (!stopping.await(PAGE_FIRST.toMillis(), TimeUnit.MILLISECONDS) && isSmall()) {
                run(this::isDisturbed);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TraceException | Neo4jException e) { // who traces is told of it
            LOG.debugf("Nothing was rehearsed: %s", e.getMessage());
        } catch (RuntimeException e) {
            if (stopping.getCount() > 0) { // otherwise what it needs is gone already
                throw e;
            }
        }
    }

    // a large one fills the memory with weights that nobody has asked for
    private boolean isSmall() {
        Architecture model = ModelLoader.describe(models.find(Optional.empty()));
        return ModelCompletion.isSmall(model.vocabulary(), model);
    }

    private boolean isDisturbed() {
        return stopping.getCount() == 0
                || jobs.list().stream().anyMatch(job -> !job.phase().isFinal());
    }

    /**
     * Does it now.
     *
     * @param disturbed asked between all steps; where it is so, nothing more is done
     * @return whether it came to its end
     */
    boolean run(BooleanSupplier disturbed) throws InterruptedException {
        Runnable go = () -> {
            if (disturbed.getAsBoolean()) {
                throw new CancellationException();
            }
        };
        try {
            go.run();
            Passed passed = pass(go);
            writer.rehearse(passed.trace(), passed.header(), passed.texts(), step -> go.run());
            return true;
        } catch (CancellationException e) {
            return false;
        }
    }

    private record Passed(Trace trace, TraceHeader header, List<String> texts) {}

    private Passed pass(Runnable go) throws InterruptedException {
        try (ModelShelf.Loan loan = models.lend(models.find(Optional.empty()), go)) {
            LoadedModel model = loan.model();
            TraceRequest request = TraceRequest.of(model.vocabulary().encode(PROMPT));
            Trace trace = new Tracer(model).trace(request, (stage, done, total) -> go.run());
            return new Passed(
                    trace,
                    new TraceHeader(
                            TRACE,
                            model.fingerprint().id(),
                            model.name(),
                            PROMPT,
                            model.vocabulary().spelling(trace.question().targets()),
                            Optional.empty(),
                            Optional.empty(),
                            List.of(),
                            List.of(),
                            Instant.now(),
                            Optional.empty(),
                            Optional.empty()),
                    trace.tokens().stream().map(model.vocabulary()::spelling).toList());
        }
    }
}
