package io.headstream.tracer.trace;

import io.headstream.schema.ActivationId;
import io.headstream.schema.ActivationKind;
import io.headstream.schema.EdgeType;
import io.headstream.schema.Figure;
import io.headstream.schema.TokenEdgeType;
import io.headstream.schema.TraceDetail;
import io.headstream.tracer.attribution.NormEffect;
import io.headstream.tracer.attribution.VocabularyProjection.Reading;
import io.headstream.tracer.attribution.VocabularyProjection.TokenScore;
import io.headstream.tracer.choice.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Collects nodes and edges of a trace, layer by layer. */
final class TraceBuilder {
    private final TraceDetail detail;
    private final Words words;
    private final List<Activation> activations = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    private final List<TokenEdge> tokenEdges = new ArrayList<>();
    private double covered;
    private int wholes;

    /** @param words told of vectors beside the target position */
    TraceBuilder(TraceDetail detail, Words words) {
        this.detail = detail;
        this.words = words;
    }

    Activation add(ActivationId place) {
        Activation activation = new Activation(place);
        activations.add(activation);
        return activation;
    }

    Edge connect(EdgeType type, ActivationId from, ActivationId to) {
        Edge edge = new Edge(type, from, to);
        edges.add(edge);
        return edge;
    }

    void cover(double share) {
        if (Double.isFinite(share)) {
            covered += share;
            wholes++;
        }
    }

    /** Leaves out what is NaN or infinite, as weights that are so make it, and counts it. */
    int dropNonFinite() {
        int dropped = 0;
        for (Activation activation : activations) {
            dropped += dropNonFinite(activation.figures());
        }
        for (Edge edge : edges) {
            dropped += dropNonFinite(edge.figures());
        }
        int before = tokenEdges.size();
        tokenEdges.removeIf(edge -> !edge.isFinite());
        return dropped + before - tokenEdges.size();
    }

    private static int dropNonFinite(Map<Figure, Double> figures) {
        int before = figures.size();
        figures.values().removeIf(value -> !Double.isFinite(value));
        return before - figures.size();
    }

    TraceDetail detail() {
        return detail;
    }

    double coverage() {
        return wholes == 0 ? 0 : covered / wholes;
    }

    /** Stores what a vector says: the target's figures on every projected node, tokens where the schema has them. */
    void read(Activation activation, Reading reading, boolean atTarget) {
        activation
                .with(Figure.TARGET_RANK, reading.targetRank())
                .with(Figure.TARGET_PROBABILITY, reading.targetProbability());
        reading.entropy().ifPresent(entropy -> activation.with(Figure.PROJECTION_ENTROPY, entropy));
        ActivationId place = activation.place();
        boolean all = detail == TraceDetail.FULL;
        Words told = atTarget ? Words.MOST : words;
        boolean writes =
                switch (place.kind()) {
                    case RESIDUAL, ATTENTION_OUTPUT, MLP_OUTPUT, HEAD_OUTPUT, CHANGE -> true;
                    default -> all;
                };
        if (writes) {
            int top = all || (place.kind() == ActivationKind.HEAD_OUTPUT && atTarget)
                    ? reading.top().size()
                    : told.written();
            tokens(
                    TokenEdgeType.WRITES,
                    place,
                    reading.top().subList(0, Math.min(top, reading.top().size())));
        }
        if (writes && place.kind() != ActivationKind.RESIDUAL) {
            int bottom = Math.min(told.erased(), reading.bottom().size());
            tokens(TokenEdgeType.ERASES, place, reading.bottom().subList(0, bottom));
        }
    }

    void tokens(TokenEdgeType type, ActivationId from, List<TokenScore> tokens) {
        tokens.forEach(token -> tokenEdges.add(TokenEdge.of(type, from, token)));
    }

    /** What a norm lifts and filters. */
    void filter(ActivationId norm, NormEffect effect) {
        effect.lifted().forEach(shift -> tokenEdges.add(TokenEdge.of(TokenEdgeType.LIFTS, norm, shift)));
        effect.filtered().forEach(shift -> tokenEdges.add(TokenEdge.of(TokenEdgeType.FILTERS, norm, shift)));
    }

    /** An effect along an edge between components. */
    void affects(ActivationId from, ActivationId to, String via, double effect, int rank) {
        edges.add(Edge.affects(from, to, via).with(Figure.EFFECT, effect).with(Figure.RANK, rank));
    }

    List<Activation> activations() {
        return activations;
    }

    List<Edge> edges() {
        return edges;
    }

    List<TokenEdge> tokenEdges() {
        return tokenEdges;
    }
}
