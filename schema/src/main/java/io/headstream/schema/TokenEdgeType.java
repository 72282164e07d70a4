package io.headstream.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Relationships from an activation to a token that it says something about, named as in the graph. */
public enum TokenEdgeType {
    /** Top of the vocabulary projection. */
    WRITES(false),
    /** Bottom of the vocabulary projection. */
    ERASES(false),
    /** What a head's query looks for: top of its projection through W_K. */
    SEEKS(false),
    /** What a head's key answers to: top of its projection through W_Q. */
    OFFERS(false),
    /** What a norm makes more probable. */
    LIFTS(true),
    /** What a norm makes less probable. */
    FILTERS(true);

    private final boolean shift;

    TokenEdgeType(boolean shift) {
        this.shift = shift;
    }

    /** The type of that name in the graph; empty if there is none to a token. */
    public static Optional<TokenEdgeType> named(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }

    /** Whether it tells of a change, from before to after, and not of one projection. */
    public boolean shift() {
        return shift;
    }

    /** All that it has. */
    public List<Figure> figures() {
        return shift
                ? List.of(Figure.RANK, Figure.BEFORE, Figure.AFTER)
                : List.of(Figure.RANK, Figure.LOGIT, Figure.PROBABILITY);
    }

    /** One number for those who want one of every edge: the probability, or by how much it changes. */
    public double weight(ToDoubleFunction<Figure> value) {
        return shift
                ? value.applyAsDouble(Figure.AFTER) - value.applyAsDouble(Figure.BEFORE)
                : value.applyAsDouble(Figure.PROBABILITY);
    }
}
