package io.headstream.tracer.choice;

import static org.assertj.core.api.Assertions.assertThat;

import io.headstream.schema.ActivationId;
import io.headstream.schema.ActivationKind;
import io.headstream.schema.EdgeType;
import io.headstream.schema.Figure;
import io.headstream.schema.TraceDetail;
import io.headstream.tracer.load.LoadedModel;
import io.headstream.tracer.trace.Activation;
import io.headstream.tracer.trace.Edge;
import io.headstream.tracer.trace.Progress;
import io.headstream.tracer.trace.Trace;
import io.headstream.tracer.trace.TraceRequest;
import io.headstream.tracer.trace.Tracer;
import io.headstream.tracer.whole.HeadPattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What is to hold of the parts that a trace of the usual detail keeps, whatever the model and however long the prompt. */
final class KeptParts {
    private final LoadedModel model;
    private final int[] tokens;
    private final Trace trace;
    private final Set<ActivationId> kept;

    KeptParts(LoadedModel model, String prompt) {
        this.model = model;
        this.tokens = model.vocabulary().encode(prompt);
        this.trace = new Tracer(model).trace(TraceRequest.of(tokens), Progress.NONE);
        this.kept = trace.activations().stream().map(Activation::place).collect(Collectors.toSet());
    }

    void check(boolean againstFull) {
        size();
        targetPosition();
        keysOfHeads();
        strongestEdges();
        if (againstFull) {
            strongestParts();
        }
        assertThat(trace.coverage().influence()).isBetween(0.3, 1.0);
        assertThat(trace.coverage().effect()).isBetween(0.2, 1.0);
    }

    private void size() {
        int nodes = trace.activations().size()
                + trace.patterns().size()
                + trace.hookPoints().size()
                + tokens.length
                + 1;
        assertThat(nodes).isLessThanOrEqualTo(Budget.DEFAULT.nodes());
        assertThat(trace.edges().size() + trace.tokenEdges().size() + 2 * nodes)
                .isLessThanOrEqualTo(Budget.DEFAULT.relationships());
    }

    // all heads with the two keys they attend to most, and the neurons that VISIT draws
    private void targetPosition() {
        int target = trace.question().position();
        assertThat(count(a -> a.kind() == ActivationKind.HEAD_OUTPUT && a.position() == target))
                .isEqualTo((long) model.architecture().layers()
                        * model.architecture().heads());
        Map<Integer, Long> neurons = kept.stream()
                .filter(a -> a.kind() == ActivationKind.NEURON_ACTIVATION && a.position() == target)
                .collect(Collectors.groupingBy(ActivationId::layer, Collectors.counting()));
        assertThat(neurons).hasSize(model.architecture().layers());
        neurons.values().forEach(count -> assertThat(count).isGreaterThanOrEqualTo(25));
        for (HeadPattern pattern : trace.patterns()) {
            for (int key : strongestKeys(pattern, target)) {
                assertThat(kept)
                        .contains(ActivationId.memory(
                                pattern.head().layer(), key, pattern.head().number()));
            }
        }
    }

    private long count(Predicate<ActivationId> which) {
        return kept.stream().filter(which).count();
    }

    private static List<Integer> strongestKeys(HeadPattern pattern, int query) {
        List<Integer> at = new ArrayList<>();
        for (int i = pattern.attention().starts()[query];
                i < pattern.attention().starts()[query + 1];
                i++) {
            at.add(i);
        }
        return at.stream()
                .sorted(Comparator.comparingDouble(i -> -pattern.attention().weights()[i]))
                .limit(2)
                .map(i -> pattern.attention().keys()[i])
                .toList();
    }

    // of a prompt whose positions all have states, the keys make four fifths of each kept head's attention
    private void keysOfHeads() {
        boolean all = kept.stream().filter(a -> a.part().equals("embed")).count() == tokens.length;
        Map<ActivationId, Double> weights = new HashMap<>();
        trace.edges().stream()
                .filter(e -> e.type() == EdgeType.ATTENDED_BY)
                .forEach(e -> weights.merge(e.to(), e.figure(Figure.WEIGHT).orElseThrow(), Double::sum));
        if (all) {
            weights.forEach((head, weight) ->
                    assertThat(weight).as(head.toString()).isGreaterThanOrEqualTo(Candidates.OF_A_HEAD - 1e-4));
        }
    }

    private void strongestEdges() {
        Map<ActivationId, Long> into = trace.edges().stream()
                .filter(e -> e.type() == EdgeType.AFFECTS)
                .collect(Collectors.groupingBy(Edge::to, Collectors.counting()));
        into.values().forEach(count -> assertThat(count).isLessThanOrEqualTo(5));
        assertThat(into.size()).isBetween(50, 201);
    }

    // none of the first hundred by |effect| of a trace that keeps nearly all
    private void strongestParts() {
        Trace full = new Tracer(model).trace(TraceRequest.of(tokens).withDetail(TraceDetail.FULL), Progress.NONE);
        List<ActivationId> strongest = full.activations().stream()
                .filter(a ->
                        a.place().kind() != ActivationKind.RESIDUAL && a.place().kind() != ActivationKind.BIAS)
                .sorted(Comparator.comparingDouble(
                        a -> -Math.abs(a.figure(Figure.EFFECT).orElse(0))))
                .limit(100)
                .map(Activation::place)
                .toList();
        assertThat(kept).as("of %s", Arrays.toString(tokens)).containsAll(strongest);
    }
}
