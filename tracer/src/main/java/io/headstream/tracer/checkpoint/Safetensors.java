package io.headstream.tracer.checkpoint;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headstream.tracer.TraceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A safetensors file: its tensors are mapped one by one, so that reading never holds the file twice. */
public final class Safetensors implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;
    private final Map<String, TensorEntry> entries;

    private Safetensors(Path file, FileChannel channel, Map<String, TensorEntry> entries) {
        this.file = file;
        this.channel = channel;
        this.entries = entries;
    }

    /**
     * Opens a file and checks its whole header.
     *
     * @throws TraceException where the file is missing, truncated or corrupt
     */
    public static Safetensors open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new TraceException(
                    "'" + file + "' does not exist. A checkpoint needs its weights as model.safetensors.");
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.READ);
            return new Safetensors(file, channel, SafetensorsHeader.read(file, channel));
        } catch (IOException | TraceException e) {
            closeQuietly(channel);
            throw e instanceof TraceException known ? known : SafetensorsHeader.broken(file, e.toString());
        }
    }

    public Set<String> names() {
        return entries.keySet();
    }

    public Collection<TensorEntry> entries() {
        return entries.values();
    }

    /** The header's entry of a tensor. */
    public TensorEntry entry(String name) {
        TensorEntry entry = entries.get(name);
        if (entry == null) {
            throw new TraceException("'" + file + "' has no tensor '" + name + "'. It has " + entries.size()
                    + " tensors; is config.json of the same model?");
        }
        return entry;
    }

    /** A tensor in its own type; BF16, which the engine does not convert, widened to float32. */
    public NDArray read(String name, NDManager manager) {
        TensorEntry entry = entry(name);
        Shape shape =
                new Shape(entry.shape().stream().mapToLong(Long::longValue).toArray());
        try {
            ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, entry.offset(), entry.length())
                    .order(ByteOrder.LITTLE_ENDIAN);
            return switch (entry.type()) {
                case BF16 -> manager.create(widen(bytes), shape, DataType.FLOAT32);
                case F32 -> manager.create(bytes, shape, DataType.FLOAT32);
                case F16 -> manager.create(bytes, shape, DataType.FLOAT16);
                case F64 -> manager.create(bytes, shape, DataType.FLOAT64);
                case I64 -> manager.create(bytes, shape, DataType.INT64);
                case I32 -> manager.create(bytes, shape, DataType.INT32);
                case BOOL -> manager.create(bytes, shape, DataType.BOOLEAN);
                case I8 -> manager.create(bytes, shape, DataType.INT8);
                case U8 -> manager.create(bytes, shape, DataType.UINT8);
                case I16 ->
                    throw SafetensorsHeader.broken(file, "tensor '" + name + "' is I16, which holds no weights");
            };
        } catch (IOException e) {
            throw SafetensorsHeader.broken(file, e.toString());
        }
    }

    // bfloat16 is the upper half of a float32
    private static FloatBuffer widen(ByteBuffer bytes) {
        FloatBuffer wide = FloatBuffer.allocate(bytes.remaining() / 2);
        while (bytes.hasRemaining()) {
            wide.put(Float.intBitsToFloat(bytes.getShort() << 16));
        }
        return wide.flip();
    }

    /** Writes float32 and int64 arrays as a safetensors file, in the map's order. */
    public static void write(Path file, Map<String, NDArray> arrays) throws IOException {
        ObjectNode header = new ObjectMapper().createObjectNode();
        long offset = 0;
        for (Map.Entry<String, NDArray> entry : arrays.entrySet()) {
            NDArray array = entry.getValue();
            TensorType type = array.getDataType() == DataType.INT64 ? TensorType.I64 : TensorType.F32;
            ObjectNode node = header.putObject(entry.getKey());
            node.put("dtype", type.name());
            for (long d : array.getShape().getShape()) {
                node.withArray("shape").add(d);
            }
            node.putArray("data_offsets").add(offset).add(offset += array.size() * type.bytes());
        }
        byte[] json = header.toString().getBytes(StandardCharsets.UTF_8);
        int padding = (8 - json.length % 8) % 8;
        try (FileChannel out = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer head = ByteBuffer.allocate(8 + json.length + padding).order(ByteOrder.LITTLE_ENDIAN);
            head.putLong(json.length + padding)
                    .put(json)
                    .put(" ".repeat(padding).getBytes(StandardCharsets.US_ASCII));
            writeFully(out, head.flip());
            for (NDArray array : arrays.values()) {
                writeFully(out, array.toByteBuffer());
            }
        }
    }

    private static void writeFully(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        closeQuietly(channel);
    }

    private static void closeQuietly(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
