package io.headstream.ingest.imports;

import static io.headstream.ingest.document.TraceDocument.number;
import static io.headstream.ingest.document.TraceDocument.text;

import io.headstream.ingest.document.TraceDocument;
import io.headstream.ingest.graph.Rows;
import io.headstream.ingest.graph.TraceRows;
import io.headstream.schema.ActivationId;
import io.headstream.schema.ActivationKind;
import io.headstream.schema.ActivationKind.Told;
import io.headstream.schema.EdgeType;
import io.headstream.schema.TokenEdgeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rows of a document's trace; its activations are told apart by their ids as they are written. */
final class DocumentRows implements TraceRows<String> {
    private final TraceDocument document;
    private final Map<String, List<Map<String, Object>>> nodes;
    private final Map<String, List<Map<String, Object>>> edges;
    private final Map<String, List<Map<String, Object>>> tokenEdges;

    DocumentRows(TraceDocument document) {
        this.document = document;
        this.nodes = grouped(document.nodes(), "label");
        this.edges = grouped(document.edges(), "type");
        this.tokenEdges = grouped(document.tokenEdges(), "type");
    }

    /** The layer of the node that an edge starts at. */
    static int layer(Map<String, Object> edge) {
        return ActivationId.parse(text(edge, "source")).orElseThrow().layer();
    }

    @Override
    public String id() {
        return document.id();
    }

    @Override
    public String model() {
        return document.modelId();
    }

    @Override
    public Map<String, Object> properties() {
        return document.trace();
    }

    @Override
    public List<Map<String, Object>> positions() {
        return document.positions();
    }

    @Override
    public List<Node<String>> activations(ActivationKind kind) {
        return of(nodes, kind.label()).stream()
                .map(node -> new Node<>(text(node, "node"), unlabelled(node)))
                .toList();
    }

    @Override
    public List<List<Object>> uses(Told told, Function<String, String> elements) {
        String number = told.property().orElseThrow();
        return document.nodes().stream()
                .filter(node -> node.containsKey(number))
                .map(node -> Rows.use(elements.apply(text(node, "node")), number(node, "layer"), number(node, number)))
                .toList();
    }

    @Override
    public List<List<Object>> edges(EdgeType type, Function<String, String> elements) {
        return of(edges, type.name()).stream()
                .map(edge ->
                        Rows.edge(elements.apply(text(edge, "source")), elements.apply(text(edge, "target")), edge))
                .toList();
    }

    @Override
    public List<List<Object>> tokenEdges(TokenEdgeType type, Function<String, String> elements) {
        return of(tokenEdges, type.name()).stream()
                .map(edge -> Rows.tokenEdge(elements.apply(text(edge, "source")), number(edge, "token"), edge))
                .toList();
    }

    @Override
    public List<List<Object>> fired(Function<String, String> elements) {
        return document.fires().stream()
                .map(edge ->
                        Rows.fired(elements.apply(text(edge, "source")), layer(edge), number(edge, "neuron"), edge))
                .toList();
    }

    @Override
    public List<Map<String, Object>> headPatterns() {
        return document.headPatterns();
    }

    @Override
    public List<Map<String, Object>> hookPoints() {
        return document.hookPoints();
    }

    @Override
    public List<Map<String, Object>> predictions() {
        return document.predictions();
    }

    private static Map<String, List<Map<String, Object>>> grouped(List<Map<String, Object>> rows, String key) {
        return rows.stream().collect(Collectors.groupingBy(row -> text(row, key)));
    }

    private static List<Map<String, Object>> of(Map<String, List<Map<String, Object>>> grouped, String name) {
        return grouped.getOrDefault(name, List.of());
    }

    private static Map<String, Object> unlabelled(Map<String, Object> node) {
        Map<String, Object> properties = new HashMap<>(node);
        properties.remove("label");
        return properties;
    }
}
