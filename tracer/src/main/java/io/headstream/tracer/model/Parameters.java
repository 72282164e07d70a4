package io.headstream.tracer.model;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * All weights of a model.
 *
 * @param wE token embedding [vocabulary, d_model]
 * @param wPos position embedding [context, d_model]
 * @param wU unembedding [d_model, vocabulary], a view; of wE where tied
 */
public record Parameters(NDArray wE, NDArray wPos, List<Block> blocks, Norm lnFinal, NDArray wU) {}
