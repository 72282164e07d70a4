package io.headstream.tracer.tokenizer.process;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** How the two processes write to each other: lengths before contents, texts as UTF-16 so that none changes on the way. */
final class Frames {
    private static final int MOST = 256 << 20;

    private Frames() {}

    static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = new byte[2 * text.length()];
        ByteBuffer.wrap(bytes).asCharBuffer().put(text);
        out.writeInt(text.length());
        out.write(bytes);
    }

    static String text(DataInputStream in) throws IOException {
        byte[] bytes = bytes(in, 2L * length(in));
        return ByteBuffer.wrap(bytes).asCharBuffer().toString();
    }

    static void write(DataOutputStream out, long[] numbers) throws IOException {
        byte[] bytes = new byte[8 * numbers.length];
        ByteBuffer.wrap(bytes).asLongBuffer().put(numbers);
        out.writeInt(numbers.length);
        out.write(bytes);
    }

    static long[] numbers(DataInputStream in) throws IOException {
        byte[] bytes = bytes(in, 8L * length(in));
        long[] numbers = new long[bytes.length / 8];
        ByteBuffer.wrap(bytes).asLongBuffer().get(numbers);
        return numbers;
    }

    static void write(DataOutputStream out, String[] texts) throws IOException {
        out.writeInt(texts.length);
        for (String text : texts) {
            write(out, text);
        }
    }

    static String[] texts(DataInputStream in) throws IOException {
        String[] texts = new String[0];
        int count = length(in);
        for (int i = 0; i < count; i++) {
            if (i == texts.length) {
                texts = Arrays.copyOf(texts, Math.min(count, 2 * i + 16));
            }
            texts[i] = text(in);
        }
        return texts;
    }

    private static int length(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MOST) {
            throw new IOException("a length of " + length);
        }
        return length;
    }

    // as they come: a length that is not true takes no memory
    private static byte[] bytes(DataInputStream in, long count) throws IOException {
        if (count > MOST) {
            throw new IOException("a length of " + count);
        }
        byte[] bytes = in.readNBytes((int) count);
        if (bytes.length < count) {
            throw new java.io.EOFException();
        }
        return bytes;
    }
}
