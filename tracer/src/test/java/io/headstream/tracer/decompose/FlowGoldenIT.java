package io.headstream.tracer.decompose;

import static io.headstream.tracer.decompose.Measure.*;
import static io.headstream.tracer.decompose.PartKind.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headstream.tracer.Golden;
import io.headstream.tracer.SmolLm2;
import io.headstream.tracer.attribution.Question;
import io.headstream.tracer.family.ModelLoader;
import io.headstream.tracer.model.ActivationCache;
import io.headstream.tracer.model.Transformer;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shares and influence at all positions agree with an independent computation. */
class FlowGoldenIT {
    private static final double TOLERANCE = 1e-3;

    @ParameterizedTest
    @ValueSource(strings = {"mary", "tokyo"})
    void of_the_sample_model(String name) {
        try (Transformer model = ModelLoader.load(Golden.sampleModel())) {
            agree(model, Golden.json("sample/" + name + "-flow.json"));
        }
    }

    @Test
    @Tag("smollm2")
    void of_smollm2() {
        agree(SmolLm2.model().transformer(), Golden.json("smollm2/mary-flow.json"));
    }

    private static void agree(Transformer model, JsonNode golden) {
        int[] tokens = new ObjectMapper().convertValue(golden.get("ids"), int[].class);
        try (NDManager manager = model.newPassManager()) {
            ActivationCache cache = model.run(tokens, manager);
            int last = tokens.length - 1;
            Question question = new Question(last, 0, OptionalInt.empty());
            Decomposition decomposition = Tables.decomposition(model, cache, question, null);
            List<LayerTable> layers = Tables.of(decomposition, model, cache);
            for (JsonNode expected : golden.get("layers")) {
                int l = expected.get("layer").asInt();
                LayerTable table = layers.get(l);
                close("shareResidPre", expected.get("shareResidPre"), of(table, RESID_PRE, SHARE));
                close("shareMlp", expected.get("shareMlp"), of(table, MLP_OUT, SHARE));
                for (int h = 0; h < model.architecture().heads(); h++) {
                    assertThat(table.get(HEAD, SHARE, last, h))
                            .as("share of L%dH%d", l, h)
                            .isCloseTo(expected.get("shareHeads").get(h).asDouble(), within(TOLERANCE));
                    double[] ofHead = new double[tokens.length];
                    for (int p = 0; p < tokens.length; p++) {
                        ofHead[p] = table.get(HEAD, INFLUENCE, p, h);
                    }
                    close("influence of L" + l + "H" + h, expected.get("head").get(h), ofHead);
                }
                for (JsonNode neuron : expected.get("neurons")) {
                    assertThat(table.get(NEURON, SHARE, last, neuron.get(0).asInt()))
                            .isCloseTo(neuron.get(1).asDouble(), within(TOLERANCE));
                }
                close("resid_post", expected.get("resid_post"), of(table, RESID_POST, INFLUENCE));
                close("resid_mid", expected.get("resid_mid"), of(table, table.afterAttention(), INFLUENCE));
                close("mlp_out", expected.get("mlp_out"), of(table, MLP_OUT, INFLUENCE));
            }
            close("embed", golden.get("embed"), decomposition.influence().left());
            assertThat(decomposition.influence().biases())
                    .isCloseTo(golden.get("biases").asDouble(), within(TOLERANCE));
        }
    }

    private static double[] of(LayerTable table, PartKind kind, Measure measure) {
        double[] values = new double[table.size().positions()];
        for (int p = 0; p < values.length; p++) {
            values[p] = table.get(kind, measure, p);
        }
        return values;
    }

    private static void close(String what, JsonNode expected, double[] actual) {
        assertThat(actual).as(what).hasSize(expected.size());
        for (int i = 0; i < actual.length; i++) {
            assertThat(actual[i])
                    .as("%s at %d", what, i)
                    .isCloseTo(expected.get(i).asDouble(), within(TOLERANCE));
        }
    }
}
