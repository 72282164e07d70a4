package io.headstream.ingest.changes;

import io.headstream.ingest.circuits.SavedCircuits;
import io.headstream.tracer.attribution.Outcome;
import io.headstream.tracer.attribution.Question;
import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.load.LoadedModel;
import io.headstream.tracer.sweep.Sweep;
import java.util.Map;
import java.util.function.Consumer;

/** A sweep of one prompt as it was asked for and checked: of components, or of a circuit's edges. */
public sealed interface PreparedSweep permits ComponentSweep, EdgeSweep {
    /**
     * As it runs.
     *
     * @param question the trace's
     * @throws TraceException where it is not what the trace can be asked, or its circuit is gone
     */
    Measuring of(LoadedModel model, Question question, SavedCircuits circuits);

    /** What a sweep runs, and how what it measures is written. */
    interface Measuring {
        /** The :Sweep's properties that say what it is: of, kind, positions, and put or circuit where there is one. */
        Map<String, Object> properties();

        /** The statement that writes its rows. */
        String statement();

        /** Whether what it measures is written on neurons, which must be in the graph then. */
        boolean ofNeurons();

        /**
         * Runs it.
         *
         * @param baseline takes the unchanged pass's, before all others
         * @param row takes what was measured, as it is
         */
        void run(Consumer<Outcome> baseline, Consumer<Map<String, Object>> row, Sweep.Progress progress);
    }

    /** A row of what was measured, without where. */
    static Map<String, Object> row(Outcome after, double change) {
        return Map.of(
                "change", change,
                "metric", after.metric(),
                "rank", after.rank(),
                "probability", after.probability());
    }
}
