package io.headstream.ingest;

import io.headstream.tracer.LoadedModel;
import io.headstream.tracer.trace.Progress;
import io.headstream.tracer.trace.Trace;
import io.headstream.tracer.trace.TraceRequest;
import io.headstream.tracer.trace.Tracer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Runs a job: for each prompt a pass, its decomposition, and one transaction. */
@ApplicationScoped
public class JobRunner {
    // where each stage begins, in hundredths of a prompt
    private static final int DECOMPOSITION = 10;
    private static final int WRITING = 60;
    private static final int END = 100;

    private final GraphState graph;
    private final ModelShelf models;
    private final ModelWriter modelWriter;
    private final TraceWriter traceWriter;
    private final DiskSpace disk;

    public JobRunner(
            GraphState graph, ModelShelf models, ModelWriter modelWriter, TraceWriter traceWriter, DiskSpace disk) {
        this.graph = graph;
        this.models = models;
        this.modelWriter = modelWriter;
        this.traceWriter = traceWriter;
        this.disk = disk;
    }

    void run(Job job, JobPreparation.Prepared prepared) throws InterruptedException {
        job.change(state -> state.at("loading model", 0));
        graph.await();
        try (ModelShelf.Loan loan = models.lend(prepared.folder(), job::stopIfCancelled)) {
            job.stopIfCancelled();
            trace(job, prepared, loan.model());
        }
    }

    private void trace(Job job, JobPreparation.Prepared prepared, LoadedModel model) {
        disk.require();
        String modelId = modelWriter.write(model);
        int start = 0;
        for (PreparedPrompt prompt : prepared.prompts()) {
            String trace = trace(job, prompt, prepared.tags(), model, modelId, start);
            job.change(state -> state.with(trace));
            start += END;
        }
    }

    private String trace(
            Job job, PreparedPrompt prompt, List<String> tags, LoadedModel model, String modelId, int start) {
        Instant started = Instant.now();
        TraceRequest request = prompt.request();
        Trace trace = new Tracer(model)
                .trace(request, (stage, done, total) -> step(job, stage.label(), start, stage, done, total));
        TraceHeader header = new TraceHeader(
                UUID.randomUUID().toString(),
                modelId,
                model.name(),
                prompt.text(),
                model.vocabulary().text(trace.question().target()),
                trace.question().distractor().isPresent()
                        ? Optional.of(model.vocabulary()
                                .text(trace.question().distractor().getAsInt()))
                        : Optional.empty(),
                tags,
                started);
        List<String> texts =
                trace.tokens().stream().map(model.vocabulary()::label).toList();
        step(job, "writing", start + WRITING);
        disk.require();
        traceWriter.write(
                trace,
                header,
                texts,
                done -> step(job, "writing", start + WRITING + (END - WRITING) * done / TraceWriter.STEPS));
        return header.id();
    }

    private static void step(Job job, String label, int start, Progress.Stage stage, int done, int total) {
        int from =
                switch (stage) {
                    case FORWARD_PASS -> 0;
                    case DECOMPOSITION -> DECOMPOSITION;
                };
        int to =
                switch (stage) {
                    case FORWARD_PASS -> DECOMPOSITION;
                    case DECOMPOSITION -> WRITING;
                };
        step(job, label, start + from + (to - from) * done / total);
    }

    private static void step(Job job, String label, int done) {
        job.stopIfCancelled();
        job.change(state -> state.at(label, done));
    }
}
