package io.headstream.api.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A trace as a zip of nodes.csv, edges.csv and trace.csv. */
final class CsvExport {
    private CsvExport() {}

    static void write(TraceReading reading, OutputStream out) throws IOException {
        TraceGraph graph = new TraceGraph(reading);
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            table(zip, "nodes.csv", Column.ofNodes(), graph::nodes);
            table(zip, "edges.csv", Column.ofEdges(), graph::edges);
            table(zip, "trace.csv", Column.ofTraces(), rows -> rows.accept(graph.trace()));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void table(
            ZipOutputStream zip, String name, List<Column> columns, Consumer<Consumer<Map<String, Object>>> rows)
            throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
        CsvTable table = new CsvTable(writer);
        table.line(columns.stream().map(Column::name).toList());
        rows.accept(row -> table.line(
                Arrays.asList(columns.stream().map(c -> row.get(c.name())).toArray())));
        writer.flush();
        zip.closeEntry();
    }
}
