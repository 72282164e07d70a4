package io.headstream.tracer.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.headstream.tracer.Golden;
import io.headstream.tracer.checkpoint.Safetensors;
import io.headstream.tracer.model.Transformer;
import io.headstream.tracer.model.WeightsSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** W_E and W_U, where config.json ties them and the weights say otherwise: the weights have the last word, as in transformers. */
class TyingTest {
    private static final BinaryOperator<NDArray> AS_SAVED = (lnFinal, logits) -> logits;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"llama-bias", "mistral", "gpt-neox", "gpt-j", "gpt2-inverse-layer-scale", "qwen2-window"})
    void two_that_differ_are_two_whatever_the_config_says(String golden) throws IOException {
        GoldenCopy.of(golden, folder).config("\"tie_word_embeddings\": false", "\"tie_word_embeddings\": true");
        WeightsSummary weights = assertLogits(golden, AS_SAVED);
        assertThat(weights.notes())
                .singleElement()
                .asString()
                .contains("tie_word_embeddings is true, but", "differs from", "as transformers takes them");
    }

    @ParameterizedTest
    @CsvSource({
        "gpt2, transformer.wte.weight",
        "gpt-neo, transformer.wte.weight",
        "opt, model.decoder.embed_tokens.weight",
        "llama, model.embed_tokens.weight",
        "qwen2, model.embed_tokens.weight",
        "qwen3, model.embed_tokens.weight"
    })
    void a_head_beside_a_tied_embedding_counts_where_it_differs(String golden, String embedding) throws IOException {
        GoldenCopy copy = GoldenCopy.of(golden, folder)
                .weights(tensors -> tensors.put(
                        "lm_head.weight", embedded(tensors.get(embedding)).neg()));
        assertThat(assertLogits(golden, (lnFinal, logits) -> logits.neg()).notes())
                .hasSize(1);

        copy.weights(tensors -> tensors.put("lm_head.weight", embedded(tensors.get(embedding))));
        WeightsSummary same = assertLogits(golden, AS_SAVED);
        assertThat(same.notes()).as("the same twice is one").isEmpty();
        long once = same.parameters();

        copy.weights(tensors -> tensors.put("lm_head.weight", embedded(tensors.remove(embedding))));
        WeightsSummary only = assertLogits(golden, AS_SAVED);
        assertThat(only.notes()).as("one that is saved is both").isEmpty();
        assertThat(only.parameters()).isEqualTo(once);
    }

    @Test
    void without_the_flag_a_missing_head_is_not_made_up() throws IOException {
        GoldenCopy.of("llama", folder).config("\"tie_word_embeddings\": true,", "");
        assertThatThrownBy(() -> ModelLoader.load(folder).close()).hasMessageContaining("no tensor 'lm_head.weight'");
    }

    private static NDArray embedded(NDArray embedding) {
        return Objects.requireNonNull(embedding);
    }

    private WeightsSummary assertLogits(String golden, BinaryOperator<NDArray> wanted) {
        try (Transformer model = ModelLoader.load(folder);
                NDManager manager = model.newPassManager();
                Safetensors saved = Safetensors.open(Golden.folder(golden).resolve("activations.safetensors"))) {
            int[] tokens = java.util.Arrays.stream(saved.read("tokens", manager).toLongArray())
                    .mapToInt(Math::toIntExact)
                    .toArray();
            NDArray expected =
                    wanted.apply(saved.read("ln_final.hook_normalized_scaled", manager), saved.read("logits", manager));
            NDArray found = model.run(tokens, manager).logits();
            assertThat(found.sub(expected).abs().max().getFloat()).isLessThan(1e-4f);
            return model.weights();
        }
    }
}
