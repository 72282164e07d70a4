package io.headstream.tracer.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.headstream.tracer.Golden;
import io.headstream.tracer.checkpoint.ForeignFolder;
import io.headstream.tracer.checkpoint.Safetensors;
import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.model.Transformer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Folders as strangers bring them: quantized, adapters, tokenizers alone, two sets of weights, keys under other names. */
class ForeignCheckpointTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "quantization_config": {"quant_method": "gptq", "bits": 4, "group_size": 128} | by GPTQ in 4 bits | take the model that it was made from
                    "quantization_config": {"quant_method": "awq", "w_bit": 4, "version": "gemm"} | by AWQ in 4 bits | take the model
                    "quantization_config": {"quant_method": "fp8", "fmt": "e4m3", "weight_block_size": [128, 128]} | by FP8, | FineGrainedFP8Config(dequantize=True)
                    "quantization_config": {"quant_method": "bitsandbytes", "load_in_4bit": true} | by bitsandbytes in 4 bits | dequantize()
                    "quantization_config": {"load_in_8bit": true} | by bitsandbytes in 8 bits | dequantize()
                    "quantization_config": {"quant_method": "compressed-tensors", "config_groups": {}} | by compressed-tensors, | CompressedTensorsConfig
                    "compression_config": {"config_groups": {"g": {}}} | by compressed-tensors, | CompressedTensorsConfig
                    "quantization": {"group_size": 64, "bits": 4} | by MLX in 4 bits | mlx_lm.convert
                    "quantization_config": {"quant_method": "new-one", "bits": 2} | by new-one in 2 bits | take the model
                    """)
    void a_quantized_model_is_refused_by_its_config_alone(String key, String how, String remedy) throws IOException {
        GoldenCopy.of("llama", folder).config("\"model_type\"", key + ", \"model_type\"");
        Files.delete(folder.resolve("model.safetensors"));
        assertThatThrownBy(() -> ModelLoader.describe(folder))
                .isInstanceOf(TraceException.class)
                .hasMessageContaining("is of a model quantized " + how)
                .hasMessageContaining(remedy);
    }

    @Test
    void an_empty_word_on_quantization_means_none() throws IOException {
        GoldenCopy.of("llama", folder)
                .config("\"model_type\"", "\"quantization_config\": null, \"quantization\": {}, \"model_type\"");
        assertThat(ModelLoader.describe(folder).family()).isEqualTo("llama");
    }

    @Test
    void numbers_of_8_bits_in_the_weights_are_named_and_no_fault_of_the_copy() throws IOException {
        GoldenCopy.of("llama", folder);
        byte[] header = "{\"x\":{\"dtype\":\"F8_E4M3\",\"shape\":[2],\"data_offsets\":[0,2]}}"
                .getBytes(StandardCharsets.US_ASCII);
        ByteBuffer file = ByteBuffer.allocate(8 + header.length + 2).order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(header.length).put(header);
        Files.write(folder.resolve("model.safetensors"), file.array());
        refused()
                .hasMessageContaining("of quantized weights. Give the model in F32, F16 or BF16")
                .hasMessageNotContaining("Copy");
    }

    @Test
    void what_is_no_model_is_named_as_what_it_is() throws IOException {
        Files.writeString(folder.resolve("tokenizer.json"), "{}");
        refused().hasMessageContaining("holds a tokenizer only ('tokenizer.json')");
        Files.writeString(folder.resolve("model.gguf"), "GGUF");
        refused().hasMessageContaining("as GGUF ('model.gguf')").hasMessageContaining("gguf_file='model.gguf'");
        Files.writeString(
                folder.resolve("adapter_config.json"),
                "{\"peft_type\": \"LORA\", \"base_model_name_or_path\": \"org/base\"}");
        refused()
                .hasMessageContaining("is an adapter (LORA) of 'org/base', not a model")
                .hasMessageContaining("merge_and_unload()");
        Files.writeString(
                folder.resolve("adapter_config.json"),
                "{\"peft_type\": \"PREFIX_TUNING\", \"base_model_name_or_path\": \"org/base\"}");
        refused().hasMessageContaining("cannot be merged");
        Files.writeString(folder.resolve("config.json"), "{\"model_type\": \"llama\"}");
        Files.delete(folder.resolve("model.gguf"));
        Path none = folder.resolve("none");
        assertThatThrownBy(() -> ModelLoader.describe(none)).hasMessageContaining("'" + none + "' does not exist");
        assertThatThrownBy(() -> ModelLoader.describe(folder.resolve("tokenizer.json")))
                .hasMessageContaining("is a file");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThat(ForeignFolder.kind(empty)).isEmpty();
        Files.writeString(empty.resolve("model.safetensors"), "");
        assertThat(ForeignFolder.kind(empty))
                .hasValueSatisfying(kind -> assertThat(kind).contains("weights but no config.json"));
    }

    @Test
    void an_adapter_with_its_models_config_is_an_adapter() throws IOException {
        GoldenCopy.of("llama", folder);
        Files.writeString(folder.resolve("adapter_config.json"), "{\"peft_type\": \"LORA\"}");
        try (Transformer model = ModelLoader.load(folder)) {
            assertThat(model.weights().notes()).singleElement().asString().contains("adapter", "not applied");
        }
        Files.delete(folder.resolve("model.safetensors"));
        refused().hasMessageContaining("is an adapter (LORA) of a model that it does not name");
    }

    @Test
    void of_two_sets_of_weights_it_is_said_which_was_taken() throws IOException {
        GoldenCopy.of("llama", folder);
        Files.writeString(folder.resolve("model-00001-of-00002.safetensors"), "");
        Files.writeString(folder.resolve("model.safetensors.index.json"), "{\"weight_map\": {}}");
        Files.writeString(folder.resolve("pytorch_model.bin"), "");
        Files.writeString(folder.resolve("training_args.bin"), "");
        try (Transformer model = ModelLoader.load(folder)) {
            assertThat(model.weights().notes())
                    .containsExactly(
                            "the weights are those of model.safetensors, as transformers takes them; the folder"
                                    + " also has model-00001-of-00002.safetensors, model.safetensors.index.json,"
                                    + " pytorch_model.bin, not read");
        }
    }

    @Test
    void weights_that_the_config_names_otherwise_are_not_passed_over() throws IOException {
        GoldenCopy copy = GoldenCopy.of("llama", folder)
                .config("\"model_type\"", "\"transformers_weights\": \"other.safetensors\", \"model_type\"");
        refused().hasMessageContaining("names other weights than model.safetensors: 'other.safetensors'");
        copy.config("other.safetensors", "model.safetensors");
        ModelLoader.load(folder).close();
    }

    @Test
    void keys_under_the_names_that_other_families_have_are_read_too() throws IOException {
        GoldenCopy copy = GoldenCopy.of("gpt2", folder)
                .config("\"n_embd\"", "\"hidden_size\"")
                .config("\"n_head\"", "\"num_attention_heads\"")
                .config("\"n_layer\"", "\"num_hidden_layers\"")
                .config("\"scale_attn_weights\": true,", "");
        try (Transformer model = ModelLoader.load(folder);
                NDManager manager = model.newPassManager();
                Safetensors saved = Safetensors.open(Golden.folder("gpt2").resolve("activations.safetensors"))) {
            int[] tokens = java.util.Arrays.stream(saved.read("tokens", manager).toLongArray())
                    .mapToInt(Math::toIntExact)
                    .toArray();
            NDArray difference = model.run(tokens, manager).logits().sub(saved.read("logits", manager));
            assertThat(difference.abs().max().getFloat()).isLessThan(1e-4f);
            assertThat(model.weights().notes())
                    .containsExactly("config.json leaves out what changes the pass; taken as transformers takes it:"
                            + " scale_attn_weights true");
        }
        copy.config("\"hidden_size\"", "\"n_embd\": 12, \"hidden_size\"");
        refused().hasMessageContaining("two names of the same");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    gpt-neo | "attention_layers": [ | "attention_layers": [ "global", | attention_types describes 5 layers
                    gpt-neo | "global", | "sparse", | attention of type 'sparse' is not supported
                    qwen2   | "sliding_window": null | "sliding_window": 4 | but use_sliding_window and sliding_window set no window
                    qwen3   | "full_attention" | "linear_attention" | layers of type 'linear_attention' are not supported
                    gpt-j   | "rotary_dim": 4 | "rotary_dim": null | must have a positive whole number 'rotary_dim'
                    """)
    void kinds_of_attention_that_there_are_not(String golden, String found, String given, String why)
            throws IOException {
        GoldenCopy copy = GoldenCopy.of(golden, folder).config(found, given);
        if (golden.equals("qwen2")) {
            copy.config(
                    "\"layer_types\": [",
                    "\"layer_types\": [\"sliding_attention\", \"full_attention\", \"full_attention\"], \"x\": [");
        }
        refused().hasMessageContaining(why);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> refused() {
        return assertThatThrownBy(() -> ModelLoader.load(folder).close()).isInstanceOf(TraceException.class);
    }
}
