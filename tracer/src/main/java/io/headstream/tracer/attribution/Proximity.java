package io.headstream.tracer.attribution;

import ai.djl.ndarray.NDArray;

/**
 * How much of a sum each of its parts accounts for, by L1 proximity: prox(x) = max(|w|_1 - |w - x|_1, 1e-5) for part x of whole w, and a
 * part's share is its proximity over the sum of all (Ferrando et al. 2022, arXiv 2203.04212; LLM Transparency Tool).
 */
public final class Proximity {
    /** The floor of a proximity: a part that only cancels others counts for this much. */
    public static final float FLOOR = 1e-5f;

    private static final long CHUNK = 500_000; // elements at once: small enough to stay in the processor's cache

    private static final int[] LAST = {1};

    private Proximity() {}

    /**
     * Proximities of parts given as vectors times weights, so that callers never build the weighted parts.
     *
     * @param vectors [part, d]
     * @param weights [part]
     * @param whole [d]
     * @return one proximity per part
     */
    public static float[] of(NDArray vectors, NDArray weights, NDArray whole) {
        long parts = vectors.getShape().get(0);
        long chunk = Math.max(1, CHUNK / vectors.getShape().get(1));
        NDArray size = whole.abs();
        float[] proximities = new float[(int) parts];
        for (long from = 0; from < parts; from += chunk) {
            long to = Math.min(parts, from + chunk);
            NDArray weight = weights.get(from + ":" + to).expandDims(1);
            NDArray rest = vectors.get(from + ":" + to).mul(weight).subi(whole).abs();
            NDArray closer = rest.negi().addi(size);
            float[] some = closer.sum(LAST).maximum(FLOOR).toFloatArray();
            System.arraycopy(some, 0, proximities, (int) from, some.length);
        }
        return proximities;
    }

    /** Proximity of one part [pos, d], or [1, d] where it is the same at all positions, of a whole [pos, d], by position. */
    public static float[] byPosition(NDArray part, NDArray whole) {
        NDArray closer = whole.abs().sub(whole.sub(part).abs());
        return closer.sum(LAST).maximum(FLOOR).toFloatArray();
    }
}
