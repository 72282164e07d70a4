package io.headstream.ingest.graph;

import io.headstream.access.turns.Processors;
import io.headstream.tracer.load.LoadedModel;
import io.headstream.tracer.model.Architecture;
import io.headstream.tracer.trace.Trace;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * Sees to it that a trace finds its model in the graph. A small model is written before its first trace; of a large one what the trace
 * names, and the rest behind it, for its tokens and neurons take several times what the trace does. The rest gives way to the traces that come
 * next, a while before each of its transactions. What was cut off is made up for at the model's next trace.
 */
@ApplicationScoped
public class ModelCompletion {
    private static final Logger LOG = Logger.getLogger(ModelCompletion.class);
    private static final int SMALL = 20_000; // tokens and neurons: a second or two
    private static final int PATIENCE_SECONDS = 5;
    private static final Duration WAY = Duration.ofSeconds(10); // given before each transaction, some twenty of a model
    private static final Duration LOOK = Duration.ofMillis(50);

    private final ModelWriter writer;
    private final Processors processors;
    private final Set<String> coming = ConcurrentHashMap.newKeySet();
    private final ExecutorService behind = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "headstream-model-writer");
        thread.setDaemon(true);
        return thread;
    });

    public ModelCompletion(ModelWriter writer, Processors processors) {
        this.writer = writer;
        this.processors = processors;
    }

    /**
     * Before the trace is written: the graph then has all that it names of its model.
     *
     * @return whether the rest is to follow it
     */
    public boolean before(LoadedModel model, Trace trace) {
        if (isSmall(model)) {
            writer.write(model);
            return false;
        }
        if (writer.has(model.fingerprint().id())) {
            return false;
        }
        writer.name(model, trace);
        return true;
    }

    /** After the trace is written: the rest of its model follows on another thread, which needs the model no more. */
    public void after(LoadedModel model) {
        String id = model.fingerprint().id();
        if (coming.add(id)) {
            ModelRows rows = ModelRows.of(model);
            behind.execute(() -> complete(rows));
        }
    }

    private void complete(ModelRows rows) {
        try {
            writer.write(rows, this::giveWay);
        } catch (CancellationException e) {
            LOG.debugf("model %s stays partial until its next trace", rows.id());
        } catch (Neo4jException | IllegalStateException e) { // the latter of a driver that was closed meanwhile
            if (behind.isShutdown()) {
                LOG.infof("model %s stays partial until its next trace: ended while it was written", rows.id());
            } else {
                LOG.warnf("model %s stays partial until its next trace: %s", rows.id(), e.getMessage());
            }
        } finally {
            coming.remove(rows.id());
        }
    }

    private void giveWay() {
        long begun = System.nanoTime();
        stopIfClosed();
        while (processors.tracing() && System.nanoTime() - begun < WAY.toNanos()) {
            try {
                Thread.sleep(LOOK.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException();
            }
            stopIfClosed();
        }
    }

    private void stopIfClosed() {
        if (behind.isShutdown()) {
            throw new CancellationException();
        }
    }

    private static boolean isSmall(LoadedModel model) {
        return isSmall(model.vocabulary().size(), model.architecture());
    }

    /** Whether a model with so many tokens is loaded and written in a second or two. */
    public static boolean isSmall(int tokens, Architecture architecture) {
        return tokens + architecture.layers() * architecture.dMlp() <= SMALL;
    }

    @PreDestroy
    void close() throws InterruptedException {
        behind.shutdown();
        if (!behind.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            behind.shutdownNow();
        }
    }
}
