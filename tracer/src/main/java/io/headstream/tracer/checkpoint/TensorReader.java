package io.headstream.tracer.checkpoint;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/**
 * Copies a tensor from its file into native memory piece by piece through one small buffer, converting on the way, so that loading
 * never holds more than the weights and one piece. The file is read and not mapped: a mapped file that is cut while the engine reads it
 * ends the process.
 */
final class TensorReader {
    private static final int PIECE = 1 << 22; // bytes; small enough to stay in the processor's cache

    private final FileChannel channel;
    private final TensorEntry entry;
    private final ByteBuffer buffer;
    private long nonFinite;

    /** @param buffer from {@link #newBuffer}, used by one reader at a time */
    TensorReader(FileChannel channel, TensorEntry entry, ByteBuffer buffer) {
        this.channel = channel;
        this.buffer = buffer;
        this.entry = entry;
    }

    /** Room for one piece. Direct buffers are freed late, so that a reader for each tensor would pile them up. */
    static ByteBuffer newBuffer() {
        return direct(2 * PIECE);
    }

    private static ByteBuffer direct(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** NaN and infinite elements met so far. */
    long nonFinite() {
        return nonFinite;
    }

    /**
     * @param type of the result: the tensor's own, or FLOAT32
     * @param transposed whether [a, b] becomes [b, a], its rows together in memory
     */
    NDArray read(NDManager manager, DataType type, boolean transposed) throws IOException {
        long[] shape = entry.shape().stream().mapToLong(Long::longValue).toArray();
        NDArray whole = manager.create(transposed ? new Shape(shape[1], shape[0]) : new Shape(shape), type);
        long rows = shape.length == 0 ? 1 : shape[0];
        long elements = entry.length() / entry.type().bytes();
        if (elements == 0) {
            return whole;
        }
        long rowLength = elements / rows;
        long perPiece = Math.max(1, PIECE / (rowLength * entry.type().bytes()));
        NDArray target = shape.length == 0 ? whole.reshape(1) : whole;
        for (long from = 0; from < rows; from += perPiece) {
            long to = Math.min(rows, from + perPiece);
            Shape pieceShape = pieceShape(shape, to - from);
            NDArray piece = piece(manager, from * rowLength, (to - from) * rowLength, pieceShape, type);
            NDArray turned = transposed ? piece.transpose() : piece;
            target.set(new NDIndex((transposed ? ":," : "") + from + ":" + to), turned);
            turned.close();
            piece.close();
        }
        return whole;
    }

    private static Shape pieceShape(long[] shape, long rows) {
        long[] piece = shape.length == 0 ? new long[1] : shape.clone();
        piece[0] = rows;
        return new Shape(piece);
    }

    private NDArray piece(NDManager manager, long from, long count, Shape shape, DataType type) throws IOException {
        int bytes = entry.type().bytes();
        ByteBuffer raw = fill(entry.offset() + from * bytes, Math.toIntExact(count * bytes));
        NDArray stored = entry.type() == TensorType.BF16
                ? manager.create(widened(raw), shape, DataType.FLOAT32)
                : manager.create(raw, shape, entry.type().dataType());
        NDArray converted = stored;
        if (stored.getDataType() != type) {
            converted = stored.toType(type, true);
            stored.close();
        }
        if (converted.getDataType().isFloating()) {
            count(converted);
        }
        return converted;
    }

    private ByteBuffer fill(long offset, int length) throws IOException {
        ByteBuffer into = length <= PIECE ? buffer.clear().limit(length) : direct(length);
        while (into.hasRemaining()) {
            if (channel.read(into, offset + into.position()) < 0) {
                throw new IOException("it ends at byte " + (offset + into.position()) + ", in the middle of tensor '"
                        + entry.name() + "': is it still being written?");
            }
        }
        return into.flip();
    }

    // bfloat16 is the upper half of a float32; widened in place, from the end
    private static ByteBuffer widened(ByteBuffer raw) {
        int count = raw.limit() / 2;
        ByteBuffer wide =
                raw.capacity() >= 4 * count ? raw.duplicate().order(ByteOrder.LITTLE_ENDIAN) : direct(4 * count);
        wide.limit(4 * count);
        for (int i = count - 1; i >= 0; i--) {
            wide.putInt(4 * i, raw.getShort(2 * i) << 16);
        }
        return wide;
    }

    // a sum is cheap and is finite unless an element is not; a half-precision sum may overflow, which the count then
    // settles
    private void count(NDArray piece) {
        try (NDArray sum = piece.sum();
                NDArray wideSum = sum.toType(DataType.FLOAT32, true)) {
            if (Float.isFinite(wideSum.getFloat())) {
                return;
            }
        }
        try (NDArray wide = piece.toType(DataType.FLOAT32, true);
                NDArray nan = wide.isNaN();
                NDArray infinite = wide.isInfinite();
                NDArray either = nan.logicalOr(infinite);
                NDArray count = either.sum()) {
            nonFinite += count.toLongArray()[0];
        }
    }
}
