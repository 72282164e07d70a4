package io.headstream.tracer.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.headstream.tracer.Golden;
import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.family.ModelLoader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsTest {
    @TempDir
    Path folder;

    @Test
    void what_is_written_is_read_back() throws IOException {
        Path file = folder.resolve("a.safetensors");
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray floats = manager.create(new float[][] {{1, 2, 3}, {4, 5, 6}});
            NDArray ids = manager.create(new long[] {7, 8});
            Safetensors.write(file, Map.of("floats", floats, "ids", ids));
            try (Safetensors back = Safetensors.open(file)) {
                assertThat(back.read("floats", manager)).isEqualTo(floats);
                assertThat(back.read("ids", manager)).isEqualTo(ids);
            }
        }
    }

    @Test
    void bfloat16_is_widened() throws IOException {
        byte[] data = {(byte) 0x80, 0x3f, 0x00, (byte) 0xc0}; // 1.0 and -2.0
        Path file = write("{'w':{'dtype':'BF16','shape':[2],'data_offsets':[0,4]}}", data);
        try (NDManager manager = NDManager.newBaseManager();
                Safetensors read = Safetensors.open(file)) {
            assertThat(read.read("w", manager).toFloatArray()).containsExactly(1f, -2f);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {'w':{'dtype':'F32','shape':[2],'data_offsets':[0,9]}}     | 'w' lies at bytes 0 to 9 of 8
                    {'w':{'dtype':'F32','shape':[3],'data_offsets':[0,8]}}     | needs 12 bytes but has 8
                    {'w':{'dtype':'F32','shape':[-1],'data_offsets':[0,8]}}    | impossible shape
                    {'w':{'dtype':'F32','shape':[4611686018427387904,4],'data_offsets':[0,8]}} | impossible shape
                    {'w':{'dtype':'Q4','shape':[2],'data_offsets':[0,8]}}      | type 'Q4'
                    {'w':{'dtype':'F32','shape':[2]}}                          | lacks shape or data_offsets
                    {'v':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},'w':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}} | overlap
                    {'w':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},'w':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}} | Duplicate
                    ['not an object']                                          | not a JSON object
                    """)
    void a_corrupt_header_is_named(String header, String why) throws IOException {
        Path file = write(header, new byte[8]);
        assertThatThrownBy(() -> Safetensors.open(file))
                .isInstanceOf(TraceException.class)
                .hasMessageContaining("bad.safetensors")
                .hasMessageContaining(why.strip());
    }

    @Test
    void a_header_longer_than_the_file_is_refused_before_it_is_allocated() throws IOException {
        Path file = folder.resolve("long.safetensors");
        Files.write(
                file,
                ByteBuffer.allocate(16)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(10_000_000_000L)
                        .array());
        assertThatThrownBy(() -> Safetensors.open(file))
                .hasMessageContaining("claims 10000000000 bytes in a file of 16");
        Files.write(file, new byte[3]);
        assertThatThrownBy(() -> Safetensors.open(file)).hasMessageContaining("it has 3 bytes");
    }

    @Test
    void a_truncated_checkpoint_does_not_load() throws IOException {
        for (String name : new String[] {"config.json", "model.safetensors"}) {
            Files.copy(Golden.folder("gpt2").resolve(name), folder.resolve(name));
        }
        Path weights = folder.resolve("model.safetensors");
        byte[] all = Files.readAllBytes(weights);
        Files.write(weights, Arrays.copyOf(all, all.length / 2));
        assertThatThrownBy(() -> ModelLoader.load(folder))
                .isInstanceOf(TraceException.class)
                .hasMessageContaining("truncated");
        Files.delete(weights);
        assertThatThrownBy(() -> ModelLoader.load(folder))
                .hasMessageContaining("neither model.safetensors nor model.safetensors.index.json");
    }

    @Test
    void config_and_weights_that_contradict_each_other_are_named() throws IOException {
        Files.copy(Golden.folder("gpt2/model.safetensors"), folder.resolve("model.safetensors"));
        String config = Files.readString(Golden.folder("gpt2/config.json"));
        Files.writeString(folder.resolve("config.json"), config.replace("\"vocab_size\": 101", "\"vocab_size\": 102"));
        assertThatThrownBy(() -> ModelLoader.load(folder))
                .hasMessageContaining("transformer.wte.weight")
                .hasMessageContaining("[101, 24]")
                .hasMessageContaining("[102, 24]");
        Files.writeString(folder.resolve("config.json"), config.replace("\"gpt2\"", "\"mamba\""));
        assertThatThrownBy(() -> ModelLoader.load(folder))
                .hasMessageContaining("'mamba'")
                .hasMessageContaining("supported: gpt2");
        Files.writeString(folder.resolve("config.json"), "{");
        assertThatThrownBy(() -> ModelLoader.load(folder)).hasMessageContaining("not JSON");
    }

    private Path write(String header, byte[] data) throws IOException {
        byte[] json = header.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + json.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(json.length).put(json).put(data);
        return Files.write(folder.resolve("bad.safetensors"), bytes.array());
    }
}
