package io.headstream.tracer.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.headstream.tracer.error.TraceException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The header of a safetensors file (8 bytes little-endian length, then JSON), read and checked before anything it describes is
 * allocated: lengths, offsets, shapes and overlaps.
 *
 * @see <a href="https://github.com/huggingface/safetensors">the format</a>
 */
final class SafetensorsHeader {
    private static final long LIMIT = 100_000_000; // the reference implementation's own bound
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private SafetensorsHeader() {}

    /** The tensors by name, in the file's order. */
    static Map<String, TensorEntry> read(Path file, FileChannel channel) throws IOException {
        long size = channel.size();
        if (size < 8) {
            throw broken(file, "it has " + size + " bytes, too few for a header");
        }
        long headerLength = fully(channel, 0, 8).order(ByteOrder.LITTLE_ENDIAN).getLong();
        if (headerLength < 2 || headerLength > LIMIT || headerLength > size - 8) {
            throw broken(
                    file,
                    "its header claims " + Long.toUnsignedString(headerLength) + " bytes in a file of " + size
                            + ": truncated or not safetensors");
        }
        JsonNode header = parse(file, fully(channel, 8, (int) headerLength));
        Map<String, TensorEntry> entries = new LinkedHashMap<>();
        long start = 8 + headerLength;
        header.fields().forEachRemaining(field -> {
            if (!field.getKey().equals("__metadata__")) {
                entries.put(field.getKey(), entry(file, field.getKey(), field.getValue(), start, size));
            }
        });
        refuseOverlaps(
                file,
                entries.values().stream()
                        .sorted(Comparator.comparingLong(TensorEntry::offset))
                        .toList());
        return entries;
    }

    private static TensorEntry entry(Path file, String name, JsonNode node, long start, long size) {
        TensorType type = TensorType.named(node.path("dtype").asText())
                .orElseThrow(() -> new TraceException("'" + file + "': tensor '" + name + "' is of type '"
                        + node.path("dtype").asText() + "', which is not read here"
                        + (node.path("dtype").asText().matches("F[468]_.*|F4|I4|U4")
                                ? ": such numbers are of quantized weights. "
                                : ". ")
                        + "Give the model in F32, F16 or BF16"));
        JsonNode offsets = node.path("data_offsets");
        JsonNode dimensions = node.path("shape");
        if (!dimensions.isArray() || offsets.size() != 2) {
            throw broken(file, "tensor '" + name + "' lacks shape or data_offsets");
        }
        List<Long> shape = new ArrayList<>();
        long elements = 1;
        for (JsonNode dimension : dimensions) {
            long d = dimension.asLong(-1);
            if (d < 0 || (d > 0 && elements > size / d)) {
                throw broken(file, "tensor '" + name + "' has the impossible shape " + dimensions);
            }
            shape.add(d);
            elements *= d;
        }
        long begin = offsets.get(0).asLong(-1);
        long end = offsets.get(1).asLong(-1);
        if (begin < 0 || end < begin || end > size - start) {
            throw broken(
                    file,
                    "tensor '" + name + "' lies at bytes " + begin + " to " + end + " of " + (size - start)
                            + ": the file is truncated or corrupt");
        }
        if (end - begin != elements * type.bytes()) {
            throw broken(
                    file,
                    "tensor '" + name + "' of shape " + shape + " and type " + type + " needs "
                            + elements * type.bytes() + " bytes but has " + (end - begin));
        }
        return new TensorEntry(name, type, List.copyOf(shape), start + begin, end - begin);
    }

    private static void refuseOverlaps(Path file, List<TensorEntry> sorted) {
        for (int i = 1; i < sorted.size(); i++) {
            TensorEntry before = sorted.get(i - 1);
            TensorEntry next = sorted.get(i);
            if (next.length() > 0 && before.offset() + before.length() > next.offset()) {
                throw broken(file, "tensors '" + before.name() + "' and '" + next.name() + "' overlap");
            }
        }
    }

    private static JsonNode parse(Path file, ByteBuffer header) {
        try {
            JsonNode node = JSON.readTree(StandardCharsets.UTF_8.decode(header).toString());
            if (node == null || !node.isObject()) {
                throw broken(file, "its header is not a JSON object");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw broken(file, "its header is not JSON: " + e.getOriginalMessage());
        }
    }

    private static ByteBuffer fully(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining() && channel.read(buffer, position + buffer.position()) >= 0) {}
        return buffer.flip();
    }

    static TraceException broken(Path file, String why) {
        return new TraceException("'" + file + "' cannot be read: " + why + ". Copy or download the file again.");
    }
}
