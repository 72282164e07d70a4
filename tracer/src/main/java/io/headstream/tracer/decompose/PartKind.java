package io.headstream.tracer.decompose;

import java.util.List;

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
    B_OUT(Extent.ONE),
    /** What interventions put into the embedding and took out; each of these only where something was changed. */
    CHANGE_EMBED(Extent.ONE),
    /** The same of attn_out, by heads, their terms, or the whole. */
    CHANGE_ATTN(Extent.ONE),
    /** The same of the residual state after attention. */
    CHANGE_MID(Extent.ONE),
    /** The same of mlp_out, by neurons or the whole. */
    CHANGE_MLP(Extent.ONE),
    /** The same of the residual state after the block. */
    CHANGE_POST(Extent.ONE);

    /** What interventions changed. */
    public static final List<PartKind> CHANGES =
            List.of(CHANGE_EMBED, CHANGE_ATTN, CHANGE_MID, CHANGE_MLP, CHANGE_POST);

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
