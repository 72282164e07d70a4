package io.headstream.tracer.trace;

import io.headstream.tracer.attribution.VocabularyProjection.TokenScore;

/** An activation and a token that its vocabulary projection puts first or last. */
public record TokenEdge(Type type, Place from, TokenScore token) {
    /** Named as in the graph. */
    public enum Type {
        WRITES,
        ERASES
    }
}
