package io.headstream.tracer.attribution;

import ai.djl.ndarray.NDArray;
import io.headstream.tracer.error.TraceException;
import java.util.Arrays;
import java.util.Locale;

/**
 * How much of a sum each of its parts accounts for: prox(x) = max(|w| - |w - x|, 1e-5) for part x of whole w, and a part's share is its
 * proximity over the sum of all.
 */
public enum Proximity {
    /** By the sum of absolute differences (Ferrando et al. 2022, arXiv 2203.04212; LLM Transparency Tool). */
    L1 {
        @Override
        float[][] closer(NDArray vectors, float[][] weights, float[][] wholes) {
            return L1Distances.closer(vectors, weights, wholes);
        }

        @Override
        double closer(float[] part, float[] whole) {
            double closer = 0;
            for (int i = 0; i < whole.length; i++) {
                closer += Math.abs(whole[i]) - Math.abs(whole[i] - part[i]);
            }
            return closer;
        }
    },
    /** By Euclidean distance: the same measure in the norm that gives no dimension of its own a say. */
    L2 {
        @Override
        float[][] closer(NDArray vectors, float[][] weights, float[][] wholes) {
            return L2Distances.closer(vectors, weights, wholes);
        }

        @Override
        double closer(float[] part, float[] whole) {
            double dot = 0;
            double square = 0;
            double wholeSquare = 0;
            for (int i = 0; i < whole.length; i++) {
                dot += (double) part[i] * whole[i];
                square += (double) part[i] * part[i];
                wholeSquare += (double) whole[i] * whole[i];
            }
            return L2Distances.closer(dot, square, wholeSquare);
        }
    };

    /** The floor of a proximity: a part that only cancels others counts for this much. */
    public static final float FLOOR = 1e-5f;

    /** @throws TraceException listing those that are known */
    public static Proximity named(String name) {
        return Arrays.stream(values())
                .filter(p -> p.label().equals(name))
                .findFirst()
                .orElseThrow(() -> new TraceException("shares '" + name + "' are not known; known are l1, l2"));
    }

    /** As people write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Proximities of parts given as vectors times weights, so that callers never build the weighted parts.
     *
     * @param vectors [part, d]
     * @param weights [pos][part]; a position with fewer weights than there are vectors has the first vectors only
     * @param wholes [pos][d]
     * @return [pos][part]
     */
    public float[][] of(NDArray vectors, float[][] weights, float[][] wholes) {
        float[][] proximities = closer(vectors, weights, wholes);
        for (float[] ofPosition : proximities) {
            for (int i = 0; i < ofPosition.length; i++) {
                ofPosition[i] = Math.max(ofPosition[i], FLOOR);
            }
        }
        return proximities;
    }

    /** Proximity of one part of a whole, both [d]. */
    public float of(float[] part, float[] whole) {
        return (float) Math.max(closer(part, whole), FLOOR);
    }

    /** |w| - |w - x|, without the floor. */
    abstract float[][] closer(NDArray vectors, float[][] weights, float[][] wholes);

    abstract double closer(float[] part, float[] whole);
}
