package io.headstream.schema;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a token is written, and read back: what is shown of a token names it again. Its text as it is; bytes that are no whole
 * character as {@code <0xE2><0x82>}; a token that no text tells from others by its id, {@code [1823]}. A backslash goes before
 * what would else be read as one of these, or as an escape. Said for people in docs/tokens.md.
 */
public final class TokenSpelling {
    private static final Pattern ID = Pattern.compile("\\[(\\d{1,9})]");
    private static final Pattern BYTE = Pattern.compile("<0x([0-9A-Fa-f]{2})>");
    private static final Pattern CODE = Pattern.compile("u([0-9A-Fa-f]{4})");
    private static final int CODE_LENGTH = 5;
    private static final int BYTE_LENGTH = 6;

    private TokenSpelling() {}

    /** What a spelling says. */
    public sealed interface Named {}

    /** The token of that id. */
    public record OfId(int id) implements Named {}

    /** The token of that text. */
    public record OfText(String text) implements Named {}

    /**
     * The token of bytes that are no text.
     *
     * @param spelling as {@link #ofBytes} writes them
     */
    public record OfBytes(String spelling) implements Named {}

    /** A token by its id. */
    public static String ofId(int id) {
        return "[" + id + "]";
    }

    /** A token by its text. */
    public static String ofText(String text) {
        StringBuilder written = new StringBuilder();
        if (ID.matcher(text).matches()) {
            written.append('\\');
        }
        return escaped(text, written, false).toString();
    }

    /** A token by its bytes: ASCII as it is, other bytes as numbers; where they are whole characters, as text. */
    public static String ofBytes(byte[] bytes) {
        Optional<String> text = text(bytes);
        if (text.isPresent()) {
            return ofText(text.get());
        }
        StringBuilder written = new StringBuilder();
        StringBuilder ascii = new StringBuilder();
        for (byte b : bytes) {
            if (b >= 0) {
                ascii.append((char) b);
            } else {
                escaped(ascii.toString(), written, true).append("<0x%02X>".formatted(b & 0xFF));
                ascii.setLength(0);
            }
        }
        return escaped(ascii.toString(), written, false).toString();
    }

    /** What a spelling says. Whatever is no escape, id or byte stands for itself, so every text can be read. */
    public static Named read(String written) {
        Matcher id = ID.matcher(written);
        if (id.matches()) {
            return new OfId(Integer.parseInt(id.group(1)));
        }
        Reading reading = new Reading(written);
        byte[] bytes = reading.bytes();
        Optional<String> text = reading.named() ? text(bytes) : Optional.of(reading.text());
        return text.<Named>map(OfText::new).orElseGet(() -> new OfBytes(ofBytes(bytes)));
    }

    /** The same token written as {@link #ofText}, {@link #ofBytes} and {@link #ofId} write it. */
    public static String canonical(String written) {
        Named named = read(written);
        if (named instanceof OfId byId) {
            return ofId(byId.id());
        }
        return named instanceof OfText byText ? ofText(byText.text()) : ((OfBytes) named).spelling();
    }

    /** A spelling with escapes for what cannot be seen or drawn ({@link VisibleText}); it is read as the same token. */
    public static String visible(String spelling) {
        return VisibleText.of(spelling);
    }

    private static Optional<String> text(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static StringBuilder escaped(String text, StringBuilder written, boolean bytesFollow) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean last = i + 1 == text.length();
            boolean escape = c == '\\' ? (last ? bytesFollow : isRead(text, i + 1)) : c == '<' && isByte(text, i);
            if (escape) {
                written.append('\\');
            }
            written.append(c);
        }
        return written;
    }

    // whether a backslash before what is at i would be read with it, also once that is made visible
    private static boolean isRead(String text, int i) {
        char c = text.charAt(i);
        return "\\ntr[<".indexOf(c) >= 0
                || CODE.matcher(text).region(i, text.length()).lookingAt()
                || VisibleText.isUnseen(text.codePointAt(i));
    }

    private static boolean isByte(String text, int i) {
        return BYTE.matcher(text).region(i, text.length()).lookingAt();
    }

    /** A spelling's characters, read from the left. */
    private static final class Reading {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder whole = new StringBuilder();
        private boolean named;

        Reading(String written) {
            int i = 0;
            while (i < written.length()) {
                i += one(written, i);
            }
            flush();
        }

        /** Whether some are given as bytes. */
        boolean named() {
            return named;
        }

        String text() {
            return whole.toString();
        }

        byte[] bytes() {
            return bytes.toByteArray();
        }

        private int one(String written, int i) {
            char c = written.charAt(i);
            if (c == '\\' && i + 1 < written.length()) {
                return escape(written, i + 1);
            }
            if (c == '<' && isByte(written, i)) {
                flush();
                bytes.write(Integer.parseInt(written.substring(i + 3, i + 5), 16));
                named = true;
                return BYTE_LENGTH;
            }
            return add(c, 1);
        }

        private int escape(String written, int at) {
            char c = written.charAt(at);
            return switch (c) {
                case 'n' -> add('\n', 2);
                case 't' -> add('\t', 2);
                case 'r' -> add('\r', 2);
                case '\\', '[', '<' -> add(c, 2);
                default -> code(written, at);
            };
        }

        private int code(String written, int at) {
            Matcher code = CODE.matcher(written).region(at, written.length());
            if (!code.lookingAt()) {
                return add('\\', 1);
            }
            char c = (char) Integer.parseInt(code.group(1), 16);
            if (!Character.isSurrogate(c)) {
                return add(c, 1 + CODE_LENGTH);
            }
            Matcher second = CODE.matcher(written);
            int behind = at + CODE_LENGTH;
            if (Character.isHighSurrogate(c)
                    && behind < written.length()
                    && written.charAt(behind) == '\\'
                    && second.region(behind + 1, written.length()).lookingAt()) {
                char low = (char) Integer.parseInt(second.group(1), 16);
                if (Character.isLowSurrogate(low)) {
                    add(c, 0);
                    return add(low, 2 * (1 + CODE_LENGTH));
                }
            }
            return add('\\', 1); // half a character is none
        }

        private int add(char c, int read) {
            text.append(c);
            whole.append(c);
            return read;
        }

        private void flush() {
            bytes.writeBytes(text.toString().getBytes(StandardCharsets.UTF_8));
            text.setLength(0);
        }
    }
}
