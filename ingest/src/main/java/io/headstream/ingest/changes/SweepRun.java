package io.headstream.ingest.changes;

import io.headstream.ingest.circuits.SavedCircuits;
import io.headstream.ingest.graph.ModelWriter;
import io.headstream.tracer.attribution.Outcome;
import io.headstream.tracer.load.LoadedModel;
import io.headstream.tracer.sweep.Sweep;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

/** Runs a sweep and keeps what it measured, also where it is cancelled: it says then that it is partial. */
@ApplicationScoped
public class SweepRun {
    private final SweepWriter writer;
    private final ModelWriter models;
    private final SavedCircuits circuits;

    public SweepRun(SweepWriter writer, ModelWriter models, SavedCircuits circuits) {
        this.writer = writer;
        this.models = models;
        this.circuits = circuits;
    }

    /**
     * @param id of the sweep
     * @param trace the trace that it is of
     * @param progress told of what has run; throws {@link CancellationException} to end it
     */
    public void run(String id, Baseline trace, LoadedModel model, PreparedSweep sweep, Sweep.Progress progress) {
        Instant started = Instant.now();
        PreparedSweep.Measuring measuring = sweep.of(model, trace.question(), circuits);
        List<Outcome> baseline = new ArrayList<>();
        List<Map<String, Object>> measured = new ArrayList<>();
        try {
            measuring.run(baseline::add, measured::add, progress);
        } catch (CancellationException e) {
            if (!measured.isEmpty()) {
                write(id, trace, model, measuring, baseline.get(0), measured, true, started);
            }
            throw e;
        }
        write(id, trace, model, measuring, baseline.get(0), measured, false, started);
    }

    private void write(
            String id,
            Baseline trace,
            LoadedModel model,
            PreparedSweep.Measuring measuring,
            Outcome baseline,
            List<Map<String, Object>> measured,
            boolean partial,
            Instant started) {
        if (measuring.ofNeurons()) {
            models.write(model); // of a large one they come behind its first trace
        }
        writer.write(new SweepWriter.Ran(
                id, trace.id(), model.fingerprint().id(), measuring, baseline, measured, partial, started));
    }
}
