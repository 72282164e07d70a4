package io.headstream.ingest.jobs;

import io.headstream.cypher.Statements;
import io.headstream.ingest.changes.Baseline;
import io.headstream.ingest.changes.Baselines;
import io.headstream.ingest.changes.KeptInterventions;
import io.headstream.ingest.changes.SweepRun;
import io.headstream.ingest.graph.DiskSpace;
import io.headstream.ingest.graph.GraphState;
import io.headstream.ingest.graph.ModelCompletion;
import io.headstream.ingest.graph.TraceHeader;
import io.headstream.ingest.graph.TraceWriter;
import io.headstream.ingest.jobs.prepare.GenerationSteps;
import io.headstream.ingest.jobs.prepare.JobPreparation;
import io.headstream.ingest.jobs.prepare.PreparedPrompt;
import io.headstream.ingest.models.ModelShelf;
import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.load.LoadedModel;
import io.headstream.tracer.trace.Progress;
import io.headstream.tracer.trace.Trace;
import io.headstream.tracer.trace.Tracer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/** Makes a prompt's trace: a pass, its decomposition, and one transaction. */
@ApplicationScoped
public class JobRunner {
    // where each stage begins, in hundredths of a prompt
    private static final int DECOMPOSITION = 20;
    private static final int PROJECTION = 40;
    private static final int WRITING = 75;
    static final int END = 100;

    private final GraphState graph;
    private final ModelShelf models;
    private final ModelCompletion modelCompletion;
    private final TraceWriter traceWriter;
    private final DiskSpace disk;
    private final Driver driver;
    private final Baselines baselines;
    private final SweepRun sweeps;

    public JobRunner(
            GraphState graph,
            ModelShelf models,
            ModelCompletion modelCompletion,
            TraceWriter traceWriter,
            DiskSpace disk,
            Driver driver,
            Baselines baselines,
            SweepRun sweeps) {
        this.graph = graph;
        this.models = models;
        this.modelCompletion = modelCompletion;
        this.traceWriter = traceWriter;
        this.disk = disk;
        this.driver = driver;
        this.baselines = baselines;
        this.sweeps = sweeps;
    }

    /**
     * Makes the trace of the job's next prompt, unless the graph has it: a process may end between the graph's commit and the job's record of it. Or
     * sweeps it.
     */
    void run(Job job, JobPreparation.Prepared prepared) throws InterruptedException {
        int number = job.steps().next();
        String id = JobSteps.trace(job.id(), number);
        job.at("loading model", END * number);
        graph.await(job::stopIfCancelled);
        PreparedPrompt prompt = prepared.prompts().get(number);
        UnaryOperator<JobState> outcome;
        try (ModelShelf.Loan loan = models.lend(prepared.folder(), job::stopIfCancelled)) {
            job.stopIfCancelled();
            job.opened();
            if (prompt.role() == PreparedPrompt.Role.SWEEP) {
                sweep(job, id, prompt, loan.model());
                outcome = state -> state;
            } else if (prompt.step().isEmpty()) {
                outcome = traced(job, id, prepared, prompt, Optional.empty(), loan.model());
            } else {
                Optional<GenerationSteps.Made> made = generated(job, prompt, loan.model());
                outcome = made.isEmpty()
                        ? state -> state
                        : traced(job, id, prepared, prompt.made(made.get()), made, loan.model());
            }
        }
        job.pass(outcome);
    }

    private static Optional<GenerationSteps.Made> generated(Job job, PreparedPrompt prompt, LoadedModel model) {
        int start = END * job.steps().next();
        GenerationSteps.Step step = prompt.step().orElseThrow();
        return step
                .of()
                .made(step, prompt.text(), prompt.request(), model, done -> job.at("generating", start))
                .stream()
                .findFirst();
    }

    private UnaryOperator<JobState> traced(
            Job job,
            String id,
            JobPreparation.Prepared prepared,
            PreparedPrompt prompt,
            Optional<GenerationSteps.Made> step,
            LoadedModel model) {
        String made = there(id, prompt, model).orElse(id);
        if (made.equals(id) && !exists(id)) {
            trace(job, id, prepared, prompt, step, model);
        }
        return state -> state.with(made);
    }

