package io.headstream.tracer.trace;

import io.headstream.schema.ActivationId;

/**
 * One of a layer's strongest neurons at the target position, whether or not its activation is kept.
 *
 * @param mlp the mlp_out that it is in
 * @param index of the neuron within its layer
 * @param rank 1 is the strongest
 * @param strength |activation| times the norm of its row of W_out
 */
public record StrongNeuron(ActivationId mlp, int index, int rank, double strength, double activation) {}
