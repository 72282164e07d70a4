package io.headstream.benchmarks;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import io.headstream.tracer.attribution.Question;
import io.headstream.tracer.intervene.Kind;
import io.headstream.tracer.intervene.Positions;
import io.headstream.tracer.intervene.Vector;
import io.headstream.tracer.load.LoadedModel;
import io.headstream.tracer.sweep.Sweep;
import io.headstream.tracer.sweep.SweepRequest;
import io.headstream.tracer.sweep.Swept;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** What a sweep of all heads or MLPs costs, against as many whole passes of the same engine one by one. */
final class SweepFigures {
    private static final int POSITIONS = 15;
    private static final int PART = 10; // of the passes one is run

    private SweepFigures() {}

    public static void main(String[] arguments) throws Exception {
        try (LoadedModel model = LoadedModel.load(Models.smollm2())) {
            int[] tokens = Models.tokens(POSITIONS);
            for (Swept swept : List.of(Swept.HEADS, Swept.MLPS)) {
                int changes = swept == Swept.HEADS
                        ? model.architecture().layers() * model.architecture().heads()
                        : model.architecture().layers();
                List<List<Double>> took =
                        Turns.measure(() -> sweep(model, tokens, swept), () -> passes(model, tokens, changes / PART));
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
