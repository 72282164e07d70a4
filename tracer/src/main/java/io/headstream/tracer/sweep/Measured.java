package io.headstream.tracer.sweep;

import io.headstream.tracer.attribution.Outcome;
import io.headstream.tracer.intervene.At;

/**
 * What one change did.
 *
 * @param change the metric after it less that of the unchanged pass
 */
public record Measured(At at, Outcome after, double change) {
    /** The metric after it. */
    public double metric() {
        return after.metric();
    }
}
