package io.headstream.api.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A trace as a zip of nodes.parquet, edges.parquet and trace.parquet. The format wants its length known, so each goes by way of a file. */
final class ParquetExport {
    private ParquetExport() {}

    static void write(TraceReading reading, OutputStream out) throws IOException {
        TraceGraph graph = new TraceGraph(reading);
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            table(zip, "nodes", Column.ofNodes(), graph::nodes);
            table(zip, "edges", Column.ofEdges(), graph::edges);
            table(zip, "trace", Column.ofTraces(), rows -> rows.accept(graph.trace()));
        }
    }

    private static void table(
            ZipOutputStream zip, String name, List<Column> columns, Consumer<Consumer<Map<String, Object>>> rows)
            throws IOException {
        Path file = Files.createTempFile("headstream-", ".parquet");
        try {
            ParquetTable.write(file, name, columns, rows);
            zip.putNextEntry(new ZipEntry(name + ".parquet"));
            Files.copy(file, zip);
            zip.closeEntry();
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
