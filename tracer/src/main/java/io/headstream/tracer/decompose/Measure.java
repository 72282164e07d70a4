package io.headstream.tracer.decompose;

/** The columns of a {@link LayerTable}; docs/attribution.md has the formulas. */
public enum Measure {
    /** What a part's vector is multiplied by: a term's attention weight, a neuron's post-activation value. */
    COEFFICIENT,
    /** L2 norm of the part, its coefficient included. */
    NORM,
    /**
     * Part of the whole that the part is in: mlp_out for a neuron and b_out, otherwise the residual state that it ends in. A memory
     * value's is that of its term at the target position; resid_post's is of the state after the next attention.
     */
    SHARE,
    /** How much of the last residual state at the target position came through it. */
    INFLUENCE,
    /** Direct logit attribution to the metric; at the target position alone, of memory values what that position takes of them. */
    DLA,
    /** Activation times gradient of the metric; absent where no effects are asked for. */
    EFFECT,
    /** Of a head's pattern row, in nats. */
    ENTROPY,
    /**
     * 1 for the largest share among all parts of the whole: a term's in its head, a neuron's in mlp_out, its bias counted. Known once the
     * table is {@link LayerTable#narrow narrowed}.
     */
    RANK
}
