package io.headstream.tracer.attribution;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The normalization of many distributions whose logits come in blocks of tokens, and of some of them the entropy: per column the sum of
 * exp(logit - m) over the tokens met, where m is the largest logit so far, and what was summed before is scaled as m grows (Milakov and
 * Gimelshein 2018, arXiv 1805.02867). Columns are apart, so that threads may share one.
 *
 * <p>exp(-x) is taken as p(x / 32) to the power of -32, where p is the exponential's series up to the seventh power. All its terms are positive, so
 * that what is far below m becomes 0; for x up to 16 it is right to 5e-6 of itself, up to 20 to 2e-5, where all tokens of a vocabulary together are
 * hardly anything. The compiler makes wide instructions of that, and none of Math.exp.
 */
final class LogSums {
    private static final float PARTS = 32;

    private final double[] largest;
    private final double[] sum;
    private final double[] moment; // sum of exp(logit - m) (logit - m), where the entropy is wanted

    /** @param wanted the entropy of so many columns is wanted, the first */
    LogSums(int width, int wanted) {
        this.largest = new double[width];
        Arrays.fill(largest, Double.NEGATIVE_INFINITY);
        this.sum = new double[width];
        this.moment = new double[wanted];
    }

    /** Takes in columns from `from` up to `to`. */
    Part part(int from, int to) {
        return new Part(from, to);
    }

    /** The log of the sum of a column's exponentials. */
    double logSum(int column) {
        return largest[column] + Math.log(sum[column]);
    }

    /** In nats. */
    OptionalDouble entropy(int column) {
        return column < moment.length
                ? OptionalDouble.of(Math.log(sum[column]) - moment[column] / sum[column])
                : OptionalDouble.empty();
    }

    /** Some columns, with what one thread computes them in. */
    final class Part {
        private final int from;
        private final float[] below;
        private final float[] distances;
        private final float[] exponentials;
        private final float[] sums;
        private final float[] moments;

        private Part(int from, int to) {
            this.from = from;
            this.below = new float[to - from];
            this.distances = new float[to - from];
            this.exponentials = new float[to - from];
            this.sums = new float[to - from];
            this.moments = new float[Math.max(0, Math.min(to, moment.length) - from)];
        }

        /**
         * Takes in another block.
         *
         * @param logits [token, column]
         * @param rows of them
         * @param maxima each column's largest logit up to this block's end
         */
        void add(float[][] logits, int rows, float[] maxima) {
            for (int i = 0; i < maxima.length; i++) {
                grow(from + i, maxima[i]);
                below[i] = maxima[i] == Float.NEGATIVE_INFINITY ? 0 : maxima[i];
            }
            Arrays.fill(sums, 0);
            Arrays.fill(moments, 0);
            for (int row = 0; row < rows; row++) {
                distances(logits[row], below, distances);
                highPowers(distances, exponentials);
                middlePowers(distances, exponentials);
                lowPowers(distances, exponentials);
                invert(exponentials);
                addAll(exponentials, sums);
                addProducts(exponentials, distances, moments);
            }
            for (int i = 0; i < sums.length; i++) {
                sum[from + i] += sums[i];
            }
            for (int i = 0; i < moments.length; i++) {
                moment[from + i] -= PARTS * moments[i];
            }
        }
    }

    private void grow(int column, double maximum) {
        double shift = largest[column] - maximum;
        if (shift != 0 && sum[column] != 0) {
            double scale = Math.exp(shift);
            if (column < moment.length) {
                moment[column] = scale * (moment[column] + sum[column] * shift);
            }
            sum[column] *= scale;
        }
        largest[column] = maximum;
    }

    // loops as short as the compiler makes wide ones of

    private static void distances(float[] logits, float[] below, float[] distances) {
        for (int i = 0; i < distances.length; i++) {
            distances[i] = (below[i] - logits[i]) * (1 / PARTS);
        }
    }

    private static void highPowers(float[] x, float[] series) {
        for (int i = 0; i < series.length; i++) {
            series[i] = ((x[i] * (1 / 5040f) + 1 / 720f) * x[i] + 1 / 120f) * x[i] + 1 / 24f;
        }
    }

    private static void middlePowers(float[] x, float[] series) {
        for (int i = 0; i < series.length; i++) {
            series[i] = (series[i] * x[i] + 1 / 6f) * x[i] + 1 / 2f;
        }
    }

    private static void lowPowers(float[] x, float[] series) {
        for (int i = 0; i < series.length; i++) {
            series[i] = (series[i] * x[i] + 1) * x[i] + 1;
        }
    }

    // to the power of -PARTS
    private static void invert(float[] series) {
        for (int i = 0; i < series.length; i++) {
            float second = series[i] * series[i];
            float fourth = second * second;
            float eighth = fourth * fourth;
            float sixteenth = eighth * eighth;
            series[i] = 1 / (sixteenth * sixteenth);
        }
    }

    private static void addAll(float[] terms, float[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += terms[i];
        }
    }

    private static void addProducts(float[] terms, float[] factors, float[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += terms[i] * factors[i];
        }
    }
}
