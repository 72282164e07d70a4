package io.headstream.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import io.headstream.cli.client.ApiClient;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Where commands print, and how they print a query's result. */
public final class Output {
    private Output() {}

    public static PrintWriter of(@Nullable CommandSpec spec) {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    public static PrintWriter errorsOf(@Nullable CommandSpec spec) {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }

    /** Columns and rows as a table, or all of it as JSON. */
    public static void result(JsonNode result, boolean json, @Nullable CommandSpec spec) {
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
                                    ? "; there are more: raise --limit or narrow the question"
                                    : "");
        }
        out.flush();
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
