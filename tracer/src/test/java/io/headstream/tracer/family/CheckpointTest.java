package io.headstream.tracer.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.headstream.schema.Figure;
import io.headstream.tracer.Golden;
import io.headstream.tracer.checkpoint.Checkpoint;
import io.headstream.tracer.checkpoint.Safetensors;
import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.load.LoadedModel;
import io.headstream.tracer.model.Transformer;
import io.headstream.tracer.trace.Progress;
import io.headstream.tracer.trace.Trace;
import io.headstream.tracer.trace.TraceRequest;
import io.headstream.tracer.trace.Tracer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Folders that are damaged, contradictory or unusual: each is named, with what was expected and what to do. */
class CheckpointTest {
    @TempDir
    private Path folder;

    @Test
    void pickled_weights_are_not_read_and_the_message_says_how_to_convert_them() throws IOException {
        copy("llama", "config.json");
        Files.writeString(folder.resolve("pytorch_model.bin"), "anything");
        refused("never opened here", "save_pretrained");
    }

    @Test
    void a_shard_that_is_missing_or_does_not_hold_what_the_index_says() throws IOException {
        copyAll("gpt-neox-bfloat16-sharded");
        Path shard = folder.resolve("model-00002-of-00003.safetensors");
        byte[] content = Files.readAllBytes(shard);
        Files.delete(shard);
        refused("model-00002-of-00003.safetensors", "does not exist");
        Files.copy(folder.resolve("model-00001-of-00003.safetensors"), shard);
        refused("is in two files");
        Files.write(shard, content);
        Path index = folder.resolve("model.safetensors.index.json");
        String names = Files.readString(index);
        Files.writeString(index, names.replace("model-00003-of-00003", "model-00001-of-00003"));
        refused("says that 'model-00001-of-00003.safetensors' holds");
        Files.writeString(index, names.replace("model-00003-of-00003.safetensors", "../../secret.safetensors"));
        refused("is not a safetensors file of its folder");
    }

    @Test
    void tensors_missing_unexpected_or_of_the_wrong_shape() throws IOException {
        rewrite("qwen2", tensors -> tensors.remove("model.layers.1.self_attn.k_proj.bias"));
        refused("has no tensor 'model.layers.1.self_attn.k_proj.bias'");
        rewrite(
                "llama",
                tensors -> tensors.put(
                        "model.layers.0.self_attn.q_proj.bias", tensors.get("model.layers.0.input_layernorm.weight")));
        refused("'model.layers.0.self_attn.q_proj.bias'", "config.json does not speak of");
        rewrite(
                "opt",
                tensors -> tensors.put(
                        "model.decoder.embed_positions.weight",
                        tensors.get("model.decoder.embed_positions.weight").get(":32")));
        refused("'model.decoder.embed_positions.weight' has shape [32, 24]", "makes it [34, 24]");
        rewrite(
                "mistral",
                tensors -> tensors.put(
                        "model.norm.weight", tensors.get("model.norm.weight").toType(DataType.INT64, false)));
        refused("quantized");
    }

