package io.headstream.tracer.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headstream.tracer.Golden;
import io.headstream.tracer.checkpoint.Config;
import io.headstream.tracer.checkpoint.Remarks;
import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.model.Architecture;
import io.headstream.tracer.model.Rotary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Rotary settings in every form that configs have them in, against what transformers makes of the same config. */
class RopeConfigTest {
    private static final JsonNode TABLE = Golden.json("rope-cases.json");

    static Stream<Named<JsonNode>> cases() {
        List<Named<JsonNode>> cases = new ArrayList<>();
        TABLE.path("cases").forEach(each -> cases.add(Named.of(each.path("name").asText(), each)));
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void frequencies_are_those_of_transformers_and_what_is_assumed_is_said(JsonNode wanted) {
        Config config = config((ObjectNode) wanted.path("config"));
        Architecture architecture = Family.of(config).architecture(config);
        Rotary rotary = architecture.attention().rotary();
        try (NDManager manager = Engine.getEngine("PyTorch").newBaseManager()) {
            float[] found = rotary.scaling()
                    .inverseFrequencies(
                            rotary.theta(),
                            rotary.dimensions(),
                            wanted.path("positions").asInt(),
                            manager);
            assertThat(found).hasSize(wanted.path("frequencies").size());
            for (int i = 0; i < found.length; i++) {
                double frequency = wanted.path("frequencies").path(i).asDouble();
                assertThat((double) found[i]).as("frequency " + i).isCloseTo(frequency, within(1e-6 * frequency));
            }
        }
        assertThat(rotary.scaling().attentionFactor())
                .isCloseTo(wanted.path("attentionFactor").asDouble(), within(1e-9));
        assertThat(architecture.context()).isEqualTo(wanted.path("context").asInt());
        assertThat(config.remarks().notes()).hasSize(wanted.path("notes").isEmpty() ? 0 : (int) notes(wanted));
        wanted.path("notes")
                .forEach(note ->
                        assertThat(String.join("\n", config.remarks().notes())).contains(note.asText()));
    }

    // what is assumed is one note
    private static long notes(JsonNode wanted) {
        List<String> texts = new ArrayList<>();
        wanted.path("notes").forEach(note -> texts.add(note.asText()));
        long assumed =
                texts.stream().filter(note -> note.matches("\\w+ [\\d.]+")).count();
        return texts.size() - assumed + (assumed > 0 ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    llama | {"rope_parameters": {"full_attention": {"rope_theta": 1e6}, "sliding_attention": {"rope_theta": 1e4}}} | differ by layer type (full_attention, sliding_attention)
                    qwen3 | {"rope_parameters": {"full_attention": {"rope_theta": 1e6}, "rope_theta": 1e4}} | differ by layer type
                    llama | {"rope_scaling": {"type": "su", "factor": 2}} | rotary scaling 'su' is not supported
                    llama | {"rope_scaling": {"type": "linear"}} | needs a positive number 'factor'
                    llama | {"rope_scaling": {"type": "yarn"}} | needs a positive number 'factor'
                    llama | {"rope_scaling": {"type": "llama3", "factor": 2, "low_freq_factor": 1}} | needs a positive number 'high_freq_factor'
                    llama | {"rope_scaling": {"type": "longrope", "short_factor": [1], "long_factor": [1]}} | needs 8 positive numbers in 'short_factor'
                    llama | {"rope_scaling": {"type": "linear", "factor": 2, "partial_rotary_factor": 0.5}} | whose heads turn whole
                    llama | {"rope_scaling": {"rope_type": null, "factor": 2}} | must have a text 'rope_type', but has null
                    llama | {"rope_scaling": "linear"} | must have an object 'rope_scaling'
                    llama | {"rope_theta": "1e6"} | must have a number 'rope_theta'
                    llama | {"rms_norm_eps": "small"} | must have a number 'rms_norm_eps'
                    llama | {"attention_bias": "yes"} | must have true or false 'attention_bias'
                    llama | {"num_hidden_layers": 2.5} | must have a positive whole number 'num_hidden_layers'
                    """)
    void what_cannot_be_followed_is_refused(String family, String json, String why) throws IOException {
        ObjectNode given = (ObjectNode) new ObjectMapper().readTree(json);
        given.put("model_type", family);
        Config config = config(given);
        assertThatThrownBy(() -> {
                    Architecture architecture = Family.of(config).architecture(config);
                    config.number("rms_norm_eps", 1e-6);
                    config.provenFlag("attention_bias", false);
                    assertThat(architecture).isNull();
                })
                .isInstanceOf(TraceException.class)
                .hasMessageContaining(why);
    }

    @org.junit.jupiter.api.Test
    void settings_by_layer_type_that_are_alike_are_one() throws IOException {
        Config config = config(
                (ObjectNode)
                        new ObjectMapper()
                                .readTree(
                                        """
                        {"model_type": "qwen3", "layer_types": ["full_attention", "full_attention"],
                         "rope_parameters": {"full_attention": {"rope_type": "linear", "factor": 2, "rope_theta": 5e5}}}
                        """));
        Rotary rotary = Family.of(config).architecture(config).attention().rotary();
        assertThat(rotary.theta()).isEqualTo(5e5);
        assertThat(config.remarks().notes()).isEmpty();
    }

    private static Config config(ObjectNode given) {
        ObjectNode json = TABLE.path("sizes").deepCopy();
        given.path("without").forEach(key -> json.remove(key.asText()));
        json.setAll(given);
        return new Config(Path.of("config.json"), json, new Remarks());
    }
}
