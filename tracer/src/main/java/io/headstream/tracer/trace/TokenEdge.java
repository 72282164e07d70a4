package io.headstream.tracer.trace;

import io.headstream.tracer.attribution.NormEffect.Shift;
import io.headstream.tracer.attribution.VocabularyProjection.TokenScore;
import java.util.Map;

/**
 * An activation and a token that it says something about.
 *
 * @param rank within its type's list for this activation; of ERASES, counted from the top of the vocabulary
 * @param figures under their property names
 */
public record TokenEdge(Type type, Place from, int token, int rank, Map<String, Double> figures) {
    /** Named as in the graph. */
    public enum Type {
        /** Top of the vocabulary projection. */
        WRITES,
        /** Bottom of the vocabulary projection. */
        ERASES,
        /** What a head's query looks for: top of its projection through W_K. */
        SEEKS,
        /** What a head's key answers to: top of its projection through W_Q. */
        OFFERS,
        /** What a norm makes more probable. */
        LIFTS,
        /** What a norm makes less probable. */
        FILTERS
    }

    static TokenEdge of(Type type, Place from, TokenScore token) {
        return new TokenEdge(
                type,
                from,
                token.token(),
                token.rank(),
                Map.of("logit", token.logit(), "probability", token.probability()));
    }

    static TokenEdge of(Type type, Place from, Shift shift) {
        return new TokenEdge(
                type, from, shift.token(), shift.rank(), Map.of("before", shift.before(), "after", shift.after()));
    }

    boolean isFinite() {
        return figures.values().stream().allMatch(Double::isFinite);
    }
}
