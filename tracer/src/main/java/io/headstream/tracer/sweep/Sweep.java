package io.headstream.tracer.sweep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import io.headstream.tracer.attribution.Outcome;
import io.headstream.tracer.attribution.Question;
import io.headstream.tracer.attribution.Rows;
import io.headstream.tracer.intervene.At;
import io.headstream.tracer.intervene.Changing;
import io.headstream.tracer.intervene.Intervention;
import io.headstream.tracer.intervene.Place;
import io.headstream.tracer.intervene.Plan;
import io.headstream.tracer.intervene.Planning;
import io.headstream.tracer.intervene.Positions;
import io.headstream.tracer.load.LoadedModel;
import io.headstream.tracer.model.ActivationCache;
import io.headstream.tracer.model.Architecture;
import io.headstream.tracer.model.Transformer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * One change after the other, and what each does to the metric. The unchanged pass is run once; a change begins at the first block that it
 * reaches, several of one block run below one another, and only the target position's logits are made.
 */
public final class Sweep {
    private final LoadedModel model;
    private final Transformer transformer;
    private final SweepRequest request;
    private final int n;

    public Sweep(LoadedModel model, SweepRequest request) {
        this.model = model;
        this.transformer = model.transformer();
        this.request = request;
        this.n = request.tokens().length;
    }

    /** Told of blocks that have run; may throw to end the sweep. */
    @FunctionalInterface
    public interface Progress {
        Progress NONE = (done, of) -> {};

        void report(long done, long of);
    }

    /**
     * Measures all, layer by layer.
     *
     * @param baseline takes the unchanged pass's, before all others
     * @param each takes what was measured, as it is
     * @throws io.headstream.tracer.error.TraceException before anything is run, where the model cannot be asked this
     * @throws java.util.concurrent.CancellationException from `progress`
     */
    public void run(Consumer<Outcome> baseline, Consumer<Measured> each, Progress progress) {
        request.check(transformer.architecture());
        try (NDManager manager = transformer.newPassManager();
                NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            List<At> some = request.swept() == Swept.NEURONS ? List.of() : places();
            ActivationCache cache = transformer.run(request.tokens(), manager);
            Question question = request.question();
            Outcome before = Outcome.of(question, Rows.of(cache.logits().get(question.rows())));
            baseline.accept(before);
            measure(some.isEmpty() ? neurons(cache) : some, cache, before.metric(), each, progress);
        }
    }

    private Intervention intervention(At at) {
        return new Intervention(request.kind(), at, 1, request.vector());
    }

    private List<At> places() {
        Architecture a = transformer.architecture();
        List<At> places = new ArrayList<>();
        for (int l = 0; l < a.layers(); l++) {
            switch (request.swept()) {
                case HEADS -> {
                    for (int h = 0; h < a.heads(); h++) {
                        places.add(At.head(l, h, request.positions()));
                    }
                }
                case MLPS -> places.add(At.whole(Place.MLP_OUT, l, request.positions()));
                case RESID_PRE -> {
                    for (int p : request.positions().in(n, request.question().position())) {
                        places.add(At.whole(Place.RESID_PRE, l, Positions.of(p)));
                    }
                }
                case NEURONS -> throw new IllegalStateException("neurons are known from the pass");
            }
        }
        return places;
    }

    private record Neuron(int layer, int index, double strength) {}

    private List<At> neurons(ActivationCache cache) {
        List<Neuron> neurons = new ArrayList<>();
        for (int l = 0; l < transformer.architecture().layers(); l++) {
            float[] posts = cache.layers()
                    .get(l)
                    .post()
                    .get(request.question().position())
                    .toFloatArray();
            float[] norms = model.neuronNorms().get(l);
            for (int i = 0; i < posts.length; i++) {
                neurons.add(new Neuron(l, i, Math.abs(posts[i]) * norms[i]));
            }
        }
        return neurons.stream()
                .sorted(Comparator.comparingDouble(Neuron::strength).reversed())
                .limit(request.neurons())
                .map(each -> At.neuron(each.layer(), each.index(), request.positions()))
                .toList();
    }

    private void measure(
            List<At> places, ActivationCache cache, double before, Consumer<Measured> each, Progress progress) {
        List<Plan> plans = Planning.plans(
                transformer,
                places.stream().map(at -> List.of(intervention(at))).toList(),
                request.tokens(),
                request.question().position());
        Map<Integer, List<Integer>> byBlock = new TreeMap<>();
        for (int i = 0; i < plans.size(); i++) {
            byBlock.computeIfAbsent(plans.get(i).firstBlock(), l -> new ArrayList<>())
                    .add(i);
        }
        int layers = transformer.architecture().layers();
        long of = byBlock.entrySet().stream()
                .mapToLong(entry ->
                        (long) (layers - entry.getKey() + 1) * entry.getValue().size())
                .sum();
        long[] done = {0};
        int most = Transformer.together(n);
        progress.report(0, of);
        byBlock.forEach((first, all) -> {
            for (int from = 0; from < all.size(); from += most) {
                List<Integer> together = all.subList(from, Math.min(all.size(), from + most));
                float[][][] logits =
                        run(first, together.stream().map(plans::get).toList(), cache, () -> {
                            done[0] += together.size();
                            progress.report(done[0], of);
                        });
                for (int i = 0; i < together.size(); i++) {
                    Outcome after = Outcome.of(request.question(), logits[i]);
                    each.accept(new Measured(places.get(together.get(i)), after, after.metric() - before));
                }
                done[0] += together.size();
                progress.report(done[0], of);
            }
        });
    }

    // logits at the target positions [sequence][target][vocabulary]
    private float[][][] run(int first, List<Plan> plans, ActivationCache cache, Runnable blockDone) {
        try (NDManager manager = transformer.newPassManager();
                NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            int targets = request.question().targets().size();
            NDArray state = first == cache.layers().size()
                    ? cache.last().residPost()
                    : cache.layers().get(first).residPre(); // [pos, d_model]
            long width = state.getShape().get(1);
            NDArray states = state.expandDims(0)
                    .broadcast(plans.size(), n, width)
                    .reshape(-1, width); // [sequence * pos, d_model]
            states.attach(manager);
            NDArray logits = transformer.from(
                    first,
                    states,
                    n,
                    request.question().position(),
                    targets,
                    manager,
                    block -> blockDone.run(),
                    Changing.of(transformer, plans, n));
            float[][] rows = Rows.of(logits);
            float[][][] bySequence = new float[plans.size()][][];
            Arrays.setAll(bySequence, i -> Arrays.copyOfRange(rows, i * targets, (i + 1) * targets));
            return bySequence;
        }
    }
}
