package io.headstream.ingest.graph;

import io.headstream.schema.Figure;
import io.headstream.tracer.attribution.VocabularyProjection.TokenScore;
import io.headstream.tracer.trace.Activation;
import io.headstream.tracer.trace.Edge;
import io.headstream.tracer.trace.TokenEdge;
import io.headstream.tracer.whole.StrongNeuron;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Parts of a trace as the parameters that cypher's write statements take. */
public final class Rows {
    // the element id at which a relationship starts comes first in its row
    private static final Comparator<List<Object>> BY_START = Comparator.comparing(row -> (String) row.get(0));

    private Rows() {}

    /** Sorted so that they go in faster. */
    static List<List<Object>> byStart(List<List<Object>> relationships) {
        return relationships.stream().sorted(BY_START).toList();
    }

    static Map<String, Object> activation(Activation activation) {
        Map<String, Object> row = figures(activation.figures());
        row.putAll(activation.place().properties());
        return row;
    }

    /** A node's properties with the trace that it is of. */
    static Map<String, Object> ofTrace(String trace, Map<String, Object> properties) {
        Map<String, Object> row = new HashMap<>(properties);
        row.put("trace", trace);
        return row;
    }

    static Map<String, Object> figures(Map<Figure, Double> figures) {
        Map<String, Object> row = new HashMap<>();
        figures.forEach(
                (figure, value) -> row.put(figure.property(), figure.whole() ? (Object) value.longValue() : value));
        return row;
    }

    static List<Object> edge(String start, String end, Edge edge) {
        Map<String, Object> properties = figures(edge.figures());
        if (!edge.via().isEmpty()) {
            properties.put("via", edge.via());
        }
        return edge(start, end, properties);
    }

    /** As write/trace/edges.cypher reads it; start and end are element ids. */
    public static List<Object> edge(String start, String end, Map<String, Object> properties) {
        return row(List.of(start, end), properties, "share", "rank", "norm", "weight", "dla", "effect", "via");
    }

    static List<Object> tokenEdge(String start, TokenEdge edge) {
        Map<String, Object> properties = new HashMap<>(edge.figures());
        properties.put("rank", edge.rank());
        return tokenEdge(start, edge.token(), properties);
    }

    /** As write/trace/token-edges.cypher reads it. */
    public static List<Object> tokenEdge(String start, int token, Map<String, Object> properties) {
        return row(List.of(start, token), properties, "rank", "logit", "probability", "before", "after");
    }

    /** As write/trace/head-uses.cypher and write/trace/neuron-uses.cypher read it. */
    public static List<Object> use(String start, int layer, int number) {
        return List.of(start, layer, number);
    }

    static List<Object> fired(String start, StrongNeuron neuron) {
        return fired(
                start,
                neuron.mlp().layer(),
                neuron.index(),
                Map.of("rank", neuron.rank(), "strength", neuron.strength(), "activation", neuron.activation()));
    }

    /** As write/trace/fires.cypher reads it. */
    public static List<Object> fired(String start, int layer, int index, Map<String, Object> properties) {
        return row(List.of(start, layer, index), properties, "rank", "strength", "activation");
    }

    @SuppressWarnings("NullAway") // the driver takes null for what is absent
    private static List<Object> row(List<Object> place, Map<String, Object> properties, String... keys) {
        List<Object> row = new ArrayList<>(place);
        for (String key : keys) {
            row.add(properties.get(key));
        }
        return row;
    }

    static Map<String, Object> prediction(TokenScore token) {
        return Map.of(
                "token", token.token(),
                "rank", token.rank(),
                "logit", token.logit(),
                "probability", token.probability());
    }
}
