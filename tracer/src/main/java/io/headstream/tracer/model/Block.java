package io.headstream.tracer.model;

import ai.djl.ndarray.NDArray;

/**
 * One block's weights, every matrix as [in, out]: wQ, wK, wV [d_model, heads * d_head]; wO [heads * d_head, d_model]; wIn [d_model,
 * d_mlp]; wOut [d_mlp, d_model]; a bias each.
 */
public record Block(
        Norm ln1,
        NDArray wQ,
        NDArray wK,
        NDArray wV,
        NDArray bQ,
        NDArray bK,
        NDArray bV,
        NDArray wO,
        NDArray bO,
        Norm ln2,
        NDArray wIn,
        NDArray bIn,
        NDArray wOut,
        NDArray bOut) {}
