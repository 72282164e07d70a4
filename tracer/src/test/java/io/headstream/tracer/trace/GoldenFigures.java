package io.headstream.tracer.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headstream.schema.ActivationId;
import io.headstream.schema.EdgeType;
import io.headstream.schema.Figure;
import io.headstream.schema.TokenEdgeType;
import io.headstream.tracer.attribution.VocabularyProjection.TokenScore;
import io.headstream.tracer.load.LoadedModel;
import io.headstream.tracer.model.ActivationCache;
import io.headstream.tracer.tokenizer.Vocabulary;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Compares a trace with the figures that an independent computation gave for one prompt (golden/README.md). */
final class GoldenFigures {
    private static final double RELATIVE = 1e-2;
    // the reference takes the difference of two large float32 sums: against float64 it is wrong by up to 2% of shares
    // of a few
    // 1e-5, where the trace is within 0.05%
    private static final double REFERENCE_NOISE = 1e-6;
    private static final double PROBABILITY = 1e-4; // ranks of tokens closer than this may differ

    private final LoadedModel model;
    private final JsonNode golden;
    private final int[] ids;
    private final int last;
    private final Trace trace;
    private final Map<String, Activation> nodes;

    GoldenFigures(LoadedModel model, JsonNode golden) {
        this.model = model;
        this.golden = golden;
        this.ids = new ObjectMapper().convertValue(golden.get("ids"), int[].class);
        this.last = ids.length - 1;
        this.trace = new Tracer(model)
                .trace(TraceRequest.of(ids).withTarget(golden.get("targetId").asInt()), Progress.NONE);
        this.nodes = trace.activations().stream()
                .collect(Collectors.toMap(a -> a.place().toString(), Function.identity()));
    }

    void check() {
        tokens();
        predictions();
        golden.get("lens").forEach(this::lens);
        heads();
        mlps();
        strongestNeurons();
    }

    private void tokens() {
        Vocabulary vocabulary = model.vocabulary();
        assertThat(vocabulary.encode(golden.get("prompt").asText())).containsExactly(ids);
        for (int p = 0; p <= last; p++) {
            assertThat(vocabulary.text(ids[p]))
                    .isEqualTo(golden.get("tokens").get(p).asText());
        }
        Vocabulary.NamedToken target =
                vocabulary.token("target", golden.get("target").asText());
        assertThat(target.id()).isEqualTo(golden.get("targetId").asInt());
        assertThat(target.note()).isEmpty();
    }

    private void predictions() {
        assertThat(trace.metric()).isCloseTo(golden.get("targetLogit").asDouble(), within(1e-3));
        for (int i = 0; i < 10; i++) {
            TokenScore prediction = trace.predictions().get(i);
            assertThat(model.vocabulary().text(prediction.token()))
                    .isEqualTo(golden.get("top").get(i).get(0).asText());
            assertThat(prediction.probability())
                    .isCloseTo(golden.get("top").get(i).get(1).asDouble(), within(1e-3));
        }
    }

    private void lens(JsonNode lens) {
        int l = lens.get("layer").asInt();
        String pre = l == 0 ? "L0P" + last + ".embed" : "L" + (l - 1) + "P" + last + ".post";
        lens(pre, lens.get("pre"));
        lens("L" + l + "P" + last + ".mid", lens.get("mid"));
        lens("L" + l + "P" + last + ".post", lens.get("post"));
    }

    private void lens(String node, JsonNode expected) {
        double probability = expected.get(1).asDouble();
        assertThat(figure(node, Figure.TARGET_PROBABILITY)).as(node).isCloseTo(probability, within(1e-3));
        double rank = expected.get(0).asDouble();
        // far down, where all tokens are less probable than that, the order of the last digits is left
        double swaps = probability > PROBABILITY ? 0 : Math.max(1, 1e-3 * rank);
        assertThat(figure(node, Figure.TARGET_RANK)).as("rank at %s", node).isCloseTo(rank, within(swaps));
    }

