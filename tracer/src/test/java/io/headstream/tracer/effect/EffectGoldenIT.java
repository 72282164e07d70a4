package io.headstream.tracer.effect;

import static io.headstream.tracer.decompose.PartKind.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headstream.tracer.Golden;
import io.headstream.tracer.SmolLm2;
import io.headstream.tracer.attribution.Question;
import io.headstream.tracer.decompose.LayerTable;
import io.headstream.tracer.decompose.Measure;
import io.headstream.tracer.decompose.PartKind;
import io.headstream.tracer.decompose.Tables;
import io.headstream.tracer.family.ModelLoader;
import io.headstream.tracer.load.LoadedModel;
import io.headstream.tracer.model.Transformer;
import io.headstream.tracer.tokenizer.Tokenizer;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Effects at all positions agree with an independent computation. */
class EffectGoldenIT {
    private static final double RELATIVE = 1e-2;

    @ParameterizedTest
    @ValueSource(strings = {"mary", "tokyo"})
    void of_the_sample_model(String name) {
        try (Transformer model = ModelLoader.load(Golden.sampleModel());
                Tokenizer tokenizer = Tokenizer.open(Golden.sampleModel()).orElseThrow()) {
            agree(model, tokenizer, Golden.json("sample/" + name + "-flow.json"));
        }
    }

    @Test
    @Tag("smollm2")
    void of_smollm2() {
        LoadedModel model = SmolLm2.model();
        agree(model.transformer(), model.vocabulary().tokenizer().orElseThrow(), Golden.json("smollm2/mary-flow.json"));
    }

    private static void agree(Transformer model, Tokenizer tokenizer, JsonNode golden) {
        int[] tokens = new ObjectMapper().convertValue(golden.get("ids"), int[].class);
        double metric = golden.get("metric").asDouble();
        try (NDManager manager = model.newPassManager()) {
            Question question = new Question(
                    tokens.length - 1,
                    tokenizer.encodeBare(golden.get("target").asText())[0],
                    OptionalInt.of(tokenizer.encodeBare(golden.get("distractor").asText())[0]));
            GradientPass.Result pass =
                    new GradientPass(model, tokens, manager).run(EffectOptions.DEFAULT, logits -> question, done -> {});
            List<LayerTable> tables = tables(model, pass);
            for (JsonNode expected : golden.get("layers")) {
                int l = expected.get("layer").asInt();
                LayerTable table = tables.get(l);
                for (int h = 0; h < table.size().heads(); h++) {
                    close("L" + l + "H" + h, metric, expected.get("effectHeads").get(h), effects(table, HEAD, h));
                }
                close("attn " + l, metric, expected.get("effectAttn"), effects(table, ATTN_OUT, 0));
                close("mlp " + l, metric, expected.get("effectMlp"), effects(table, MLP_OUT, 0));
                for (JsonNode neuron : expected.get("neurons")) {
                    int i = neuron.get(0).asInt();
                    double effect = table.get(NEURON, Measure.EFFECT, tokens.length - 1, i);
                    close("L" + l + "N" + i, metric, neuron.get(2).asDouble(), effect);
                }
            }
        }
    }

    static List<LayerTable> tables(Transformer model, GradientPass.Result pass) {
        return Tables.of(
                Tables.decomposition(model, pass.cache(), pass.question(), pass.gradients()), model, pass.cache());
    }

    /** By position. */
    static double[] effects(LayerTable table, PartKind kind, int index) {
        double[] effects = new double[table.size().positions()];
        for (int p = 0; p < effects.length; p++) {
            effects[p] = table.get(kind, Measure.EFFECT, p, index);
        }
        return effects;
    }

    private static void close(String what, double metric, JsonNode expected, double[] actual) {
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
