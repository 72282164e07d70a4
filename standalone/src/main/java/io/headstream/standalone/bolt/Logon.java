package io.headstream.standalone.bolt;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Bolt's message that says who one is. */
final class Logon {
    private static final int STRUCTURE_OF_ONE = 0xB1;
    private static final int SIGNATURE = 0x6A;
    private static final int TINY_MAP = 0xA0;
    private static final int STRING_8 = 0xD0;

    private Logon() {}

    /** The message in one chunk; names and passwords of at most 255 bytes. */
    static Buffer of(String user, String password) {
        Map<String, String> fields = Map.of("scheme", "basic", "principal", user, "credentials", password);
        Buffer message = Buffer.buffer()
                .appendUnsignedByte((short) STRUCTURE_OF_ONE)
                .appendUnsignedByte((short) SIGNATURE)
                .appendUnsignedByte((short) (TINY_MAP + fields.size()));
        fields.forEach((name, value) -> {
            string(message, name);
            string(message, value);
        });
        return Buffer.buffer()
                .appendUnsignedShort(message.length())
                .appendBuffer(message)
                .appendUnsignedShort(0);
    }

    private static void string(Buffer to, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        to.appendUnsignedByte((short) STRING_8)
                .appendUnsignedByte((short) bytes.length)
                .appendBytes(bytes);
    }
}
