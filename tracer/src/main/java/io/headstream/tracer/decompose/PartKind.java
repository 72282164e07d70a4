package io.headstream.tracer.decompose;

/** What a layer's residual states are made of, and those states themselves, in the order in which their vectors are projected. */
public enum PartKind {
    /** The residual state before the block. */
    RESID_PRE(Extent.ONE),
    /** The residual state between attention and MLP; none in parallel blocks. */
    RESID_MID(Extent.ONE),
    /** The residual state after the block. */
    RESID_POST(Extent.ONE),
    /** What attention adds, b_O included. */
    ATTN_OUT(Extent.ONE),
    /** What the MLP adds, b_out included. */
    MLP_OUT(Extent.ONE),
    /** What attention reads. */
    LN1(Extent.ONE),
    /** What the MLP reads. */
    LN2(Extent.ONE),
    /** A head's output, without b_O. */
    HEAD(Extent.HEADS),
    /** What a head would write if it attended to this position alone; at its key, not yet weighted. */
    MEMORY(Extent.HEADS),
    /** What a head takes of one key: attention weight times memory value; at its query. */
    TERM(Extent.KEYS),
    /** A neuron: its post-activation value times its row of W_out. */
    NEURON(Extent.NEURONS),
    B_O(Extent.ONE),
    B_OUT(Extent.ONE);

    /** How many parts of a kind there are at one position. */
    enum Extent {
        ONE,
        HEADS,
        NEURONS,
        /** One for each head and key up to the position. */
        KEYS
    }

    private final Extent extent;

    PartKind(Extent extent) {
        this.extent = extent;
    }

    Extent extent() {
        return extent;
    }
}
