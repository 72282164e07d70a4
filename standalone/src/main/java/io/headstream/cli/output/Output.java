package io.headstream.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import io.headstream.cli.client.ApiClient;
import io.headstream.schema.VisibleText;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Where commands print, and how they print a query's result. */
public final class Output {
    private static final String ISOLATE = "\u2068"; // Unicode's first strong isolate
    private static final String END = "\u2069";

    private Output() {}

    public static PrintWriter of(@Nullable CommandSpec spec) {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    public static PrintWriter errorsOf(@Nullable CommandSpec spec) {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }

    /**
     * Columns and rows as a table, or all of it as JSON.
     *
     * @param more how the caller gets more rows
     */
    public static void result(JsonNode result, boolean json, String more, @Nullable CommandSpec spec) {
        PrintWriter out = of(spec);
        if (json) {
            out.println(result.toPrettyString());
        } else {
            List<String> columns = new ArrayList<>();
            result.path("columns").forEach(column -> columns.add(column.asText()));
            Table table = new Table(columns);
            result.path("rows").forEach(table::row);
            table.print(out);
            errorsOf(spec)
                    .printf(
                            "%d rows in %d ms%s%n",
                            result.path("rows").size(),
                            result.path("elapsedMs").asLong(),
                            result.path("truncated").asBoolean()
                                            || result.path("limited").asBoolean()
                                    ? "; there are more: " + more + " or narrow the question"
                                    : "");
        }
        out.flush();
    }

    /**
     * A list's items as a table, or all of it as JSON.
     *
     * @param columns what they are called, in the order of `members`
     * @param members of the items
     */
    public static void items(
            JsonNode list, boolean json, List<String> columns, List<String> members, @Nullable CommandSpec spec) {
        PrintWriter out = of(spec);
        if (json) {
            out.println(list.toPrettyString());
        } else {
            Table table = new Table(columns);
            list.path("items")
                    .forEach(item -> table.row(members.stream().map(item::path).toList()));
            table.print(out);
        }
        out.flush();
    }

    /**
     * A text of somebody's as it goes to a terminal: what acts there, or is not seen, as escapes ({@link VisibleText}); one that is written from the
     * right is isolated, so that what stands beside it stays in its place.
     */
    public static String shown(String text) {
        String visible = VisibleText.of(text);
        return visible.codePoints().anyMatch(Output::isFromTheRight) ? ISOLATE + visible + END : visible;
    }

    /** The same of a text in lines, which stay. */
    public static String lines(String text) {
        return text.lines().map(Output::shown).collect(Collectors.joining("\n"));
    }

    /** How many characters a shown text takes. */
    static int width(String shown) {
        return shown.startsWith(ISOLATE) ? shown.length() - ISOLATE.length() - END.length() : shown.length();
    }

    private static boolean isFromTheRight(int c) {
        byte direction = Character.getDirectionality(c);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC
                || direction == Character.DIRECTIONALITY_ARABIC_NUMBER;
    }

    /** A parameter's value: JSON where it is JSON (a number, null, a list), otherwise the text itself. */
    public static JsonNode value(String text) {
        try {
            JsonNode json = ApiClient.JSON.readTree(text);
            return json == null || json.isMissingNode() || json.isTextual() && !text.startsWith("\"")
                    ? ApiClient.JSON.getNodeFactory().textNode(text)
                    : json;
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            return ApiClient.JSON.getNodeFactory().textNode(text);
        }
    }
}
