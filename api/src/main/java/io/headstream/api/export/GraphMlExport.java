package io.headstream.api.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A trace in GraphML, as networkx and Gephi read it. */
final class GraphMlExport {
    private GraphMlExport() {}

    static void write(TraceReading reading, OutputStream out) throws IOException {
        TraceGraph graph = new TraceGraph(reading);
        try (GraphMl xml = new GraphMl(out, Column.ofTraces(), columns(Column.ofNodes()), Column.ofEdges())) {
            xml.start("trace", graph.trace());
            graph.nodes(labelled(xml::node));
            graph.edges(xml::edge);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The columns of nodes with `label` for Gephi, which shows that; `id` is an attribute of the element. */
    static List<Column> columns(List<Column> nodes) {
        List<Column> columns = new ArrayList<>(nodes);
        columns.removeIf(column -> column.name().equals("id"));
        columns.add(0, new Column("label", Column.Type.TEXT));
        return columns;
    }

    static Consumer<Map<String, Object>> labelled(Consumer<Map<String, Object>> node) {
        return row -> {
            Map<String, Object> labelled = new HashMap<>(row);
            labelled.put("label", String.valueOf(row.get("name")));
            labelled.put("labels", ":" + row.get("labels"));
            node.accept(labelled);
        };
    }
}