    private void heads() {
        List<JsonNode> heads = list(golden.get("heads"));
        for (String name : List.of("norm", "share", "dla")) {
            Figure figure = Figure.valueOf(name.toUpperCase(java.util.Locale.ROOT));
            agree("heads' " + name, heads, name, h -> figure(headNode(h), figure));
        }
        for (JsonNode expected : heads) {
            Activation head = nodes.get(headNode(expected));
            Map<Integer, Double> weights = trace.edges().stream()
                    .filter(e -> e.type() == EdgeType.ATTENDED_BY && e.to().equals(head.place()))
                    .collect(Collectors.toMap(
                            e -> e.from().position(), e -> e.figures().get(Figure.WEIGHT)));
            for (JsonNode attends : expected.get("attends")) {
                Double weight = weights.get(attends.get(0).asInt());
                if (weight != null) { // the terms that cover 95% are stored, by share and not by weight
                    assertThat(weight).isCloseTo(attends.get(1).asDouble(), within(1e-3));
                }
            }
        }
        assertThat(heads.stream().filter(h -> top(h).equals(h.get("top").asText())))
                .as("heads whose first token agrees")
                .hasSizeGreaterThanOrEqualTo(heads.size() * 99 / 100);
    }

    private String headNode(JsonNode head) {
        return "L" + head.get("layer").asInt() + "P" + last + ".H"
                + head.get("head").asInt();
    }

    private String top(JsonNode head) {
        ActivationId place = nodes.get(headNode(head)).place();
        return trace.tokenEdges().stream()
                .filter(e -> e.type() == TokenEdgeType.WRITES && e.from().equals(place))
                .filter(e -> e.rank() == 1)
                .map(e -> model.vocabulary().text(e.token()))
                .collect(Collectors.joining());
    }

    private void mlps() {
        List<JsonNode> mlps = list(golden.get("mlp"));
        Function<JsonNode, String> node = mlp -> "L" + mlp.get("layer").asInt() + "P" + last + ".mlp";
        agree("mlps' norm", mlps, "norm", mlp -> figure(node.apply(mlp), Figure.NORM));
        agree("mlps' dla", mlps, "dla", mlp -> figure(node.apply(mlp), Figure.DLA));
        mlps.forEach(mlp -> {
            double rank = mlp.get("rank").asDouble();
            assertThat(figure(node.apply(mlp), Figure.TARGET_RANK))
                    .as("rank of %s", node.apply(mlp))
                    .isCloseTo(rank, within(Math.max(1, 1e-3 * rank)));
        });
    }

    // the ten with the largest |post| |W_out|, of all neurons and not only of those that are stored
    private void strongestNeurons() {
        try (NDManager manager = model.transformer().newPassManager()) {
            ActivationCache cache = model.transformer().run(ids, manager);
            for (JsonNode expected : golden.get("neurons")) {
                int layer = expected.get("layer").asInt();
                float[] post = cache.layers().get(layer).post().get(last).toFloatArray();
                strongestNeurons(layer, post, expected.get("top"));
            }
        }
    }

    private void strongestNeurons(int layer, float[] post, JsonNode expected) {
        float[] norms = model.neuronNorms().get(layer);
        List<Integer> strongest = IntStream.range(0, post.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -Math.abs(post[i]) * norms[i]))
                .toList();
        for (int i = 0; i < 10; i++) {
            JsonNode neuron = expected.get(i);
            int index = strongest.get(i);
            assertThat(index)
                    .as("neuron %d of layer %d", i, layer)
                    .isEqualTo(neuron.get(0).asInt());
            double strength = neuron.get(1).asDouble();
            assertThat((double) Math.abs(post[index]) * norms[index])
                    .isCloseTo(strength, within(1e-3 * Math.max(0.1, strength)));
            assertThat((double) post[index]).isCloseTo(neuron.get(2).asDouble(), within(2e-3));
        }
    }

    // to 1% of each figure, all but the tenth smallest of them, which a last digit of float32 can turn
    private void agree(String what, List<JsonNode> expected, String name, Function<JsonNode, Double> actual) {
        double[] sizes = expected.stream()
                .mapToDouble(e -> Math.abs(e.get(name).asDouble()))
                .sorted()
                .toArray();
        double smallest = sizes[sizes.length / 10];
        for (JsonNode e : expected) {
            double figure = e.get(name).asDouble();
            if (Math.abs(figure) >= smallest) {
                assertThat(actual.apply(e))
                        .as("%s of %s", what, e)
                        .isCloseTo(figure, within(Math.max(REFERENCE_NOISE, RELATIVE * Math.abs(figure))));
            }
        }
    }

    private double figure(String node, Figure figure) {
        return nodes.get(node).figure(figure).orElseThrow();
    }

    private static List<JsonNode> list(JsonNode array) {
        Stream<JsonNode> stream = StreamSupport.stream(array.spliterator(), false);
        return stream.toList();
    }
}
