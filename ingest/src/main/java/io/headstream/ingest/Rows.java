package io.headstream.ingest;

import io.headstream.tracer.attribution.VocabularyProjection.TokenScore;
import io.headstream.tracer.trace.Activation;
import io.headstream.tracer.trace.Edge;
import io.headstream.tracer.trace.Figure;
import io.headstream.tracer.trace.Fired;
import io.headstream.tracer.trace.Place;
import io.headstream.tracer.trace.TokenEdge;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    /** As write/edges.cypher reads it; start and end are element ids. */
    static List<Object> edge(String start, String end, Edge edge) {
        Map<String, Object> figures = figures(edge.figures());
        return list(
                start,
                end,
                figures.get("share"),
                figures.get("rank"),
                figures.get("norm"),
                figures.get("weight"),
                figures.get("dla"),
                figures.get("effect"),
                edge.via().isEmpty() ? null : edge.via());
    }

    /** As write/token-edges.cypher reads it. */
    static List<Object> tokenEdge(String start, TokenEdge edge) {
        Map<String, Double> figures = edge.figures();
        return list(
                start,
                edge.token(),
                edge.rank(),
                figures.get("logit"),
                figures.get("probability"),
                figures.get("before"),
                figures.get("after"));
    }

    /** As write/head-edges.cypher and write/neuron-edges.cypher read it. */
    static List<Object> component(String start, Place place) {
        return list(start, place.layer(), place.number());
    }

    /** As write/fires.cypher reads it. */
    static List<Object> fired(String start, Fired neuron) {
        return list(start, neuron.mlp().layer(), neuron.index(), neuron.rank(), neuron.strength(), neuron.activation());
    }

    @SuppressWarnings("NullAway") // the driver takes null for what is absent
    private static List<Object> list(@Nullable Object... values) {
        return Arrays.asList(values);
    }

    static Map<String, Object> prediction(TokenScore token) {
        return Map.of(
                "token", token.token(),
                "rank", token.rank(),
                "logit", token.logit(),
                "probability", token.probability());
    }
}
