package io.headstream.ingest;

import io.headstream.tracer.attribution.VocabularyProjection.TokenScore;
import io.headstream.tracer.trace.Activation;
import io.headstream.tracer.trace.Edge;
import io.headstream.tracer.trace.Figure;
import io.headstream.tracer.trace.Fired;
import io.headstream.tracer.trace.Place;
import io.headstream.tracer.trace.TokenEdge;
import java.util.HashMap;
import java.util.Map;

/** Parts of a trace as the parameters that cypher's write statements take. */
final class Rows {
    private Rows() {}

    static Map<String, Object> activation(String trace, Activation activation) {
        Place place = activation.place();
        Map<String, Object> row = figures(activation.figures());
        row.put("trace", trace);
        row.put("node", place.node());
        row.put("layer", place.layer());
        row.put("position", place.position());
        row.put("name", name(place));
        switch (place.kind()) {
            case RESIDUAL, NORMALIZED, BIAS -> row.put("site", place.part());
            case HEAD_OUTPUT, MEMORY_VALUE -> row.put("head", place.number());
            case NEURON_ACTIVATION -> row.put("index", place.number());
            case ATTENTION_OUTPUT, MLP_OUTPUT -> {}
        }
        return row;
    }

    /** What a person calls it: the component, or TransformerLens's name for the activation. */
    static String name(Place place) {
        String layer = " L" + place.layer();
        return switch (place.kind()) {
            case HEAD_OUTPUT, NEURON_ACTIVATION -> place.component();
            case MEMORY_VALUE -> place.component() + " value";
            case ATTENTION_OUTPUT -> "attn_out" + layer;
            case MLP_OUTPUT -> "mlp_out" + layer;
            case RESIDUAL -> place.part().equals("embed") ? "embed" : "resid_" + place.part() + layer;
            case NORMALIZED -> place.part().equals("final") ? "ln_final" : place.part() + layer;
            case BIAS -> place.part() + layer;
        };
    }

    static Map<String, Object> figures(Map<Figure, Double> figures) {
        Map<String, Object> row = new HashMap<>();
        figures.forEach(
                (figure, value) -> row.put(figure.property(), figure.whole() ? (Object) value.longValue() : value));
        return row;
    }

    static Map<String, Object> edge(Edge edge) {
        Map<String, Object> row = figures(edge.figures());
        if (!edge.via().isEmpty()) {
            row.put("via", edge.via());
        }
        return row;
    }

    static Map<String, Object> tokenEdge(TokenEdge edge) {
        Map<String, Object> row = new HashMap<>(edge.figures());
        row.put("rank", edge.rank());
        return row;
    }

    static Map<String, Object> fired(Fired neuron) {
        return Map.of("rank", neuron.rank(), "strength", neuron.strength(), "activation", neuron.activation());
    }

    static Map<String, Object> prediction(TokenScore token) {
        return Map.of(
                "token", token.token(),
                "rank", token.rank(),
                "logit", token.logit(),
                "probability", token.probability());
    }
}
