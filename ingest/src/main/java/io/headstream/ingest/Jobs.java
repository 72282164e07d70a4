package io.headstream.ingest;

import io.headstream.ingest.hub.HubId;
import io.headstream.tracer.TraceException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * The jobs of this process. Traces are made one at a time in the order they came: the engine uses every core for one pass. So are models' weights read. Models are pulled
 * beside that, one at a time too.
 */
@ApplicationScoped
public class Jobs {
    private static final Logger LOG = Logger.getLogger(Jobs.class);
    private static final int REMEMBERED = 1_000;

    private final JobPreparation preparation;
    private final JobRunner runner;
    private final PullRunner puller;
    private final IndexRunner indexer;
    private final ModelShelf shelf;
    private final ExecutorService queue = oneThread("headstream-jobs");
    private final ExecutorService pulls = oneThread("headstream-pulls");
    private final Map<String, Job> jobs = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Job> eldest) {
            return size() > REMEMBERED && eldest.getValue().state().phase().isFinal();
        }
    });

    public Jobs(
            JobPreparation preparation, JobRunner runner, PullRunner puller, IndexRunner indexer, ModelShelf shelf) {
        this.indexer = indexer;
        this.shelf = shelf;
        this.preparation = preparation;
        this.runner = runner;
        this.puller = puller;
    }

    private static ExecutorService oneThread(String name) {
        return Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** @throws TraceException where the request cannot be traced */
    public JobState submit(JobRequest request) {
        JobPreparation.Prepared prepared = preparation.prepare(request);
        JobState state = JobState.queued(
                UUID.randomUUID().toString(),
                JobState.Kind.trace,
                100L * prepared.prompts().size(),
                prepared.prompts().get(0).notes(),
                request);
        return accept(new Job(state, job -> runner.run(job, prepared)), queue);
    }

    /** Pulls a model from the hub; a pull of the same one that has not ended is shared. */
    public JobState pull(HubId id) {
        ModelRequest request = new ModelRequest(id.toString());
        return shared(request, () -> {
            JobState state = JobState.queued(UUID.randomUUID().toString(), JobState.Kind.pull, 0, List.of(), request);
            return accept(new Job(state, job -> puller.run(job, id)), pulls);
        });
    }

    /**
     * Reads a model's weights; a reading of the same one that has not ended is shared.
     *
     * @throws TraceException where there is no such model
     */
    public JobState index(String model) {
        Path folder = shelf.find(Optional.of(model));
        IndexRequest request = new IndexRequest(shelf.nameOf(folder));
        return shared(request, () -> {
            JobState state = JobState.queued(UUID.randomUUID().toString(), JobState.Kind.index, 0, List.of(), request);
            return accept(new Job(state, job -> indexer.run(job, folder)), queue);
        });
    }

    private JobState shared(JobSubject request, Supplier<JobState> begin) {
        synchronized (jobs) {
            return list().stream()
                    .filter(state -> !state.phase().isFinal() && state.request().equals(request))
                    .findFirst()
                    .orElseGet(begin);
        }
    }

    private JobState accept(Job job, ExecutorService thread) {
        JobState accepted = job.state();
        jobs.put(accepted.id(), job);
        thread.execute(() -> run(job));
        return accepted;
    }

    private void run(Job job) {
        if (job.state().phase().isFinal()) {
            return;
        }
        try {
            job.run();
            job.change(state -> state.to(JobState.Phase.done));
        } catch (CancellationException e) {
            job.change(state -> state.to(JobState.Phase.cancelled));
        } catch (TraceException e) {
            job.change(state -> state.failed(String.valueOf(e.getMessage())));
        } catch (Neo4jException e) {
            LOG.error("A job could not write to the graph", e);
            job.change(state -> state.failed("Neo4j refused it, and nothing of it was kept: " + e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            job.change(state -> state.failed("the server was stopped"));
        } catch (OutOfMemoryError e) {
            job.change(state -> state.failed(
                    "out of memory; trace a shorter prompt or a lower detail, or give Java more (HEADSTREAM_HEAP)"));
        } catch (RuntimeException | LinkageError e) {
            LOG.error("A job failed", e);
            job.change(state -> state.failed(
                    "an error of Headstream's own, " + e.getClass().getSimpleName() + "; its log has the details"));
        }
    }

    Optional<Job> find(String id) {
        return Optional.ofNullable(jobs.get(id));
    }

    /** Newest first. */
    public List<JobState> list() {
        List<JobState> states = new ArrayList<>();
        synchronized (jobs) {
            jobs.values().forEach(job -> states.add(0, job.state()));
        }
        return states;
    }

    @PreDestroy
    void close() {
        queue.shutdownNow();
        pulls.shutdownNow();
    }
}
