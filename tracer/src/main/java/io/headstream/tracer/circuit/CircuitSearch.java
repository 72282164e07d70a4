package io.headstream.tracer.circuit;

import io.headstream.tracer.circuit.CircuitProgress.Stage;
import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.model.Transformer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the smallest circuit that keeps a part of the metric: edges are scored by EAP-IG; the strongest are taken, as many as are needed; then, from
 * the weakest, as many as can be are taken out again, in ever smaller groups. Every step but the first is a real pass over all prompts in which
 * the other edges are cut.
 */
public final class CircuitSearch {
    private static final double NEAR = 1 / 32.0; // how near the number of strongest edges is found
    private static final int FIRST = 8;

    private final Transformer transformer;
    private final CircuitRequest request;
    private final Nodes nodes;
    private final CircuitProgress.Repeating progress;
    private int trials;

    public CircuitSearch(Transformer transformer, CircuitRequest request, CircuitProgress progress) {
        this.transformer = transformer;
        this.request = request;
        this.nodes = new Nodes(transformer.architecture());
        this.progress = CircuitProgress.repeating(progress);
    }

    /**
     * @throws TraceException before anything is run, where the model cannot be asked this; where the prompts' metric does not change when they are
     *     corrupted
     * @throws java.util.concurrent.CancellationException from the progress
     */
    public FoundCircuit run() {
        request.check(transformer.architecture());
        try (Corruption corruption = new Corruption(transformer, request.ablation(), request.found())) {
            double[] scores = scores(corruption);
            EdgeSet circuit;
            double found;
            try (PromptSet prompts = PromptSet.of(transformer, request.found(), corruption, progress)) {
                requireBehaviour(prompts);
                circuit = reduced(strongest(scores, prompts), scores, prompts);
                found = prompts.faithfulness(circuit);
            }
            try (PromptSet prompts = PromptSet.of(transformer, request.heldOut(), corruption, progress)) {
                requireBehaviour(prompts);
                return new Judgement(prompts, request.seed(), progress).of(circuit, scores, found, trials);
            }
        }
    }

    private double[] scores(Corruption corruption) {
        EdgeScores edges = new EdgeScores(transformer, nodes);
        double[] mean = new double[nodes.edges()];
        List<CircuitPrompt> prompts = request.found();
        for (int i = 0; i < prompts.size(); i++) {
            progress.report(Stage.SCORES, i, prompts.size());
            double[] one = edges.of(prompts.get(i), corruption, request.steps());
            for (int e = 0; e < mean.length; e++) {
                mean[e] += one[e] / prompts.size();
            }
        }
        return mean;
    }

    private void requireBehaviour(PromptSet prompts) {
        double span = prompts.full(nodes) - prompts.empty(nodes);
        if (!(Math.abs(span) > 1e-3)) {
            throw new TraceException(
                    "the metric is " + prompts.full(nodes) + " and " + prompts.empty(nodes)
                            + " with every edge cut: there is nothing that a circuit could keep. Take other prompts or another ablation");
        }
    }

    private boolean keeps(EdgeSet circuit, PromptSet prompts) {
        trials++;
        double part = prompts.faithfulness(circuit);
        return part >= request.keep() && part <= 2 - request.keep();
    }

    private EdgeSet strongest(double[] scores, PromptSet prompts) {
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer edge) -> -Math.abs(scores[edge])))
                .mapToInt(Integer::intValue)
                .toArray();
        int high = Math.min(FIRST, order.length);
        EdgeSet best = first(order, high);
        int of = 2 * (32 - Integer.numberOfLeadingZeros(order.length));
        int done = 0;
        progress.report(Stage.SIZE, done, of);
        while (high < order.length && !keeps(best, prompts)) {
            high = Math.min(2 * high, order.length);
            best = first(order, high);
            progress.report(Stage.SIZE, ++done, of);
        }
        int low = high / 2; // too few
        while (high - low > Math.max(1, high * NEAR)) {
            int middle = (low + high) / 2;
            EdgeSet some = first(order, middle);
            if (keeps(some, prompts)) {
                high = middle;
                best = some;
            } else {
                low = middle;
            }
            progress.report(Stage.SIZE, ++done, of);
        }
        return best;
    }

    private EdgeSet first(int[] order, int count) {
        return EdgeSet.of(nodes, Arrays.stream(order, 0, count)).connected();
    }

    private EdgeSet reduced(EdgeSet from, double[] scores, PromptSet prompts) {
        EdgeSet circuit = from;
        int end = trials + request.trials();
        for (int group = Math.max(1, circuit.size() / 8); ; group = Math.max(1, group / 2)) {
            int[] weakest = circuit.stream()
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer edge) -> Math.abs(scores[edge])))
                    .mapToInt(Integer::intValue)
                    .toArray();
            for (int i = 0; i < weakest.length; i += group) {
                progress.report(Stage.REMOVAL, request.trials() - (end - trials), request.trials());
                if (trials >= end) {
                    return circuit;
                }
                EdgeSet less = circuit.without(
                                EdgeSet.of(nodes, Arrays.stream(weakest, i, Math.min(weakest.length, i + group))))
                        .connected();
                if (less.size() < circuit.size() && keeps(less, prompts)) {
                    circuit = less;
                }
            }
            if (group == 1) {
                return circuit;
            }
        }
    }
}
