package io.headstream.tracer.model;

import ai.djl.ndarray.NDArray;

/** Stands at the sites of a forward pass and may add to what goes through; what it returns goes on, and is what the cache holds. */
@FunctionalInterface
public interface Probe {
    /** Lets everything through as it is. */
    Probe NONE = (site, layer, activation) -> activation;

    /** Where a probe stands, in the order of the pass. */
    enum Site {
        /** The residual state before the first block [pos, d_model]. */
        EMBED,
        /** Queries as they were projected [head, pos, d_head]. */
        Q,
        /** Keys as they were projected, every head its own copy [head, pos, d_head]. */
        K,
        /** Values, every head its own copy [head, pos, d_head]. */
        V,
        /** The residual state after attention [pos, d_model]; none in parallel blocks. */
        RESID_MID,
        /** The residual state as the MLP alone reads it [pos, d_model]. */
        MLP_IN,
        /** Neurons [pos, d_mlp]. */
        POST,
        /** The residual state after the block [pos, d_model]. */
        RESID_POST
    }

    NDArray at(Site site, int layer, NDArray activation);
}
