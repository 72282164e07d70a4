package io.headstream.tracer.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.headstream.schema.ActivationId;
import io.headstream.schema.ActivationKind;
import io.headstream.schema.EdgeType;
import io.headstream.schema.Figure;
import io.headstream.schema.TokenEdgeType;
import io.headstream.schema.TraceDetail;
import io.headstream.tracer.Golden;
import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.load.LoadedModel;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an open pass says of a block is what a trace of full detail says of it. */
class PassTest {
    private static LoadedModel model;
    private static TraceRequest request;
    private static Trace full;

    @BeforeAll
    static void trace() {
        model = LoadedModel.load(Golden.sampleModel());
        int[] tokens = model.vocabulary().encode("When Mary and John went to the store, John gave a drink to");
        request = TraceRequest.of(tokens).withComparison();
        full = new Tracer(model).trace(request.withDetail(TraceDetail.FULL), Progress.NONE);
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @Test
    void figuresAreThoseOfTheTrace() {
        Map<ActivationId, Activation> traced =
                full.activations().stream().collect(Collectors.toMap(Activation::place, Function.identity()));
        int compared = 0;
        try (Pass pass = new Tracer(model).open(request, Progress.NONE)) {
            assertThat(pass.question()).isEqualTo(full.question());
            for (int layer : List.of(0, 3, 5, 1)) {
                for (int position : List.of(2, full.question().position())) {
                    BlockAt block = pass.block(layer, position, full.question().target(), Progress.NONE);
                    for (Activation activation : block.activations()) {
                        Activation other = traced.get(activation.place());
                        if (other != null) {
                            compared += same(activation, other);
                        }
                    }
                    parts(block);
                }
            }
        }
        assertThat(compared).isGreaterThan(1000);
    }

    private static int same(Activation one, Activation other) {
        int compared = 0;
        for (Map.Entry<Figure, Double> figure : one.figures().entrySet()) {
            boolean ofWhatIsKept = figure.getKey() == Figure.REMAINDER || figure.getKey() == Figure.REMAINDER_DLA;
            if (!ofWhatIsKept && other.figures().containsKey(figure.getKey())) {
                double expected = other.figures().get(figure.getKey());
                assertThat(figure.getValue())
                        .as("%s of %s", figure.getKey(), one.place())
                        .isCloseTo(expected, within(1e-5 * Math.max(1, Math.abs(expected))));
                compared++;
            }
        }
        return compared;
    }

    // all heads with two keys or more where there are so many, 25 neurons or more, all with words
    private static void parts(BlockAt block) {
        Map<ActivationKind, List<Activation>> byKind = block.activations().stream()
                .collect(Collectors.groupingBy(activation -> activation.place().kind()));
        assertThat(byKind.get(ActivationKind.HEAD_OUTPUT))
                .hasSize(model.architecture().heads());
        assertThat(byKind.get(ActivationKind.NEURON_ACTIVATION)).hasSizeBetween(25, 50);
        byKind.get(ActivationKind.HEAD_OUTPUT).forEach(head -> assertThat(block.edges().stream()
                        .filter(edge ->
                                edge.type() == EdgeType.ATTENDED_BY && edge.to().equals(head.place())))
                .hasSizeGreaterThanOrEqualTo(2));
        block.activations().forEach(activation -> assertThat(block.tokenEdges().stream()
                        .filter(edge -> edge.type() == TokenEdgeType.WRITES
                                && edge.from().equals(activation.place())))
                .as("%s", activation.place())
                .hasSize(10));
    }

    @Test
    void anyTokenIsLookedUp() {
        try (Pass pass = new Tracer(model).open(request, Progress.NONE)) {
            BlockAt ofTarget = pass.block(2, 4, full.question().target(), Progress.NONE);
            int other = ofTarget.tokenEdges().stream()
                    .filter(edge -> edge.type() == TokenEdgeType.WRITES && edge.rank() == 4)
                    .findFirst()
                    .orElseThrow()
                    .token();
            ActivationId place = ofTarget.tokenEdges().stream()
                    .filter(edge -> edge.type() == TokenEdgeType.WRITES && edge.rank() == 4)
                    .findFirst()
                    .orElseThrow()
                    .from();
            BlockAt ofOther = pass.block(2, 4, other, Progress.NONE);
            assertThat(ofOther.activations().stream()
                            .filter(activation -> activation.place().equals(place))
                            .findFirst()
                            .orElseThrow()
                            .figure(Figure.TARGET_RANK))
                    .hasValue(4);
        }
    }

    @Test
    void anyActivationIsThere() {
        try (Pass pass = new Tracer(model).open(request, Progress.NONE)) {
            int target = full.question().target();
            int compared = 0;
            // a few of each kind that a full trace has, and the rest of the weakest
            for (ActivationKind kind : ActivationKind.values()) {
                for (Activation activation : full.activations().stream()
                        .filter(each -> each.place().kind() == kind)
                        .limit(3)
                        .toList()) {
                    List<Activation> found = pass.activation(activation.place(), target, Progress.NONE)
                            .activations();
                    assertThat(found).as("%s", activation.place()).hasSize(1);
                    compared += same(found.get(0), activation);
                }
            }
            assertThat(compared).isGreaterThan(60);
            for (int neuron : List.of(0, 1, 2, 767)) {
                ActivationId id = ActivationId.neuron(3, 5, neuron);
                BlockAt one = pass.activation(id, target, Progress.NONE);
                assertThat(one.activations()).extracting(Activation::place).containsExactly(id);
                assertThat(one.edges()).extracting(Edge::type).containsExactly(EdgeType.ADDS_TO);
                assertThat(one.tokenEdges()).hasSizeGreaterThanOrEqualTo(10);
            }
            assertThatThrownBy(() -> pass.activation(ActivationId.neuron(3, 5, 768), target, Progress.NONE))
                    .isInstanceOf(TraceException.class)
                    .hasMessage("'L3P5.N768' is no activation of this model's");
        }
    }

    @Test
    void whatIsNotThereIsNamed() {
        try (Pass pass = new Tracer(model).open(request, Progress.NONE)) {
            assertThatThrownBy(() -> pass.block(6, 0, 0, Progress.NONE))
                    .isInstanceOf(TraceException.class)
                    .hasMessage("layer 6 is not there; they go from 0 to 5");
            assertThatThrownBy(() -> pass.block(0, 99, 0, Progress.NONE))
                    .hasMessageContaining("position 99 is not there; they go from 0 to ");
        }
    }
}
