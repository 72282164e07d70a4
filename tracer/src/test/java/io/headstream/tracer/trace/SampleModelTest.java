package io.headstream.tracer.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.headstream.schema.ActivationId;
import io.headstream.schema.ActivationKind;
import io.headstream.schema.EdgeType;
import io.headstream.schema.Figure;
import io.headstream.schema.TraceDetail;
import io.headstream.tracer.Golden;
import io.headstream.tracer.load.LoadedModel;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Traces of the shipped model agree with independent figures, and their parts add up. */
class SampleModelTest {
    private static LoadedModel model;

    @BeforeAll
    static void load() {
        model = LoadedModel.load(Golden.sampleModel());
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mary", "tokyo"})
    void figures_at_the_target_position(String name) {
        new GoldenFigures(model, Golden.json("sample/" + name + ".json")).check();
    }

    @ParameterizedTest
    @EnumSource(TraceDetail.class)
    void parts_and_remainder_add_up_to_their_whole(TraceDetail detail) {
        int[] ids = model.vocabulary().encode("The capital of Japan is the city of");
        Trace trace = new Tracer(model).trace(TraceRequest.of(ids).withDetail(detail), Progress.NONE);
        Map<ActivationId, List<Edge>> into = trace.edges().stream()
                .filter(e -> e.type() != EdgeType.READ_BY)
                .collect(Collectors.groupingBy(Edge::to));
        int wholes = 0;
        for (Activation whole : trace.activations()) {
            List<Edge> parts = into.getOrDefault(whole.place(), List.of());
            if (whole.figure(Figure.REMAINDER).isPresent()) {
                wholes++;
                assertThat(sum(parts, Figure.SHARE) + figure(whole, Figure.REMAINDER))
                        .as("shares into %s", whole.place().toString())
                        .isCloseTo(1, within(1e-4));
            }
            if (whole.figure(Figure.REMAINDER_DLA).isPresent()) {
                double dla = figure(whole, Figure.DLA);
                assertThat(sum(parts, Figure.DLA) + figure(whole, Figure.REMAINDER_DLA))
                        .as("dla into %s", whole.place().toString())
                        .isCloseTo(dla, within(1e-4 * Math.max(1, Math.abs(dla))));
            }
        }
        assertThat(wholes).isGreaterThanOrEqualTo(6 * 4 * ids.length);
    }

    @Test
    void embedding_heads_mlps_and_biases_add_up_to_the_logit_and_to_a_logit_difference() {
        int[] ids = model.vocabulary().encode("When Mary and John went to the store, John gave a drink to");
        int mary = model.vocabulary().token("target", " Mary").id();
        int john = model.vocabulary().token("distractor", " John").id();
        Tracer tracer = new Tracer(model);
        for (TraceRequest request : List.of(
                TraceRequest.of(ids).withTarget(mary),
                TraceRequest.of(ids).withTarget(mary).withDistractor(john))) {
            Trace trace = tracer.trace(request, Progress.NONE);
            double parts = trace.constant();
            for (Activation a : trace.activations()) {
                boolean part = a.place().part().equals("embed")
                        || a.place().kind() == ActivationKind.HEAD_OUTPUT
                        || a.place().part().equals("b_O")
                        || a.place().kind() == ActivationKind.MLP_OUTPUT;
                parts += part ? a.figure(Figure.DLA).orElse(0) : 0;
            }
            assertThat(parts).isCloseTo(trace.metric(), within(1e-3));
        }
        JsonNode golden = Golden.json("sample/mary-flow.json");
        assertThat(tracer.trace(TraceRequest.of(ids).withTarget(mary).withDistractor(john), Progress.NONE)
                        .metric())
                .isCloseTo(golden.get("metric").asDouble(), within(1e-3));
    }

    @Test
    void influence_at_every_layer_and_on_the_biases_above_is_one() {
        Trace trace = new Tracer(model)
                .trace(TraceRequest.of(model.vocabulary().encode("The opposite of hot is")), Progress.NONE);
        double biasesAbove = 0;
        for (int l = 5; l >= 0; l--) {
            for (String part : List.of("post", "b_out", "mid", "b_O")) {
                int layer = l;
                double sum = trace.activations().stream()
                        .filter(a ->
                                a.place().layer() == layer && a.place().part().equals(part))
                        .mapToDouble(a -> figure(a, Figure.INFLUENCE))
                        .sum();
                if (part.startsWith("b_")) {
                    biasesAbove += sum;
                } else {
                    assertThat(sum + biasesAbove).as("%s of layer %d", part, l).isCloseTo(1, within(1e-4));
                }
            }
        }
    }

    private static double figure(Activation activation, Figure figure) {
        return activation.figure(figure).orElseThrow();
    }

    private static double sum(List<Edge> edges, Figure figure) {
        return edges.stream().mapToDouble(e -> e.figure(figure).orElse(0)).sum();
    }
}
