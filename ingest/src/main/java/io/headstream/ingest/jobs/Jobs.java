package io.headstream.ingest.jobs;

import io.headstream.access.turns.Processors;
import io.headstream.ingest.hub.HubId;
import io.headstream.ingest.jobs.prepare.JobPreparation;
import io.headstream.ingest.jobs.request.IndexRequest;
import io.headstream.ingest.jobs.request.JobRequest;
import io.headstream.ingest.jobs.request.JobSubject;
import io.headstream.ingest.jobs.request.ModelRequest;
import io.headstream.ingest.models.ModelShelf;
import io.headstream.ingest.store.DurableFolder;
import io.headstream.tracer.error.TraceException;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The jobs of this server, which outlive it (docs/jobs.md). Traces are made one at a time, the callers in turn: the engine uses every core for
 * one pass. So are models' weights read. Models are pulled beside that, one at a time too.
 */
@ApplicationScoped
public class Jobs {
    private static final Logger LOG = Logger.getLogger(Jobs.class);
    private static final Duration PATIENCE = Duration.ofSeconds(6);
    private static final int EARLY = 1;

    private final JobPreparation preparation;
    private final JobRunner runner;
    private final PullRunner puller;
    private final IndexRunner indexer;
    private final CircuitRunner circuits;
    private final ModelShelf shelf;
    private final QueueLimits limits;
    private final Path folder;
    private final Lane traces;
    private final Lane pulls = new Lane("headstream-pulls", () -> () -> {});
    private @Nullable JobStore store;
    private @Nullable JobRegister register;

    public Jobs(
            JobPreparation preparation,
            JobRunner runner,
            PullRunner puller,
            IndexRunner indexer,
            CircuitRunner circuits,
            ModelShelf shelf,
            QueueLimits limits,
            Processors processors,
            @ConfigProperty(name = "headstream.data") String data) {
        this.preparation = preparation;
        this.runner = runner;
        this.puller = puller;
        this.indexer = indexer;
        this.circuits = circuits;
        this.shelf = shelf;
        this.limits = limits;
        this.traces = new Lane("headstream-jobs", processors::trace);
        this.folder = Path.of(data).toAbsolutePath().normalize().resolve("jobs");
    }

    /** Takes up the jobs of the last process. */
    void start(@Observes @Priority(EARLY) StartupEvent event) {
        open();
    }

    void open() {
        try {
            JobStore opened = JobStore.open(folder);
            store = opened;
            JobRegister known = new JobRegister(opened);
            register = known;
            opened.load()
                    .forEach(found -> known.enter(new Job(
                            opened,
                            found.state(),
                            found.steps(),
                            found.caller(),
                            found.size(),
                            work(found.state().request()))));
        } catch (DurableFolder.InUseException e) {
            throw new ConfigurationException("the jobs in '" + folder
                    + "' are in use by another Headstream. Stop it, or set HEADSTREAM_DATA to another folder");
        } catch (IOException e) {
            throw new ConfigurationException("jobs cannot be kept in '" + folder + "': " + e.getMessage()
                    + ". Set HEADSTREAM_DATA to a folder that can be written");
        }
        begin(known());
    }

    private void begin(JobRegister known) {
        List<Job> waiting =
                known.oldestFirst().stream().filter(job -> !job.isOver()).toList();
        for (Lane lane : List.of(traces, pulls)) {
            lane.start(waiting.stream().filter(job -> lane(job) == lane).toList());
        }
        if (!waiting.isEmpty()) {
            LOG.infof("Jobs of the last run go on: %d", waiting.size());
        }
    }

    private Job.Work work(JobSubject subject) {
        if (subject instanceof JobRequest request) {
            if (request.circuit() != null) {
                return circuits.work(request);
            }
            return new TraceWork(request, Optional.empty(), preparation, runner);
        }
        if (subject instanceof IndexRequest request) {
            return indexer.work(request);
        }
        return pull((ModelRequest) subject);
    }

