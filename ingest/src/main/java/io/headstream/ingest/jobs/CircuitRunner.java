package io.headstream.ingest.jobs;

import io.headstream.ingest.changes.EdgeSweep;
import io.headstream.ingest.circuits.CircuitReading;
import io.headstream.ingest.circuits.CircuitWriter;
import io.headstream.ingest.circuits.SavedCircuits;
import io.headstream.ingest.graph.DiskSpace;
import io.headstream.ingest.graph.GraphState;
import io.headstream.ingest.graph.ModelWriter;
import io.headstream.ingest.jobs.prepare.JobPreparation;
import io.headstream.ingest.jobs.prepare.PreparedPrompt;
import io.headstream.ingest.jobs.request.CircuitAsked;
import io.headstream.ingest.jobs.request.JobRequest;
import io.headstream.ingest.models.ModelReading;
import io.headstream.ingest.models.ModelShelf;
import io.headstream.tracer.circuit.CircuitProgress;
import io.headstream.tracer.circuit.CircuitSearch;
import io.headstream.tracer.circuit.FoundCircuit;
import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.load.LoadedModel;
import io.headstream.tracer.tokenizer.Bos;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Finds a circuit, in one step: the search as a whole is one job's turn. */
@ApplicationScoped
public class CircuitRunner {
    private static final int[] BEGINNINGS = {0, 30, 45, 85, JobRunner.END
    }; // of each stage, in hundredths; of none behind the last

    private static final Set<String> USED = Set.of("model", "bos", "circuit");

    private final GraphState graph;
    private final ModelShelf models;
    private final ModelWriter modelWriter;
    private final CircuitWriter writer;
    private final SavedCircuits saved;
    private final DiskSpace disk;

    public CircuitRunner(
            GraphState graph,
            ModelShelf models,
            ModelWriter modelWriter,
            CircuitWriter writer,
            SavedCircuits saved,
            DiskSpace disk) {
        this.graph = graph;
        this.models = models;
        this.modelWriter = modelWriter;
        this.writer = writer;
        this.saved = saved;
        this.disk = disk;
    }

    /** @throws TraceException naming what is wrong with it, and what is right */
    void check(JobRequest job) {
        List<String> unused =
                job.given().stream().filter(member -> !USED.contains(member)).toList();
        if (!unused.isEmpty()) {
            throw new TraceException(
                    "a circuit is found from the prompts in it, each with its target, and takes nothing of "
                            + String.join(", ", unused) + "; leave out what is asked of single prompts");
        }
        read(job);
    }

    /**
     * Whether the circuits whose edges are to be cut can be asked that.
     *
     * @throws TraceException naming what is wrong with it, and what is right
     */
    void check(JobPreparation.Prepared prepared) {
        for (PreparedPrompt prompt : prepared.prompts()) {
            prompt.sweep()
                    .filter(EdgeSweep.class::isInstance)
                    .map(EdgeSweep.class::cast)
                    .ifPresent(sweep -> sweep.check(
                            saved.find(sweep.circuit(), models.nameOf(prepared.folder())), prompt.request()));
        }
    }

    private CircuitReading.Read read(JobRequest job) {
        CircuitAsked asked = Objects.requireNonNull(job.circuit());
        try (ModelReading model = models.read(folder(job))) {
            return new CircuitReading(model.vocabulary(), model.architecture(), Bos.named(job.bos())).read(asked);
        }
    }

    private Path folder(JobRequest job) {
        return models.find(Optional.ofNullable(job.model()));
    }

    Job.Work work(JobRequest request) {
        return job -> step(job, request);
    }

    private boolean step(Job job, JobRequest request) throws InterruptedException {
        job.begin();
        job.at("loading model", 0);
        CircuitReading.Read asked = read(request);
        graph.await(job::stopIfCancelled);
        try (ModelShelf.Loan loan = models.lend(folder(request), job::stopIfCancelled)) {
            job.stopIfCancelled();
            job.opened();
            LoadedModel model = loan.model();
            Instant started = Instant.now();
            FoundCircuit found = new CircuitSearch(
                            model.transformer(),
                            asked.request(),
                            (stage, done, of) -> job.at(stage.label(), done(stage, done, of)))
                    .run();
            disk.require();
            writer.write(job.id(), modelWriter.write(model), asked, found, started);
            job.pass(state -> state.at("writing", JobRunner.END).bringing(model.name()));
        }
        return false;
    }

    private static int done(CircuitProgress.Stage stage, int done, int of) {
        int from = BEGINNINGS[stage.ordinal()];
        int to = BEGINNINGS[stage.ordinal() + 1];
        return from + (to - from) * Math.min(done, of) / Math.max(1, of);
    }
}
