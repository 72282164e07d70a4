package io.headstream.tracer.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.headstream.tracer.Golden;
import io.headstream.tracer.attribution.VocabularyProjection.TokenScore;
import io.headstream.tracer.family.ModelLoader;
import io.headstream.tracer.model.Transformer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The index agrees with NumPy on the same checkpoint (golden/make_index.py). */
class ModelIndexTest {
    private static final double TOLERANCE = 1e-3;

    @Test
    void of_the_sample_model() {
        agree(Golden.sampleModel(), Golden.json("sample/index.json"));
    }

    @Test
    void of_a_gated_model_with_grouped_queries() {
        agree(Golden.folder("llama"), Golden.json("llama/index.json"));
    }

    private static void agree(Path folder, JsonNode golden) {
        try (Transformer model = ModelLoader.load(folder)) {
            ModelIndex index = new ModelIndex(model);
            for (int l = 0; l < model.architecture().layers(); l++) {
                ModelIndex.Layer layer = index.layer(l);
                for (JsonNode neuron : golden.get("neurons")) {
                    if (neuron.get("layer").asInt() == l) {
                        neuron(layer.neurons().get(neuron.get("index").asInt()), neuron);
                    }
                }
                for (JsonNode head : golden.get("heads")) {
                    if (head.get("layer").asInt() == l) {
                        head(layer.heads().get(head.get("head").asInt()), head);
                    }
                }
            }
        }
    }

    private static void neuron(ModelIndex.NeuronEntry found, JsonNode golden) {
        String name = "L" + golden.get("layer") + "N" + golden.get("index");
        assertThat(found.entropy()).as(name).isCloseTo(golden.get("entropy").asDouble(), within(TOLERANCE));
        tokens(name + " promotes", found.promotes(), golden.get("promotes"));
        tokens(name + " suppresses", found.suppresses(), golden.get("suppresses"));
        tokens(name + " detects", found.detects(), golden.get("detects"));
        assertThat(found.promotes().get(0).rank()).isEqualTo(1);
    }

    private static void tokens(String what, List<TokenScore> found, JsonNode golden) {
        assertThat(found).as(what).hasSize(golden.size());
        for (int i = 0; i < found.size(); i++) {
            assertThat(found.get(i).logit())
                    .as(what)
                    .isCloseTo(golden.get(i).get(1).asDouble(), within(TOLERANCE));
        }
        assertThat(found.get(0).token()).as(what).isEqualTo(golden.get(0).get(0).asInt());
    }

    private static void head(HeadEntry found, JsonNode golden) {
        String name = "L" + golden.get("layer") + "H" + golden.get("head");
        assertThat(found.copyingScore().orElseThrow())
                .as(name)
                .isCloseTo(golden.get("copyingScore").asDouble(), within(TOLERANCE));
        for (int i = 0; i < found.copies().size(); i++) {
            assertThat(found.copies().get(i).logit())
                    .as("%s copies", name)
                    .isCloseTo(golden.get("copies").get(i).get(1).asDouble(), within(TOLERANCE));
        }
        assertThat(found.copies().get(0).token())
                .as("%s copies", name)
                .isEqualTo(golden.get("copies").get(0).get(0).asInt());
    }
}
