package io.headstream.api.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * CSV as in RFC 4180. A text that a spreadsheet would take for a formula, because it begins with =, +, -, @, a tab or a carriage return, gets an
 * apostrophe before it, as OWASP advises; numbers stay as they are.
 */
final class CsvTable {
    private static final Pattern QUOTED = Pattern.compile("[\",\r\n]|^\\s|\\s$");
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\t\r]");
    private static final String LINE_END = "\r\n";

    private final Writer out;

    CsvTable(Writer out) {
        this.out = out;
    }

    /** Numbers, truth values and texts; nothing for null. */
    void line(List<? extends @Nullable Object> cells) {
        try {
            for (Iterator<? extends @Nullable Object> all = cells.iterator(); all.hasNext(); ) {
                out.write(cell(all.next()));
                out.write(all.hasNext() ? "," : LINE_END);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        if (value instanceof Number || value instanceof Boolean) {
            return text;
        }
        String safe = FORMULA.matcher(text).find() ? "'" + text : text;
        return QUOTED.matcher(safe).find() ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
