package io.headstream.tracer.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headstream.tracer.Golden;
import io.headstream.tracer.SmolLm2;
import io.headstream.tracer.Tokenizer;
import io.headstream.tracer.attribution.Question;
import io.headstream.tracer.attribution.Rows;
import io.headstream.tracer.family.ModelLoader;
import io.headstream.tracer.model.ActivationCache;
import io.headstream.tracer.model.Block;
import io.headstream.tracer.model.Transformer;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Effects at all positions agree with an independent computation. */
class EffectGoldenTest {
    private static final double RELATIVE = 1e-2;

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
        double metric = golden.get("metric").asDouble();
        try (Transformer model = ModelLoader.load(folder);
                Tokenizer tokenizer = Tokenizer.open(folder).orElseThrow();
                NDManager manager = model.newPassManager()) {
            Question question = new Question(
                    tokens.length - 1,
                    tokenizer.encodeBare(golden.get("target").asText())[0],
                    OptionalInt.of(tokenizer.encodeBare(golden.get("distractor").asText())[0]));
            GradientPass.Result pass =
                    new GradientPass(model, tokens, manager).run(EffectOptions.DEFAULT, logits -> question, done -> {});
            for (JsonNode expected : golden.get("layers")) {
                int l = expected.get("layer").asInt();
                LayerEffects effects = effects(model, pass, l);
                for (int h = 0; h < effects.head().length; h++) {
                    close("L" + l + "H" + h, metric, expected.get("effectHeads").get(h), effects.head()[h]);
                }
                close("attn " + l, metric, expected.get("effectAttn"), effects.attn());
                close("mlp " + l, metric, expected.get("effectMlp"), effects.mlp());
                for (JsonNode neuron : expected.get("neurons")) {
                    int i = neuron.get(0).asInt();
                    close("L" + l + "N" + i, metric, neuron.get(2).asDouble(), effects.neuron()[tokens.length - 1][i]);
                }
            }
        }
    }

    static LayerEffects effects(Transformer model, GradientPass.Result pass, int l) {
        ActivationCache.Layer layer = pass.cache().layers().get(l);
        Block block = model.parameters().blocks().get(l);
        NDArray attention = model.pattern(l, pass.cache());
        float[][][] pattern = new float[model.architecture().heads()][][];
        for (int h = 0; h < pattern.length; h++) {
            pattern[h] = Rows.of(attention.get(h));
        }
        return LayerEffects.of(
                layer,
                block,
                pattern,
                model.memoryValues(block, layer),
                model.result(block, layer),
                pass.gradients().layers().get(l));
    }

    private static void close(String what, double metric, JsonNode expected, float[] actual) {
        assertThat(actual).as(what).hasSize(expected.size());
        for (int p = 0; p < actual.length; p++) {
            close(what + " at " + p, metric, expected.get(p).asDouble(), actual[p]);
        }
    }

    // relative above 1% of the metric, absolute below
    private static void close(String what, double metric, double expected, double actual) {
        double least = Math.abs(metric) * 0.01;
        assertThat(actual).as(what).isCloseTo(expected, within(RELATIVE * Math.max(least, Math.abs(expected))));
    }
}