    private Job.Work pull(ModelRequest request) {
        Optional<HubId> id = Optional.ofNullable(request.source()).flatMap(HubId::parse);
        return id.map(puller::work).orElse(job -> {
            throw new TraceException("'" + request.source() + "' is no id on the hub");
        });
    }

    private Lane lane(Job job) {
        return job.state().kind() == JobState.Kind.pull ? pulls : traces;
    }

    /**
     * Accepts prompts, or a circuit that is to be found; when this returns, they will be traced even if the process ends.
     *
     * @throws TraceException where the request cannot be traced
     */
    public JobState submit(JobRequest request, String caller) {
        if (request.circuit() != null) {
            circuits.check(request);
            return accept(fresh(JobState.Kind.circuit, JobRunner.END, request), caller, circuits.work(request));
        }
        JobPreparation.Prepared prepared = preparation.prepare(request);
        circuits.check(prepared);
        JobState state = JobState.queued(
                UUID.randomUUID().toString(),
                JobState.Kind.trace,
                (long) JobRunner.END * prepared.prompts().size(),
                prepared.notes(),
                request);
        return accept(state, caller, new TraceWork(request, Optional.of(prepared), preparation, runner));
    }

    /** Pulls a model from the hub; a pull of the same one that has not ended is shared. */
    public JobState pull(HubId id, String caller) {
        ModelRequest request = new ModelRequest(id.toString());
        return shared(request, () -> accept(fresh(JobState.Kind.pull, 0, request), caller, puller.work(id)));
    }

    /**
     * Reads a model's weights; a reading of the same one that has not ended is shared.
     *
     * @throws TraceException where there is no such model
     */
    public JobState index(String model, String caller) {
        IndexRequest request = new IndexRequest(shelf.nameOf(shelf.find(Optional.of(model))));
        return shared(request, () -> accept(fresh(JobState.Kind.index, 0, request), caller, indexer.work(request)));
    }

    private static JobState fresh(JobState.Kind kind, long total, JobSubject request) {
        return JobState.queued(UUID.randomUUID().toString(), kind, total, List.of(), request);
    }

    private synchronized JobState shared(JobSubject request, Supplier<JobState> begin) {
        return list().stream()
                .filter(state -> !state.phase().isFinal() && state.request().equals(request))
                .findFirst()
                .orElseGet(begin);
    }

    private synchronized JobState accept(JobState state, String caller, Job.Work work) {
        Lane lane = state.kind() == JobState.Kind.pull ? pulls : traces;
        int turns = Math.max(1, (int) (state.total() / JobRunner.END));
        limits.require(turns, lane.waiting(caller), known().waitingBytes(), lane.seconds());
        Job job = known().add(state, caller, work);
        lane.add(job);
        return job.state();
    }

    public Optional<Job> find(String id) {
        return known().find(id);
    }

    /** Newest first. */
    public List<JobState> list() {
        return known().newestFirst().stream().map(Job::state).toList();
    }

    /** Cancels a job; when this returns, it stays so even if the process ends. */
    public JobState cancel(Job job) {
        try {
            job.cancel();
        } catch (IOException e) {
            throw JobRegister.notKept("the job is cancelled, but would go on after a restart", e);
        }
        if (job.isOver()) {
            lane(job).remove(job);
        }
        return job.state();
    }

    private JobRegister known() {
        return Objects.requireNonNull(register, "the jobs are not open");
    }

    // while those who watch are still connected: ShutdownEvent comes after the server has closed
    void handBack(@Observes ShutdownDelayInitiatedEvent event) {
        handBack();
    }

    private void handBack() {
        traces.close();
        pulls.close();
        JobRegister open = register;
        if (open != null) {
            open.oldestFirst().forEach(Job::handBack);
        }
    }

    // before the database is closed
    void stop(@Observes ShutdownEvent event) {
        close();
    }

    void close() {
        handBack();
        try {
            traces.await(PATIENCE);
            pulls.await(Duration.ofSeconds(1));
            JobStore opened = store;
            if (opened != null) {
                opened.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.warnf("The folder of jobs was not closed: %s", e.getMessage());
        }
    }
}
