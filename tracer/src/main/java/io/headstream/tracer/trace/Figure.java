package io.headstream.tracer.trace;

/** The figures of activations and edges, under their property names in the graph; docs/attribution.md has the formulas. */
public enum Figure {
    /** L2 norm of the vector; of an attention edge, of weight times memory value. */
    NORM("norm"),
    /** On a node, its part of the residual state it ends in; on an edge, of the whole the edge points at. */
    SHARE("share"),
    INFLUENCE("influence"),
    /** Direct logit attribution to the metric; only at the target position. */
    DLA("dla"),
    /** Activation times gradient of the metric. */
    EFFECT("effect"),
    TARGET_RANK("targetRank"),
    TARGET_PROBABILITY("targetProbability"),
    /** Share of a whole that its stored parts leave out. */
    REMAINDER("remainder"),
    REMAINDER_DLA("remainderDla"),
    /** Of the vocabulary projection's distribution, in nats. */
    PROJECTION_ENTROPY("projectionEntropy"),
    /** Of a head's pattern row, in nats. */
    ENTROPY("entropy"),
    /** A neuron's post-activation value. */
    ACTIVATION("activation"),
    /** |activation| times the norm of the neuron's row of W_out. */
    STRENGTH("strength"),
    /** Attention weight. */
    WEIGHT("weight"),
    /** 1 is the largest share among all parts of the whole. */
    RANK("rank");

    private final String property;

    Figure(String property) {
        this.property = property;
    }

    public String property() {
        return property;
    }

    /** Whether the figure counts something, and is stored as a whole number. */
    public boolean whole() {
        return this == TARGET_RANK || this == RANK;
    }
}
