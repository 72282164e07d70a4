package io.headstream.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import io.headstream.schema.VisibleText;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rows for people: columns as wide as they need to be, figures to four digits, a token's spaces visible. */
public final class Table {
    private static final int WIDEST = 80;

    private final List<String> columns;
    private final List<List<String>> rows = new ArrayList<>();

    public Table(List<String> columns) {
        this.columns = columns;
    }

    public Table row(Iterable<JsonNode> values) {
        List<String> cells = new ArrayList<>();
        values.forEach(value -> cells.add(cell(value)));
        rows.add(cells);
        return this;
    }

    public void print(PrintWriter out) {
        int[] widths = columns.stream().mapToInt(String::length).toArray();
        for (List<String> row : rows) {
            for (int c = 0; c < widths.length; c++) {
                widths[c] = Math.min(WIDEST, Math.max(widths[c], Output.width(row.get(c))));
            }
        }
        out.println(line(columns, widths));
        out.println(line(columns.stream().map(c -> "").toList(), widths).replace(' ', '-'));
        rows.forEach(row -> out.println(line(row, widths)));
        out.flush();
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int c = 0; c < widths.length; c++) {
            String cell = cells.get(c);
            line.append(c == 0 ? "" : "  ")
                    .append(cell)
                    .append(" ".repeat(Math.max(0, widths[c] - Output.width(cell))));
        }
        return line.toString();
    }

    private static String cell(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        if (value.isFloatingPointNumber()) {
            return number(value.asDouble());
        }
        if (value.isTextual()) {
            String text = value.asText();
            return text(text.startsWith(" ") || text.endsWith(" ") ? "\"" + text + "\"" : text);
        }
        JsonNode node = value.path("$node");
        if (node.isObject()) {
            JsonNode properties = node.path("properties");
            return text(properties
                    .path("node")
                    .asText(properties
                            .path("name")
                            .asText(properties
                                    .path("text")
                                    .asText(node.path("id").asText()))));
        }
        return text(value.isContainerNode() ? value.toString() : value.asText());
    }

    private static String text(String text) {
        String shown = VisibleText.of(text);
        if (shown.length() <= WIDEST) {
            return Output.shown(text);
        }
        int end = WIDEST - 1;
        return Output.shown(shown.substring(0, Character.isHighSurrogate(shown.charAt(end - 1)) ? end - 1 : end) + "…");
    }

    public static String number(double value) {
        double size = Math.abs(value);
        return size != 0 && (size < 1e-3 || size >= 1e6)
                ? String.format(Locale.ROOT, "%.3e", value)
                : String.format(Locale.ROOT, "%.4f", value);
    }
}
