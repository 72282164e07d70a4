package io.headstream.api.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headstream.api.graph.Problems;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an answer as a table. Its values are those of the api's JSON; graph values, lists and maps become JSON texts.
 *
 * @param rows as many values as there are columns in each
 */
public record AnswerExport(List<String> columns, List<? extends List<? extends @Nullable Object>> rows) {
    private static final ObjectMapper JSON = new ObjectMapper();

    private void csv(OutputStream out) throws IOException {
        BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        CsvTable table = new CsvTable(writer);
        try {
            table.line(columns);
            for (List<? extends @Nullable Object> row : rows) {
                List<@Nullable Object> cells = new ArrayList<>();
                row.forEach(value -> cells.add(cell(value)));
                table.line(cells);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        writer.flush();
    }

    // a column has a type if all its values do, and is text otherwise
    private void parquet(OutputStream out) throws IOException {
        List<Column> typed = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            typed.add(new Column(columns.get(i), type(i)));
        }
        Path file = Files.createTempFile("headstream-", ".parquet");
        try {
            ParquetTable.write(
                    file,
                    "answer",
                    typed,
                    write -> rows.forEach(row -> {
                        Map<String, Object> cells = new HashMap<>();
                        for (int i = 0; i < columns.size(); i++) {
                            Object cell = cell(row.get(i));
                            if (cell != null) {
                                cells.put(columns.get(i), cell);
                            }
                        }
                        write.accept(cells);
                    }));
            Files.copy(file, out);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** What writes it in a format. Fails with status 400 if it has nothing that the format is made of. */
    public StreamingOutput as(ExportFormat format) {
        return switch (format) {
            case CSV -> this::csv;
            case PARQUET -> this::parquet;
            case GRAPHML -> graphml();
            case JSON, CIRCUIT_TRACER -> throw new IllegalArgumentException(format + " is not made of a table");
        };
    }

    // the nodes and relationships among the values, wherever they are
    private StreamingOutput graphml() {
        AnswerGraph graph = AnswerGraph.of(rows);
        if (graph.nodes().isEmpty()) {
            throw Problems.badRequest(
                    "the answer has no nodes, relationships or paths, which GraphML is made of; return some, or take csv");
        }
        return out -> {
            try (GraphMl xml = new GraphMl(out, List.of(), graph.nodeColumns(), graph.edgeColumns())) {
                xml.start("answer", Map.of());
                graph.nodes().values().forEach(xml::node);
                graph.edges().values().forEach(xml::edge);
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        };
    }

    private Column.Type type(int column) {
        if (all(column, value -> value instanceof Integer || value instanceof Long)) {
            return Column.Type.WHOLE;
        }
        if (all(column, value -> value instanceof Number)) {
            return Column.Type.NUMBER;
        }
        return all(column, value -> value instanceof Boolean) ? Column.Type.TRUTH : Column.Type.TEXT;
    }

    private boolean all(int column, Predicate<Object> is) {
        boolean some = false;
        for (List<? extends @Nullable Object> row : rows) {
            Object value = row.get(column);
            if (value != null) {
                some = true;
                if (!is.test(value)) {
                    return false;
                }
            }
        }
        return some;
    }

    private static @Nullable Object cell(@Nullable Object value) {
        if (value instanceof Map<?, ?> || value instanceof List<?>) {
            try {
                return JSON.writeValueAsString(value);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
        return value;
    }
}
