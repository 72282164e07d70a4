package io.headstream.tracer.score;

import io.headstream.schema.ActivationId;
import org.jspecify.annotations.Nullable;

/**
 * What a query or a key is in part made of: something that the residual stream holds at its position, or a bias on the way.
 *
 * @param name TransformerLens's, or the component's: L3H2, mlp_out L3, hook_pos_embed, b_Q
 * @param node what it is in the pass; absent of biases that no activation is
 */
public record Writer(String name, @Nullable ActivationId node) {
    static Writer of(ActivationId node) {
        return new Writer(node.name(), node);
    }

    static Writer bias(String name) {
        return new Writer(name, null);
    }
}
