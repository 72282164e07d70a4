package io.headstream.api.circuit;

import io.headstream.api.export.Column;
import io.headstream.api.export.GraphMl;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A circuit in GraphML, as networkx and Gephi read it. */
final class CircuitGraphMl {
    private static final List<Column> GRAPH = List.of(
            text("name"),
            text("model"),
            text("metric"),
            text("ablation"),
            number("metricFull"),
            number("metricEmpty"),
            number("metricValue"),
            number("faithfulness"),
            number("complement"),
            number("incompleteness"));
    private static final List<Column> NODES = List.of(text("label"), text("kind"), whole("layer"), whole("head"));
    private static final List<Column> EDGES =
            List.of(number("score"), number("weight"), whole("rank"), number("measured"), whole("traces"));

    private CircuitGraphMl() {}

    static void write(WholeCircuit whole, OutputStream out) throws IOException {
        CircuitSummary c = whole.circuit();
        try (GraphMl xml = new GraphMl(out, GRAPH, NODES, EDGES)) {
            xml.start(
                    "circuit",
                    Map.of(
                            "name", c.name(),
                            "model", c.modelName(),
                            "metric", c.metric(),
                            "ablation", c.ablation(),
                            "metricFull", c.metricFull(),
                            "metricEmpty", c.metricEmpty(),
                            "metricValue", c.metricValue(),
                            "faithfulness", c.faithfulness(),
                            "complement", c.complement(),
                            "incompleteness", c.incompleteness()));
            for (WholeCircuit.Node node : whole.nodes()) {
                Map<String, Object> row = new HashMap<>(
                        Map.of("id", node.name(), "label", node.name(), "kind", node.kind(), "layer", node.layer()));
                if (node.head() != null) {
                    row.put("head", node.head());
                }
                xml.node(row);
            }
            for (WholeCircuit.Edge edge : whole.edges()) {
                Map<String, Object> row = new HashMap<>(Map.of(
                        "source", edge.from(),
                        "target", edge.to(),
                        "score", edge.score(),
                        "weight", Math.abs(edge.score()),
                        "rank", edge.rank()));
                if (edge.measured() != null && edge.traces() != null) {
                    row.put("measured", edge.measured());
                    row.put("traces", edge.traces());
                }
                xml.edge(row);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Column text(String name) {
        return new Column(name, Column.Type.TEXT);
    }

    private static Column number(String name) {
        return new Column(name, Column.Type.NUMBER);
    }

    private static Column whole(String name) {
        return new Column(name, Column.Type.WHOLE);
    }
}
