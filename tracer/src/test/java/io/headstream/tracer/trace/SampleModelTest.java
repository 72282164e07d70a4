package io.headstream.tracer.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headstream.tracer.Golden;
import io.headstream.tracer.LoadedModel;
import io.headstream.tracer.Vocabulary;
import io.headstream.tracer.attribution.VocabularyProjection.TokenScore;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
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
        JsonNode golden = Golden.json("sample/" + name + ".json");
        int[] ids = new ObjectMapper().convertValue(golden.get("ids"), int[].class);
        int last = ids.length - 1;
        assertThat(model.vocabulary().encode(golden.get("prompt").asText())).containsExactly(ids);
        for (int p = 0; p <= last; p++) {
            assertThat(model.vocabulary().text(ids[p]))
                    .isEqualTo(golden.get("tokens").get(p).asText());
        }
        Vocabulary.NamedToken target =
                model.vocabulary().token("target", golden.get("target").asText());
        assertThat(target.id()).isEqualTo(golden.get("targetId").asInt());
        assertThat(target.note()).isEmpty();

        Trace trace = new Tracer(model)
                .trace(TraceRequest.of(ids).withTarget(target.id()).withDetail(Detail.FULL), Progress.NONE);
        Map<String, Activation> nodes = byNode(trace);
        assertThat(trace.metric()).isCloseTo(golden.get("targetLogit").asDouble(), within(1e-3));
        for (int i = 0; i < 10; i++) {
            TokenScore prediction = trace.predictions().get(i);
            assertThat(model.vocabulary().text(prediction.token()))
                    .isEqualTo(golden.get("top").get(i).get(0).asText());
            assertThat(prediction.probability())
                    .isCloseTo(golden.get("top").get(i).get(1).asDouble(), within(1e-4));
        }
        for (JsonNode lens : golden.get("lens")) {
            int l = lens.get("layer").asInt();
            lens(nodes.get(l == 0 ? "L0P" + last + ".embed" : "L" + (l - 1) + "P" + last + ".post"), lens.get("pre"));
            lens(nodes.get("L" + l + "P" + last + ".mid"), lens.get("mid"));
            lens(nodes.get("L" + l + "P" + last + ".post"), lens.get("post"));
        }
        for (JsonNode expected : golden.get("heads")) {
            head(trace, nodes, expected, last);
        }
        for (JsonNode expected : golden.get("mlp")) {
            Activation mlp = nodes.get("L" + expected.get("layer").asInt() + "P" + last + ".mlp");
            assertThat(figure(mlp, Figure.NORM))
                    .isCloseTo(expected.get("norm").asDouble(), relative(expected.get("norm")));
            assertThat(figure(mlp, Figure.DLA)).isCloseTo(expected.get("dla").asDouble(), within(1e-3));
            assertThat(figure(mlp, Figure.TARGET_RANK))
                    .isEqualTo(expected.get("rank").asInt());
        }
        for (JsonNode expected : golden.get("neurons")) {
            strongestNeurons(expected, ids);
        }
    }

    private static void lens(Activation residual, JsonNode expected) {
        assertThat(figure(residual, Figure.TARGET_RANK))
                .isEqualTo(expected.get(0).asInt());
        assertThat(figure(residual, Figure.TARGET_PROBABILITY))
                .isCloseTo(expected.get(1).asDouble(), within(1e-4));
    }

    private static void head(Trace trace, Map<String, Activation> nodes, JsonNode expected, int last) {
        Activation head = nodes.get("L" + expected.get("layer").asInt() + "P" + last + ".H"
                + expected.get("head").asInt());
        assertThat(figure(head, Figure.NORM))
                .isCloseTo(expected.get("norm").asDouble(), relative(expected.get("norm")));
        assertThat(figure(head, Figure.SHARE)).isCloseTo(expected.get("share").asDouble(), within(1e-3));
        assertThat(figure(head, Figure.DLA)).isCloseTo(expected.get("dla").asDouble(), within(1e-3));
        assertThat(figure(head, Figure.TARGET_RANK))
                .isEqualTo(expected.get("rank").asInt());
        String top = trace.tokenEdges().stream()
                .filter(e -> e.type() == TokenEdge.Type.WRITES && e.from().equals(head.place()))
                .filter(e -> e.token().rank() == 1)
                .map(e -> model.vocabulary().text(e.token().token()))
                .collect(Collectors.joining());
        assertThat(top).isEqualTo(expected.get("top").asText());
        Map<Integer, Double> weights = trace.edges().stream()
                .filter(e -> e.type() == Edge.Type.ATTENDED_BY && e.to().equals(head.place()))
                .collect(Collectors.toMap(
                        e -> e.from().position(), e -> e.figures().get(Figure.WEIGHT)));
        for (JsonNode attends : expected.get("attends")) {
            Double weight = weights.get(attends.get(0).asInt());
            if (weight != null) { // the terms that cover 95% are stored, by share and not by weight
                assertThat(weight).isCloseTo(attends.get(1).asDouble(), within(1e-4));
            }
        }
    }

    // the ten with the largest |post| |W_out|, of all neurons and not only of those that are stored
    private static void strongestNeurons(JsonNode expected, int[] ids) {
        int layer = expected.get("layer").asInt();
        try (NDManager manager = model.transformer().newPassManager()) {
            float[] post = model.transformer()
                    .run(ids, manager)
                    .layers()
                    .get(layer)
                    .post()
                    .get(ids.length - 1)
                    .toFloatArray();
            float[] norms = model.neuronNorms().get(layer);
            List<Integer> strongest = IntStream.range(0, post.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> -Math.abs(post[i]) * norms[i]))
                    .toList();
            for (int i = 0; i < 10; i++) {
                JsonNode neuron = expected.get("top").get(i);
                int index = strongest.get(i);
                assertThat(index).isEqualTo(neuron.get(0).asInt());
                assertThat((double) Math.abs(post[index]) * norms[index])
                        .isCloseTo(neuron.get(1).asDouble(), relative(neuron.get(1)));
                assertThat((double) post[index]).isCloseTo(neuron.get(2).asDouble(), within(1e-3));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Detail.class)
    void parts_and_remainder_add_up_to_their_whole(Detail detail) {
        int[] ids = model.vocabulary().encode("The capital of Japan is the city of");
        Trace trace = new Tracer(model).trace(TraceRequest.of(ids).withDetail(detail), Progress.NONE);
        Map<Place, List<Edge>> into = trace.edges().stream()
                .filter(e -> e.type() != Edge.Type.READ_BY)
                .collect(Collectors.groupingBy(Edge::to));
        int wholes = 0;
        for (Activation whole : trace.activations()) {
            List<Edge> parts = into.getOrDefault(whole.place(), List.of());
            if (whole.figure(Figure.REMAINDER).isPresent()) {
                wholes++;
                assertThat(sum(parts, Figure.SHARE) + figure(whole, Figure.REMAINDER))
                        .as("shares into %s", whole.place().node())
                        .isCloseTo(1, within(1e-4));
            }
            if (whole.figure(Figure.REMAINDER_DLA).isPresent()) {
                double dla = figure(whole, Figure.DLA);
                assertThat(sum(parts, Figure.DLA) + figure(whole, Figure.REMAINDER_DLA))
                        .as("dla into %s", whole.place().node())
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
                        || a.place().kind() == Kind.HEAD_OUTPUT
                        || a.place().part().equals("b_O")
                        || a.place().kind() == Kind.MLP_OUTPUT;
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

    private static Map<String, Activation> byNode(Trace trace) {
        return trace.activations().stream()
                .collect(Collectors.toMap(a -> a.place().node(), Function.identity()));
    }

    private static double figure(Activation activation, Figure figure) {
        return activation.figure(figure).orElseThrow();
    }

    private static double sum(List<Edge> edges, Figure figure) {
        return edges.stream().mapToDouble(e -> e.figure(figure).orElse(0)).sum();
    }

    private static Offset<Double> relative(JsonNode expected) {
        return within(1e-3 * Math.max(0.1, Math.abs(expected.asDouble())));
    }
}