    @Test
    void old_buffers_are_passed_over_and_other_heads_are_noted() throws IOException {
        rewrite("gpt2", tensors -> {
            NDArray any = tensors.get("transformer.ln_f.weight");
            tensors.put("transformer.h.0.attn.bias", any);
            tensors.put("transformer.h.0.attn.masked_bias", any);
            tensors.put("score.weight", any);
        });
        try (Transformer model = ModelLoader.load(folder)) {
            assertThat(model.weights().notes()).containsExactly("not read: score.weight");
            assertThat(model.weights().parameters()).isEqualTo(parameters("gpt2"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    llama    | "hidden_act": "silu"           | "hidden_act": "mish"             | activation function 'mish' is not known
                    llama    | "rope_type": "default"         | "rope_type": "su"                | rotary scaling 'su' is not supported
                    llama    | "rope_type": "default"         | "rope_type": "linear"            | needs a positive number 'factor'
                    llama    | "num_key_value_heads": 2       | "num_key_value_heads": 3         | num_attention_heads 4 is not a multiple of num_key_value_heads 3
                    llama    | "num_attention_heads": 4       | "num_attention_heads": "four"    | must have a positive whole number 'num_attention_heads'
                    llama    | "num_hidden_layers": 3         | "num_hidden_layers": 4           | has no tensor 'model.layers.3.input_layernorm.weight'
                    llama    | "num_hidden_layers": 3         | "num_hidden_layers": 2           | does not speak of, such as 'model.layers.2
                    llama    | "tie_word_embeddings": true    | "tie_word_embeddings": false     | has no tensor 'lm_head.weight'
                    gpt-neo  | "num_layers": 4                | "num_layers": 3                  | attention_types describes 4 layers
                    gpt-j    | "rotary_dim": 4                | "rotary_dim": 9                  | must be an even number
                    opt      | "do_layer_norm_before": true   | "do_layer_norm_before": false    | is not supported
                    qwen2    | "model_type": "qwen2"          | "model_type": "qwen2_moe"        | supported: gpt2, gpt_neo, gptj, gpt_neox, opt, llama, mistral, qwen2, qwen3
                    """)
    void configs_that_contradict_the_weights_or_ask_too_much(String family, String found, String given, String why)
            throws IOException {
        copyAll(family);
        String config = Files.readString(folder.resolve("config.json"));
        assertThat(config).contains(found);
        Files.writeString(folder.resolve("config.json"), config.replace(found, given));
        refused(why);
    }

    @Test
    void nan_weights_are_traced_and_flagged() throws IOException {
        rewrite("llama", tensors -> {
            NDArray gate = tensors.get("model.layers.2.mlp.up_proj.weight").duplicate();
            gate.set(new ai.djl.ndarray.index.NDIndex("0,0"), Float.NaN);
            gate.set(new ai.djl.ndarray.index.NDIndex("1,0"), Float.POSITIVE_INFINITY);
            tensors.put("model.layers.2.mlp.up_proj.weight", gate);
        });
        try (LoadedModel model = LoadedModel.load(folder)) {
            assertThat(model.transformer().weights().notes())
                    .singleElement()
                    .asString()
                    .contains("'model.layers.2.mlp.up_proj.weight' holds 2 NaN or infinite numbers");
            Trace trace = new Tracer(model).trace(TraceRequest.of(1, 2, 3), Progress.NONE);
            assertThat(trace.nonFinite()).isPositive();
            assertThat(trace.activations())
                    .allSatisfy(a -> assertThat(a.figures().values()).allMatch(Double::isFinite));
            assertThat(trace.activations().stream()
                            .filter(a -> a.place().toString().equals("L1P2.mid"))
                            .findFirst()
                            .orElseThrow()
                            .figure(Figure.NORM))
                    .as("what does not depend on them")
                    .isPresent();
        }
    }

    @Test
    void a_file_that_changes_while_it_is_read() throws IOException {
        copyAll("llama");
        Path weights = folder.resolve("model.safetensors");
        try (Checkpoint checkpoint = Checkpoint.open(folder)) {
            checkpoint.requireUnchanged();
            Files.write(weights, new byte[1], java.nio.file.StandardOpenOption.APPEND);
            assertThatThrownBy(checkpoint::requireUnchanged)
                    .isInstanceOf(TraceException.class)
                    .hasMessageContaining("changed while it was read");
        }
        copyAll("llama");
        try (Safetensors file = Safetensors.open(weights);
                NDManager manager = NDManager.newBaseManager()) {
            try (java.nio.channels.FileChannel cut =
                    java.nio.channels.FileChannel.open(weights, java.nio.file.StandardOpenOption.WRITE)) {
                cut.truncate(cut.size() / 2);
            }
            assertThatThrownBy(() -> file.read("model.norm.weight", manager))
                    .hasMessageContaining("still being written");
        }
    }

    @Test
    void half_precision_weights_kept_as_stored_give_the_same_numbers() {
        Path half = Golden.folder("llama3-float16-sharded");
        try (Transformer wide = ModelLoader.load(half);
                Transformer kept = ModelLoader.load(half, ModelLoader.Precision.AS_STORED);
                NDManager manager = wide.newPassManager();
                NDManager other = kept.newPassManager()) {
            assertThat(kept.weights().computedType()).isEqualTo("F16");
            assertThat(kept.parameters().blocks().get(0).wOut().getDataType()).isEqualTo(DataType.FLOAT16);
            int[] tokens = {5, 9, 3, 7};
            float difference = wide.run(tokens, manager)
                    .logits()
                    .sub(kept.run(tokens, other).logits())
                    .abs()
                    .max()
                    .getFloat();
            assertThat(difference).isCloseTo(0, within(1e-6f));
        }
    }

    private void refused(String... messages) {
        assertThatThrownBy(() -> ModelLoader.load(folder).close())
                .isInstanceOf(TraceException.class)
                .satisfies(e -> assertThat(e.getMessage()).contains(messages));
    }

    private static long parameters(String family) {
        try (Safetensors file = Safetensors.open(Golden.folder(family).resolve("model.safetensors"))) {
            return file.entries().stream()
                    .mapToLong(e -> e.length() / e.type().bytes())
                    .sum();
        }
    }

    private void copy(String family, String name) throws IOException {
        Files.copy(
                Golden.folder(family).resolve(name),
                folder.resolve(name),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private void copyAll(String family) throws IOException {
        try (Stream<Path> files = Files.list(Golden.folder(family))) {
            for (Path file : files.toList()) {
                copy(family, file.getFileName().toString());
            }
        }
    }

    private void rewrite(String family, Consumer<Map<String, NDArray>> change) throws IOException {
        copy(family, "config.json");
        try (Safetensors file = Safetensors.open(Golden.folder(family).resolve("model.safetensors"));
                NDManager manager = NDManager.newBaseManager()) {
            Map<String, NDArray> tensors = new LinkedHashMap<>();
            file.names().forEach(name -> tensors.put(name, file.read(name, manager)));
            change.accept(tensors);
            Safetensors.write(folder.resolve("model.safetensors"), tensors);
        }
    }
}
