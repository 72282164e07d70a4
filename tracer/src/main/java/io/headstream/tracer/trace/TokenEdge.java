package io.headstream.tracer.trace;

import io.headstream.schema.ActivationId;
import io.headstream.schema.Figure;
import io.headstream.schema.TokenEdgeType;
import io.headstream.tracer.attribution.NormEffect.Shift;
import io.headstream.tracer.attribution.VocabularyProjection.TokenScore;
import java.util.Map;

/**
 * An activation and a token that it says something about.
 *
 * @param rank within its type's list for this activation; of ERASES, counted from the top of the vocabulary
 * @param figures under their property names
 */
public record TokenEdge(TokenEdgeType type, ActivationId from, int token, int rank, Map<String, Double> figures) {
    static TokenEdge of(TokenEdgeType type, ActivationId from, TokenScore token) {
        return new TokenEdge(
                type,
                from,
                token.token(),
                token.rank(),
                Map.of(Figure.LOGIT.property(), token.logit(), Figure.PROBABILITY.property(), token.probability()));
    }

    static TokenEdge of(TokenEdgeType type, ActivationId from, Shift shift) {
        return new TokenEdge(
                type,
                from,
                shift.token(),
                shift.rank(),
                Map.of(Figure.BEFORE.property(), shift.before(), Figure.AFTER.property(), shift.after()));
    }

    boolean isFinite() {
        return figures.values().stream().allMatch(Double::isFinite);
    }
}
