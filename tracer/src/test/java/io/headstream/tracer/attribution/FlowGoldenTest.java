package io.headstream.tracer.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headstream.tracer.Golden;
import io.headstream.tracer.SmolLm2;
import io.headstream.tracer.family.ModelLoader;
import io.headstream.tracer.model.ActivationCache;
import io.headstream.tracer.model.Block;
import io.headstream.tracer.model.Transformer;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shares and influence at all positions agree with an independent computation. */
class FlowGoldenTest {
    private static final double TOLERANCE = 1e-3;

    @ParameterizedTest
    @ValueSource(strings = {"mary", "tokyo"})
    void of_the_sample_model(String name) {
        agree(Golden.sampleModel(), Golden.json("sample/" + name + "-flow.json"));
    }

    @Test
    @Tag("smollm2")
    void of_smollm2() {
        agree(SmolLm2.folder(), Golden.json("smollm2/mary-flow.json"));
    }

    private static void agree(Path folder, JsonNode golden) {
        int[] tokens = new ObjectMapper().convertValue(golden.get("ids"), int[].class);
        try (Transformer model = ModelLoader.load(folder);
                NDManager manager = model.newPassManager()) {
            ActivationCache cache = model.run(tokens, manager);
            int last = tokens.length - 1;
            Influence sweep = new Influence(tokens.length, last);
            LayerShares[] layers = new LayerShares[cache.layers().size()];
            LayerInfluence[] influences = new LayerInfluence[layers.length];
            for (int l = layers.length - 1; l >= 0; l--) {
                ActivationCache.Layer layer = cache.layers().get(l);
                Block block = model.parameters().blocks().get(l);
                layers[l] = Shares.of(
                        Proximity.L1, layer, block, model.pattern(l, cache), model.memoryValues(block, layer));
                influences[l] = sweep.through(layers[l]);
            }
            for (JsonNode expected : golden.get("layers")) {
                int l = expected.get("layer").asInt();
                LayerShares shares = layers[l];
                LayerInfluence influence = influences[l];
                close("shareResidPre", expected.get("shareResidPre"), doubles(shares.residPre()));
                close("shareMlp", expected.get("shareMlp"), doubles(shares.mlp()));
                for (int h = 0; h < model.architecture().heads(); h++) {
                    assertThat(shares.head(last, h))
                            .as("share of L%dH%d", l, h)
                            .isCloseTo(expected.get("shareHeads").get(h).asDouble(), within(TOLERANCE));
                    double[] ofHead = new double[tokens.length];
                    for (int p = 0; p < tokens.length; p++) {
                        ofHead[p] = influence.afterAttention()[p] * shares.head(p, h);
                    }
                    close("influence of L" + l + "H" + h, expected.get("head").get(h), ofHead);
                }
                for (JsonNode neuron : expected.get("neurons")) {
                    assertThat((double) shares.neuron()[last][neuron.get(0).asInt()])
                            .isCloseTo(neuron.get(1).asDouble(), within(TOLERANCE));
                }
                close("resid_post", expected.get("resid_post"), influence.residPost());
                close("resid_mid", expected.get("resid_mid"), influence.afterAttention());
                close("mlp_out", expected.get("mlp_out"), influence.mlp());
            }
            close("embed", golden.get("embed"), sweep.left());
            assertThat(sweep.biases()).isCloseTo(golden.get("biases").asDouble(), within(TOLERANCE));
        }
    }

    private static double[] doubles(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            wide[i] = values[i];
        }
        return wide;
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
