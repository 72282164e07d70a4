package io.headstream.schema;

import java.util.Arrays;
import java.util.Optional;

/** The figures of activations and edges, under their property names in the graph; docs/attribution.md has the formulas. */
public enum Figure {
    /** L2 norm of the vector; of an attention edge, of weight times memory value. */
    NORM("norm", Unit.LENGTH),
    /** On a node, its part of the residual state it ends in; on an edge, of the whole the edge points at. */
    SHARE("share", Unit.PART),
    /** How much of the last residual state came through it. */
    INFLUENCE("influence", Unit.PART),
    /** Direct logit attribution to the metric; only at the target position. */
    DLA("dla", Unit.METRIC),
    /** Activation times gradient of the metric. */
    EFFECT("effect", Unit.METRIC),
    TARGET_RANK("targetRank", Unit.RANK),
    TARGET_PROBABILITY("targetProbability", Unit.PROBABILITY),
    /** Share of a whole that its stored parts leave out. */
    REMAINDER("remainder", Unit.PART),
    REMAINDER_DLA("remainderDla", Unit.METRIC),
    /** Of the vocabulary projection's distribution. */
    PROJECTION_ENTROPY("projectionEntropy", Unit.NATS),
    /** Of a head's pattern row. */
    ENTROPY("entropy", Unit.NATS),
    /** A neuron's post-activation value. */
    ACTIVATION("activation", Unit.ACTIVATION),
    /** |activation| times the norm of the neuron's row of W_out. */
    STRENGTH("strength", Unit.LENGTH),
    /** Attention weight. */
    WEIGHT("weight", Unit.PROBABILITY),
    /** 1 is the first: the largest share, the most probable token, the strongest neuron. */
    RANK("rank", Unit.RANK),
    /** A token's, in a vocabulary projection. */
    LOGIT("logit", Unit.LOGIT),
    /** A token's, in a vocabulary projection. */
    PROBABILITY("probability", Unit.PROBABILITY),
    /** A token's probability in the projection of a norm's input. */
    BEFORE("before", Unit.PROBABILITY),
    /** A token's probability in the projection of a norm's output. */
    AFTER("after", Unit.PROBABILITY);

    /** What a figure is counted in. */
    public enum Unit {
        /** Of vectors, in the model's own measure. */
        LENGTH,
        /** Of a neuron's value, in the model's own measure. */
        ACTIVATION,
        /** Parts of a whole; those of all parts make 1. */
        PART,
        PROBABILITY,
        LOGIT,
        /** The metric's: logits, or probability where effects are of that. */
        METRIC,
        NATS,
        /** A place in an order, from 1; a whole number. */
        RANK
    }

    private final String property;
    private final Unit unit;

    Figure(String property, Unit unit) {
        this.property = property;
        this.unit = unit;
    }

    /** The figure that is stored under that name; empty if there is none. */
    public static Optional<Figure> stored(String property) {
        return Arrays.stream(values())
                .filter(figure -> figure.property.equals(property))
                .findFirst();
    }

    public String property() {
        return property;
    }

    public Unit unit() {
        return unit;
    }

    /** Whether the figure counts something, and is stored as a whole number. */
    public boolean whole() {
        return unit == Unit.RANK;
    }
}
