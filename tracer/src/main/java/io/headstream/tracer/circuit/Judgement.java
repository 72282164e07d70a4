package io.headstream.tracer.circuit;

import io.headstream.tracer.circuit.CircuitProgress.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;

/** What a circuit is worth, on prompts that it was not found with. */
final class Judgement {
    private static final int HALVES = 5;
    private static final int RANDOM = 5;

    private final PromptSet prompts;
    private final Random random;
    private final CircuitProgress progress;
    private int done;

    Judgement(PromptSet prompts, long seed, CircuitProgress progress) {
        this.prompts = prompts;
        this.random = new Random(seed);
        this.progress = progress;
    }

    FoundCircuit of(EdgeSet circuit, double[] scores, double foundFaithfulness, int trials) {
        Nodes nodes = circuit.nodes();
        double metric = metric(circuit);
        double complement = prompts.part(metric(EdgeSet.all(nodes).without(circuit)), nodes);
        double incompleteness = 0;
        for (int i = 0; i < HALVES; i++) {
            EdgeSet half = some(circuit, edge -> random.nextBoolean());
            double left = metric(circuit.without(half));
            double whole = metric(EdgeSet.all(nodes).without(half));
            incompleteness += Math.abs(prompts.part(left, nodes) - prompts.part(whole, nodes)) / HALVES;
        }
        List<Double> randoms = new ArrayList<>();
        for (int i = 0; i < RANDOM; i++) {
            randoms.add(prompts.part(metric(RandomCircuit.of(nodes, circuit.size(), random)), nodes));
        }
        return new FoundCircuit(
                nodes,
                circuit.stream()
                        .mapToObj(edge -> new FoundCircuit.Edge(nodes.writer(edge), nodes.reader(edge), scores[edge]))
                        .sorted(Comparator.comparingDouble((FoundCircuit.Edge edge) -> -Math.abs(edge.score())))
                        .toList(),
                prompts.full(nodes),
                prompts.empty(nodes),
                metric,
                prompts.part(metric, nodes),
                foundFaithfulness,
                complement,
                incompleteness,
                List.copyOf(randoms),
                trials);
    }

    private double metric(EdgeSet circuit) {
        progress.report(Stage.JUDGEMENT, done++, 2 + 2 * HALVES + RANDOM);
        return prompts.metric(circuit);
    }

    private static EdgeSet some(EdgeSet circuit, IntPredicate which) {
        return EdgeSet.of(circuit.nodes(), circuit.stream().filter(which));
    }
}
