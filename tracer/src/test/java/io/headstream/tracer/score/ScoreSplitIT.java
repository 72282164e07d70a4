package io.headstream.tracer.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.headstream.schema.ComponentName;
import io.headstream.tracer.Golden;
import io.headstream.tracer.SmolLm2;
import io.headstream.tracer.checkpoint.Safetensors;
import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.family.ModelLoader;
import io.headstream.tracer.load.LoadedModel;
import io.headstream.tracer.model.ActivationCache;
import io.headstream.tracer.model.Architecture;
import io.headstream.tracer.model.Transformer;
import io.headstream.tracer.score.ScoreSplit.Part;
import io.headstream.tracer.score.ScoreSplit.Question;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The parts of a score add up to it, and to what the pattern of another implementation says of it. */
class ScoreSplitIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gpt2",
                "gpt2-inverse-layer-scale",
                "gpt-neo",
                "gpt-j",
                "gpt-neox",
                "gpt-neox-sequential",
                "opt",
                "llama",
                "llama-bias",
                "llama3",
                "llama-yarn",
                "llama3-float16-sharded",
                "mistral",
                "qwen2",
                "qwen3"
            })
    void parts_add_up_to_what_transformers_patterns_say(String family) {
        try (Transformer model = ModelLoader.load(Golden.folder(family));
                NDManager manager = model.newPassManager();
                Safetensors golden = Safetensors.open(Golden.folder(family + "/activations.safetensors"))) {
            long[] ids = golden.read("tokens", manager).toLongArray();
            ActivationCache cache = model.run(
                    IntStream.range(0, ids.length).map(i -> (int) ids[i]).toArray(), manager);
            int compared = 0;
            for (int l = 0; l < model.architecture().layers(); l++) {
                NDArray pattern = golden.read("blocks." + l + ".attn.hook_pattern", manager); // [head, query, key]
                compared += agree(model, cache, l, pattern);
            }
            assertThat(compared).isGreaterThan(10);
        }
    }

    @Test
    @Tag("smollm2")
    @Tag("thorough")
    void and_on_a_real_model() {
        LoadedModel loaded = SmolLm2.model();
        Transformer model = loaded.transformer();
        try (NDManager manager = model.newPassManager()) {
            ActivationCache cache = model.run(
                    loaded.vocabulary().encode("When Mary and John went to the store, John gave a drink to"), manager);
            for (int l : List.of(0, 23)) {
                assertThat(agree(model, cache, l, model.pattern(l, cache))).isGreaterThan(10);
            }
        }
    }

    // every head, the last query, neighbouring keys that are not nothing: the difference of scores is the logarithm of
    // the ratio of weights
    private static int agree(Transformer model, ActivationCache cache, int layer, NDArray pattern) {
        Architecture a = model.architecture();
        int query = cache.positions() - 1;
        int compared = 0;
        for (int h = 0; h < a.heads(); h++) {
            float[] row = pattern.get(h).get(query).toFloatArray();
            for (int key = Math.max(1, query - a.window(layer) + 2); key <= query; key++) {
                if (row[key] < 1e-5 || row[key - 1] < 1e-5) {
                    continue;
                }
                ScoreSplit split = ScoreSplit.of(
                        model,
                        cache,
                        ComponentName.head(layer, h),
                        new Question(query, key, OptionalInt.of(key - 1)),
                        done -> {});
                double expected = Math.log((double) row[key] / row[key - 1]);
                String what = "L%dH%d from %d to %d rather than %d".formatted(layer, h, query, key, key - 1);
                double tolerance = 2e-3 * Math.max(1, Math.abs(expected));
                assertThat(split.score()).as(what).isCloseTo(expected, within(tolerance));
                assertThat(sum(split.queryParts())).as(what + ", query").isCloseTo(expected, within(tolerance));
                assertThat(sum(split.keyParts())).as(what + ", key").isCloseTo(expected, within(tolerance));
                assertThat(split.weight()).isCloseTo(row[key], within(1e-4));
                assertThat(split.weightAgainst()).isCloseTo(row[key - 1], within(1e-4));
                compared++;
            }
        }
        return compared;
    }

    @Test
    void of_one_key_they_add_up_to_its_score_and_name_who_writes() {
        try (LoadedModel loaded = LoadedModel.load(Golden.sampleModel());
                NDManager manager = loaded.transformer().newPassManager()) {
            Transformer model = loaded.transformer();
            int[] tokens = loaded.vocabulary().encode("When Mary and John went to the store, John gave a drink to");
            ActivationCache cache = model.run(tokens, manager);
            ScoreSplit split = ScoreSplit.of(
                    model, cache, ComponentName.head(2, 1), new Question(14, 2, OptionalInt.empty()), d -> {});
            assertThat(sum(split.queryParts())).isCloseTo(split.score(), within(1e-3));
            assertThat(sum(split.keyParts())).isCloseTo(split.score(), within(1e-3));
            List<String> names =
                    split.keyParts().stream().map(part -> part.writer().name()).toList();
            // GPT-2's shape: two embeddings, two blocks of six heads with a bias and an MLP, and the biases on the way
            assertThat(names)
                    .startsWith("hook_embed", "hook_pos_embed", "L0H0")
                    .contains("b_O L0", "mlp_out L0", "L1H5", "b_O L1", "mlp_out L1")
                    .endsWith("ln1.b", "b_K")
                    .hasSize(2 + 2 * (6 + 2) + 2);
            assertThat(split.keyParts().get(2).writer().node()).hasToString("L0P2.H0");
            assertThat(split.queryParts().get(2).writer().node()).hasToString("L0P14.H0");
            assertThat(split.pairs()).hasSize(30);
        }
    }

    @Test
    void what_is_not_there_is_refused() {
        try (Transformer model = ModelLoader.load(Golden.folder("gpt2"));
                NDManager manager = model.newPassManager()) {
            ActivationCache cache = model.run(new int[] {1, 2, 3}, manager);
            assertThatThrownBy(() -> split(model, cache, 99, 2, 1)).hasMessageContaining("there is no head L0H99");
            assertThatThrownBy(() -> split(model, cache, 0, 1, 2))
                    .isInstanceOf(TraceException.class)
                    .hasMessage("key 2 cannot be seen from position 1; in layer 0 it sees 0 to 1");
            assertThatThrownBy(() -> split(model, cache, 0, 3, 2))
                    .hasMessage("query 3 is not there; positions go from 0 to 2");
        }
    }

    private static ScoreSplit split(Transformer model, ActivationCache cache, int head, int query, int key) {
        return ScoreSplit.of(
                model, cache, ComponentName.head(0, head), new Question(query, key, OptionalInt.empty()), done -> {});
    }

    private static double sum(List<Part> parts) {
        return parts.stream().mapToDouble(Part::score).sum();
    }
}
