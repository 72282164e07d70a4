package io.headstream.tracer.attribution;

/**
 * How much of the last residual state at the target position came through one layer's activations.
 *
 * @param residPost by position: the state after the block
 * @param afterAttention by position: the state that attention is added to, which is resid_mid, or resid_post in parallel blocks
 * @param mlp by position: what passes through mlp_out
 * @param residPre by position: the state before the block
 * @param biases what stopped at this layer's biases
 */
public record LayerInfluence(
        double[] residPost, double[] afterAttention, double[] mlp, double[] residPre, double biases) {}
