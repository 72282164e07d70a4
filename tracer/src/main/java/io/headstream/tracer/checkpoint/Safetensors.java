package io.headstream.tracer.checkpoint;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headstream.tracer.error.TraceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A safetensors file: its tensors are read one by one, so that reading never holds the file twice. */
public final class Safetensors implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;
    private final Map<String, TensorEntry> entries;
    private final Stamp opened;
    private final ByteBuffer buffer = TensorReader.newBuffer();

    private Safetensors(Path file, FileChannel channel, Stamp opened, Map<String, TensorEntry> entries) {
        this.file = file;
        this.channel = channel;
        this.opened = opened;
        this.entries = entries;
    }

    /**
     * Opens a file and checks its whole header.
     *
     * @throws TraceException where the file is missing, truncated or corrupt
     */
    public static Safetensors open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw missing(file);
        }
        FileChannel channel = null;
        try {
            Stamp opened = Stamp.of(file);
            channel = FileChannel.open(file, StandardOpenOption.READ);
            return new Safetensors(file, channel, opened, SafetensorsHeader.read(file, channel));
        } catch (IOException | TraceException e) {
            closeQuietly(channel);
            throw e instanceof TraceException known ? known : SafetensorsHeader.broken(file, e.toString());
        }
    }

    static TraceException missing(Path file) {
        return new TraceException("'" + file + "' does not exist. Copy or download the folder again.");
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

    public Path file() {
        return file;
    }

    /** A tensor as it was read. */
    public record Read(NDArray array, long nonFinite) {}

    /** A tensor in its own type; BF16, which the engine does not convert, widened to float32. */
    public NDArray read(String name, NDManager manager) {
        TensorType type = entry(name).type();
        return read(name, manager, type == TensorType.BF16 ? DataType.FLOAT32 : type.dataType(), false)
                .array();
    }

    /**
     * A tensor in native memory, with the number of its elements that are NaN or infinite.
     *
     * @param type of the result: the tensor's own, or FLOAT32
     * @param transposed whether [a, b] becomes [b, a], its rows together in memory
     */
    public Read read(String name, NDManager manager, DataType type, boolean transposed) {
        TensorReader reader = new TensorReader(channel, entry(name), buffer);
        try {
            NDArray array = reader.read(manager, type, transposed);
            return new Read(array, reader.nonFinite());
        } catch (IOException e) {
            throw SafetensorsHeader.broken(file, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Fails if the file has been written to since it was opened.
     *
     * @throws TraceException naming it
     */
    public void requireUnchanged() {
        if (!opened.equals(Stamp.of(file))) {
            throw new TraceException(
                    "'" + file + "' changed while it was read. Wait until it is complete, then try again.");
        }
    }

    // what changes when a file is written to
    private record Stamp(long size, FileTime modified) {
        static Stamp of(Path file) {
            try {
                return new Stamp(Files.size(file), Files.getLastModifiedTime(file));
            } catch (IOException e) {
                throw SafetensorsHeader.broken(file, e.toString());
            }
        }
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