    // what a changed pass or a sweep is compared with need not be traced again
    private Optional<String> there(String id, PreparedPrompt prompt, LoadedModel model) {
        return prompt.role() == PreparedPrompt.Role.BASELINE && !exists(id)
                ? baselines.find(model.fingerprint().id(), prompt.text(), prompt.request())
                : Optional.empty();
    }

    // the trace before it
    private Baseline baseline(Job job) {
        JobState state = job.state();
        int before = job.steps().next() - 1;
        if (state.traces().isEmpty() || state.failures().stream().anyMatch(failure -> failure.prompt() == before)) {
            throw new TraceException("the trace that this is compared with could not be made");
        }
        return baselines.get(state.traces().get(state.traces().size() - 1));
    }

    private void sweep(Job job, String id, PreparedPrompt prompt, LoadedModel model) {
        Baseline baseline = baseline(job);
        int start = END * job.steps().next();
        sweeps.run(
                id,
                baseline,
                model,
                prompt.sweep().orElseThrow(),
                (done, of) -> job.at("sweep", start + (int) (END * done / Math.max(1, of))));
    }

    private boolean exists(String trace) {
        try (Session session = driver.session()) {
            return session.run(Statements.read("trace/exists"), Map.of("trace", trace))
                    .single()
                    .get("found")
                    .asBoolean();
        }
    }

    private void trace(
            Job job,
            String id,
            JobPreparation.Prepared prepared,
            PreparedPrompt prompt,
            Optional<GenerationSteps.Made> step,
            LoadedModel model) {
        disk.require();
        int number = job.steps().next();
        int start = END * number;
        Optional<Baseline> baseline =
                prompt.role() == PreparedPrompt.Role.CHANGED ? Optional.of(baseline(job)) : Optional.empty();
        Instant started = Instant.now();
        Trace trace = new Tracer(model)
                .trace(
                        prompt.request().asking(baseline.map(Baseline::question)),
                        (stage, done, total) -> step(job, stage.label(), start, stage, done, total));
        TraceHeader header = new TraceHeader(
                id,
                model.fingerprint().id(),
                model.name(),
                prompt.text(),
                model.vocabulary().spelling(trace.question().targets()),
                trace.question().distractors().isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                model.vocabulary().spelling(trace.question().distractors())),
                trace.proposed().stream().mapToObj(model.vocabulary()::spelling).findFirst(),
                prepared.tags(),
                prompt.notes(),
                started,
                baseline.map(to -> new TraceHeader.Link(
                        to.id(),
                        prompt.interventions(),
                        KeptInterventions.rows(prompt.request().interventions()))),
                step.filter(made -> prompt.role() != PreparedPrompt.Role.BASELINE)
                        .map(made -> new TraceHeader.Step(
                                JobSteps.generation(job.id(), made.prompt()),
                                made.number(),
                                made.text(),
                                made.tokens(),
                                made.sampling())));
        List<String> texts =
                trace.tokens().stream().map(model.vocabulary()::spelling).toList();
        job.at("writing", start + WRITING);
        disk.require();
        boolean restFollows = modelCompletion.before(model, trace);
        traceWriter.write(
                trace,
                header,
                texts,
                done -> job.at("writing", start + WRITING + (END - WRITING) * done / TraceWriter.STEPS));
        if (restFollows) {
            modelCompletion.after(model);
        }
    }

    private static void step(Job job, String label, int start, Progress.Stage stage, int done, int total) {
        int from =
                switch (stage) {
                    case FORWARD_PASS -> 0;
                    case DECOMPOSITION -> DECOMPOSITION;
                    case PROJECTION -> PROJECTION;
                };
        int to =
                switch (stage) {
                    case FORWARD_PASS -> DECOMPOSITION;
                    case DECOMPOSITION -> PROJECTION;
                    case PROJECTION -> WRITING;
                };
        job.at(label, start + from + (to - from) * done / total);
    }
}
