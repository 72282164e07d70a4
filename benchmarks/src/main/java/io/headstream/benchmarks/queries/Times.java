package io.headstream.benchmarks.queries;

import java.util.Arrays;

/**
 * How long one query's runs took, in ms.
 *
 * @param failure what it answered instead, or nothing
 */
record Times(double[] sorted, String failure) {
    static Times of(double[] millis) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        return new Times(sorted, "");
    }

    static Times failed(String failure) {
        return new Times(new double[0], failure);
    }

    boolean hasFailed() {
        return !failure.isEmpty();
    }

    /** The nearest rank: at least so much of the runs took no longer. */
    double percentile(double part) {
        return hasFailed() ? Double.NaN : sorted[(int) Math.max(0, Math.ceil(part * sorted.length) - 1)];
    }
}
