package io.headstream.tracer.model;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All weights of a model.
 *
 * @param wE token embedding [vocabulary, d_model]
 * @param wPos learned position embedding [context, d_model]; absent in rotary families
 * @param unembedding W_U [d_model, vocabulary], a view of wE where tied, and b_U where there is one
 */
public record Parameters(NDArray wE, @Nullable NDArray wPos, List<Block> blocks, Norm lnFinal, Linear unembedding) {

    /** W_U [d_model, vocabulary]. */
    public NDArray wU() {
        return unembedding.weight();
    }
}
