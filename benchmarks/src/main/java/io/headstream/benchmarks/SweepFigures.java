package io.headstream.benchmarks;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import io.headstream.tracer.attribution.Question;
import io.headstream.tracer.intervene.At;
import io.headstream.tracer.intervene.Intervention;
import io.headstream.tracer.intervene.Kind;
import io.headstream.tracer.intervene.Positions;
import io.headstream.tracer.intervene.Vector;
import io.headstream.tracer.load.LoadedModel;
import io.headstream.tracer.sweep.Sweep;
import io.headstream.tracer.sweep.SweepRequest;
import io.headstream.tracer.sweep.Swept;
import io.headstream.tracer.trace.Progress;
import io.headstream.tracer.trace.TraceOptions;
import io.headstream.tracer.trace.TraceRequest;
import io.headstream.tracer.trace.Tracer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * What a sweep of all heads or MLPs costs, against as many whole passes of the same engine one by one and against the trace that it would follow; and
 * what a trace with one head set to zero costs against the trace of the pass as it is.
 */
final class SweepFigures {
    private static final int POSITIONS = 15;
    private static final int[] TRACED = {14, 40};
    private static final int PART = 10; // of the passes one is run
    private static final double SECONDS =
            150; // for each of the four measurements, and the turn that it is in when they are over

    private SweepFigures() {}

    public static void main(String[] arguments) throws Exception {
        try (LoadedModel model = LoadedModel.load(Models.smollm2())) {
            for (int positions : TRACED) {
                againstTrace(model, Models.tokens(positions));
            }
            int[] tokens = Models.tokens(POSITIONS);
            for (Swept swept : List.of(Swept.HEADS, Swept.MLPS)) {
                int changes = swept == Swept.HEADS
                        ? model.architecture().layers() * model.architecture().heads()
                        : model.architecture().layers();
                List<List<Double>> took = Turns.within(
                        SECONDS, () -> sweep(model, tokens, swept), () -> passes(model, tokens, changes / PART));
                double ours = Turns.median(took.get(0));
                double theirs = PART * Turns.median(took.get(1));
                Turns.print(
                        "sweep/passes one by one, smollm2 %d tokens, %d %s: %.0f ms / %.0f ms = %.2f (medians of %d; of the passes a tenth was run)",
                        POSITIONS,
                        changes,
                        swept.label(),
                        ours,
                        theirs,
                        ours / theirs,
                        took.get(0).size());
            }
        }
    }

    private static void againstTrace(LoadedModel model, int[] tokens) throws Exception {
        TraceRequest asked = new TraceRequest(
                tokens, OptionalInt.empty(), OptionalInt.of(5), OptionalInt.of(9), false, TraceOptions.DEFAULT);
        TraceRequest changed = asked.withInterventions(List.of(Intervention.zero(At.head(3, 4, Positions.ALL))));
        List<List<Double>> took = Turns.within(
                SECONDS,
                () -> trace(model, asked),
                () -> trace(model, changed),
                () -> sweep(model, tokens, Swept.MLPS),
                () -> sweep(model, tokens, Swept.HEADS));
        double trace = Turns.median(took.get(0));
        List<String> names = List.of("", "with a head set to zero", "mlps measured", "heads measured");
        for (int i = 1; i < names.size(); i++) {
            double other = Turns.median(took.get(i));
            Turns.print(
                    "%s/trace as it is, smollm2 %d tokens: %.0f ms / %.0f ms = %.2f (medians of %d)",
                    names.get(i),
                    tokens.length,
                    other,
                    trace,
                    other / trace,
                    took.get(i).size());
        }
    }

    private static int trace(LoadedModel model, TraceRequest asked) {
        return new Tracer(model).trace(asked, Progress.NONE).activations().size();
    }

    private static int sweep(LoadedModel model, int[] tokens, Swept swept) {
        List<Double> changes = new ArrayList<>();
        Question question = new Question(tokens.length - 1, 5, OptionalInt.of(9));
        new Sweep(model, new SweepRequest(tokens, question, swept, Kind.ZERO, Vector.NONE, Positions.ALL, 1))
                .run(baseline -> {}, measured -> changes.add(measured.change()), Sweep.Progress.NONE);
        return changes.size();
    }

    private static double passes(LoadedModel model, int[] tokens, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            try (NDManager manager = model.transformer().newPassManager();
                    NDScope scope = new NDScope()) {
                scope.suppressNotUsedWarning();
                sum += model.transformer().run(tokens, manager).logits().getFloat(tokens.length - 1, 5);
            }
        }
        return sum;
    }
}
