package io.headstream.cli.ask;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.headstream.cli.output.Output;
import io.headstream.cli.output.Table;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** A comparison for people: the two sides, then a row for each thing compared, its figures left and right. */
final class ComparisonText {
    private static final List<String> SHOWN =
            List.of("weight", "dla", "effect", "share", "influence", "targetRank", "probability", "rank");
    private static final int BESIDE = 2; // figures beside the one that orders the rows

    private final JsonNode comparison;

    ComparisonText(JsonNode comparison) {
        this.comparison = comparison;
    }

    void print(PrintWriter out) {
        side("left", out);
        side("right", out);
        out.println();
        String by = comparison.path("by").asText();
        if (comparison.has("alignment") && (by.equals("positions") || by.equals("tokens"))) {
            alignment(out);
        }
        rows(out, figures());
    }

    private void side(String which, PrintWriter out) {
        JsonNode side = comparison.path(which);
        JsonNode trace = side.path("trace");
        out.printf(
                "%-6s %s%n",
                which,
                trace.isObject()
                        ? side.path("name").asText() + "  "
                                + Output.shown(trace.path("prompt").asText()) + "  target \""
                                + Output.shown(trace.path("target").asText()) + "\""
                        : side.path("name").asText() + "  " + side.path("traces") + " traces");
    }

    private void alignment(PrintWriter out) {
        Table table = new Table(List.of("pair", "left", "right", ""));
        int pair = 0;
        for (JsonNode each : comparison.path("alignment")) {
            table.row(List.of(
                    new TextNode("" + pair++),
                    each.path("left").path("text"),
                    each.path("right").path("text"),
                    new TextNode(each.path("same").asBoolean() ? "" : "differs")));
        }
        table.print(out);
        out.println();
    }

    // the figure that orders the rows first, then the next ones there are
    private List<String> figures() {
        List<String> figures = new ArrayList<>();
        String sort = comparison.path("sort").asText();
        if (!sort.isEmpty()) {
            figures.add(sort);
        }
        for (String name : SHOWN) {
            boolean found = false;
            for (JsonNode row : comparison.path("rows")) {
                found |= row.path("figures").has(name);
            }
            if (found && !figures.contains(name) && figures.size() <= BESIDE) {
                figures.add(name);
            }
        }
        return figures;
    }

    private void rows(PrintWriter out, List<String> figures) {
        boolean pairs = anyHas("pair");
        boolean before = anyHas("before") && !comparison.path("by").asText().equals("components");
        boolean tokens = anyHas("answerToken");
        List<String> columns = new ArrayList<>(List.of("name"));
        if (tokens) {
            columns.add("answer's token");
        }
        if (pairs) {
            columns.add("pair");
        } else if (before) {
            columns.add("before");
        }
        for (String figure : figures) {
            columns.addAll(List.of(figure + " left", "right", "difference"));
        }
        Table table = new Table(columns);
        for (JsonNode row : comparison.path("rows")) {
            List<JsonNode> cells = new ArrayList<>(List.of(row.path("name")));
            if (tokens) {
                cells.add(token(row.path("answerToken")));
            }
            if (pairs || before) {
                cells.add(row.path(pairs ? "pair" : "before"));
            }
            for (String name : figures) {
                JsonNode figure = row.path("figures").path(name);
                cells.add(amount(figure.path("left")));
                cells.add(amount(figure.path("right")));
                cells.add(figure.path("difference"));
            }
            table.row(cells);
        }
        table.print(out);
    }

    // its text, or both where the answers differ; of sets its number
    private JsonNode token(JsonNode number) {
        String left =
                comparison.at("/left/trace/answerTokens").path(number.asInt()).asText();
        String right =
                comparison.at("/right/trace/answerTokens").path(number.asInt()).asText();
        if (left.isEmpty() && right.isEmpty()) {
            return number;
        }
        return new TextNode(left.equals(right) ? left : left + " | " + right);
    }

    private boolean anyHas(String field) {
        for (JsonNode row : comparison.path("rows")) {
            if (row.has(field)) {
                return true;
            }
        }
        return false;
    }

    // of a set: mean ± spread (count)
    private static JsonNode amount(JsonNode amount) {
        if (!amount.isObject()) {
            return amount;
        }
        String spread = amount.has("spread")
                ? " ± " + Table.number(amount.path("spread").asDouble())
                : "";
        return new TextNode(Table.number(amount.path("mean").asDouble()) + spread + " (" + amount.path("count") + ")");
    }
}
