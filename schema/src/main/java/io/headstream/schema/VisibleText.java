package io.headstream.schema;

/**
 * A text as it goes where characters act or cannot be drawn, a terminal or a title: what is not seen is written as an escape,
 * {@code \n}, {@code \t}, {@code \r} or {@code \}{@code u200b}. A plain space stays.
 */
public final class VisibleText {
    private VisibleText() {}

    /** The text with escapes; as many others as there were. */
    public static String of(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (isUnseen(c)) {
                escape(c, visible);
            } else {
                visible.appendCodePoint(c);
            }
        });
        return visible.toString();
    }

    /**
     * Whether a character has no shape of its own, or a shape that is taken for a plain space: controls, format characters (zero widths,
     * bidi marks), spaces, fillers, variation selectors, halves of characters, and what Unicode says is no character.
     */
    public static boolean isUnseen(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            case Character.SPACE_SEPARATOR -> c != ' ';
            default -> isBlank(c) || isNone(c);
        };
    }

    // fillers of Hangul, Khmer's inherent vowels, Braille's blank; joiners and selectors that are marks
    private static boolean isBlank(int c) {
        return switch (c) {
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0 -> true;
            default -> isIn(c, 0x180B, 0x180F) || isIn(c, 0xFE00, 0xFE0F) || isIn(c, 0xE0000, 0xE0FFF);
        };
    }

    private static boolean isNone(int c) {
        return (c & 0xFFFE) == 0xFFFE || isIn(c, 0xFDD0, 0xFDEF);
    }

    private static boolean isIn(int c, int first, int last) {
        return c >= first && c <= last;
    }

    private static void escape(int c, StringBuilder visible) {
        switch (c) {
            case '\n' -> visible.append("\\n");
            case '\t' -> visible.append("\\t");
            case '\r' -> visible.append("\\r");
            default -> {
                for (char half : Character.toChars(c)) {
                    visible.append("\\u%04x".formatted((int) half));
                }
            }
        }
    }
}
