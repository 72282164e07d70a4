package io.headstream.ingest.graph;

import io.headstream.schema.ActivationId;
import io.headstream.schema.ActivationKind;
import io.headstream.schema.ActivationKind.Told;
import io.headstream.schema.EdgeType;
import io.headstream.schema.TokenEdgeType;
import io.headstream.tracer.trace.Activation;
import io.headstream.tracer.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The rows of a pass that was just taken apart.
 *
 * @param texts the prompt's tokens as text
 */
record TracedRows(Trace trace, TraceHeader header, List<String> texts) implements TraceRows<ActivationId> {
    @Override
    public String id() {
        return header.id();
    }

    @Override
    public String model() {
        return header.model();
    }

    @Override
    public Map<String, Object> properties() {
        return header.properties(trace, texts);
    }

    @Override
    public Optional<TraceHeader.Link> link() {
        return header.link();
    }

    @Override
    public List<Map<String, Object>> positions() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int p = 0; p < texts.size(); p++) {
            rows.add(Map.of(
                    "index", p, "text", texts.get(p), "token", trace.tokens().get(p)));
        }
        return rows;
    }

    @Override
    public List<Node<ActivationId>> activations(ActivationKind kind) {
        return trace.activations().stream()
                .filter(a -> a.place().kind() == kind)
                .map(a -> new Node<>(a.place(), Rows.activation(a)))
                .toList();
    }

    @Override
    public List<List<Object>> uses(Told told, Function<ActivationId, String> elements) {
        return trace.activations().stream()
                .map(Activation::place)
                .filter(place -> place.kind().told() == told)
                .map(place -> Rows.use(elements.apply(place), place.layer(), place.number()))
                .toList();
    }

    @Override
    public List<List<Object>> edges(EdgeType type, Function<ActivationId, String> elements) {
        return trace.edges().stream()
                .filter(e -> e.type() == type)
                .map(e -> Rows.edge(elements.apply(e.from()), elements.apply(e.to()), e))
                .toList();
    }

    @Override
    public List<List<Object>> tokenEdges(TokenEdgeType type, Function<ActivationId, String> elements) {
        return trace.tokenEdges().stream()
                .filter(e -> e.type() == type)
                .map(e -> Rows.tokenEdge(elements.apply(e.from()), e))
                .toList();
    }

    @Override
    public List<List<Object>> fired(Function<ActivationId, String> elements) {
        return trace.fired().stream()
                .map(neuron -> Rows.fired(elements.apply(neuron.mlp()), neuron))
                .toList();
    }

    @Override
    public List<Map<String, Object>> headPatterns() {
        return trace.patterns().stream().map(WholeRows::headPattern).toList();
    }

    @Override
    public List<Map<String, Object>> hookPoints() {
        return trace.hookPoints().stream().map(WholeRows::hookPoint).toList();
    }

    @Override
    public List<Map<String, Object>> predictions() {
        return trace.predictions().stream().map(Rows::prediction).toList();
    }
}
