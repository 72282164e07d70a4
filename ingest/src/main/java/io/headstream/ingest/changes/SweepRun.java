package io.headstream.ingest.changes;

import io.headstream.ingest.graph.ModelWriter;
import io.headstream.tracer.load.LoadedModel;
import io.headstream.tracer.sweep.Measured;
import io.headstream.tracer.sweep.Sweep;
import io.headstream.tracer.sweep.SweepRequest;
import io.headstream.tracer.sweep.Swept;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/** Runs a sweep and keeps what it measured, also where it is cancelled: it says then that it is partial. */
@ApplicationScoped
public class SweepRun {
    private final SweepWriter writer;
    private final ModelWriter models;

    public SweepRun(SweepWriter writer, ModelWriter models) {
        this.writer = writer;
        this.models = models;
    }

    /**
     * @param id of the sweep
     * @param trace id of the trace that it is of
     * @param put what is put in the place of each, in words
     * @param progress told of what has run; throws {@link CancellationException} to end it
     */
    public void run(
            String id, String trace, LoadedModel model, SweepRequest request, String put, Sweep.Progress progress) {
        Instant started = Instant.now();
        List<Measured> baseline = new ArrayList<>();
        List<Measured> measured = new ArrayList<>();
        try {
            new Sweep(model, request).run(baseline::add, measured::add, progress);
        } catch (CancellationException e) {
            if (!measured.isEmpty()) {
                write(id, trace, model, request, put, baseline.get(0), measured, true, started);
            }
            throw e;
        }
        write(id, trace, model, request, put, baseline.get(0), measured, false, started);
    }

    private void write(
            String id,
            String trace,
            LoadedModel model,
            SweepRequest request,
            String put,
            Measured baseline,
            List<Measured> measured,
            boolean partial,
            Instant started) {
        if (request.swept() == Swept.NEURONS) {
            models.write(model); // of a large one the rest comes behind its first trace
        }
        writer.write(new SweepWriter.Ran(
                id, trace, model.fingerprint().id(), request, put, baseline, measured, partial, started));
    }
}
