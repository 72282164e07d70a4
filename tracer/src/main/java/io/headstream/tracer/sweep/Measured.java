package io.headstream.tracer.sweep;

import io.headstream.tracer.intervene.At;

/**
 * What one change did.
 *
 * @param metric after it
 * @param change the metric after it less that of the unchanged pass
 * @param rank of the target in the prediction; 1 is the most probable
 * @param probability of the target in the prediction
 */
public record Measured(At at, double metric, double change, int rank, double probability) {}
