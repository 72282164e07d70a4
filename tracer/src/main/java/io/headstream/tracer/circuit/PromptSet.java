package io.headstream.tracer.circuit;

import ai.djl.ndarray.NDManager;
import io.headstream.tracer.model.Transformer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Prompts with what is put along cut edges, ready to be run with any circuit. Closing it frees what is held. */
final class PromptSet implements AutoCloseable {
    private final Transformer transformer;
    private final Runnable between;
    private final NDManager manager;
    private final List<PromptBatch> batches = new ArrayList<>();
    private OptionalDouble full = OptionalDouble.empty();
    private OptionalDouble empty = OptionalDouble.empty();

    private PromptSet(Transformer transformer, Runnable between) {
        this.transformer = transformer;
        this.between = between;
        this.manager = transformer.newPassManager();
    }

    private record Shape(int length, int position) {}

    /** @param between told before prompts are run; may throw to end it */
    static PromptSet of(Transformer transformer, List<CircuitPrompt> prompts, Corruption corruption, Runnable between) {
        PromptSet set = new PromptSet(transformer, between);
        try {
            Map<Shape, List<CircuitPrompt>> byShape = new LinkedHashMap<>();
            prompts.forEach(prompt -> byShape.computeIfAbsent(
                            new Shape(prompt.tokens().length, prompt.question().position()), shape -> new ArrayList<>())
                    .add(prompt));
            byShape.forEach((shape, alike) -> {
                int most = Transformer.together(shape.length());
                for (int from = 0; from < alike.size(); from += most) {
                    set.add(alike.subList(from, Math.min(alike.size(), from + most)), corruption);
                }
            });
            return set;
        } catch (RuntimeException e) {
            set.close();
            throw e;
        }
    }

    private void add(List<CircuitPrompt> together, Corruption corruption) {
        between.run();
        try (NDManager ofBatch = transformer.newPassManager()) {
            List<Outputs> corrupted = together.stream()
                    .map(prompt -> corruption.of(prompt, ofBatch))
                    .toList();
            batches.add(PromptBatch.of(transformer, List.copyOf(together), corrupted, manager));
        }
    }

    /** The mean metric over the prompts. */
    double metric(EdgeSet circuit) {
        double sum = 0;
        int count = 0;
        for (PromptBatch batch : batches) {
            between.run();
            for (double metric : batch.metrics(transformer, circuit)) {
                sum += metric;
                count++;
            }
        }
        return sum / count;
    }

    /** The mean metric of the model itself. */
    double full(Nodes nodes) {
        if (full.isEmpty()) {
            full = OptionalDouble.of(metric(EdgeSet.all(nodes)));
        }
        return full.getAsDouble();
    }

    /** The mean metric where every edge is cut. */
    double empty(Nodes nodes) {
        if (empty.isEmpty()) {
            empty = OptionalDouble.of(metric(EdgeSet.none(nodes)));
        }
        return empty.getAsDouble();
    }

    /** (m(C) - m(empty)) / (m(full) - m(empty)), of mean metrics (Hanna et al. 2024, arXiv 2403.17806). */
    double faithfulness(EdgeSet circuit) {
        return part(metric(circuit), circuit.nodes());
    }

    /** Where a metric lies between that of no edge, 0, and that of all, 1. */
    double part(double metric, Nodes nodes) {
        return (metric - empty(nodes)) / (full(nodes) - empty(nodes));
    }

    @Override
    public void close() {
        manager.close();
    }
}
