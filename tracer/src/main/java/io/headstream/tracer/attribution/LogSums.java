package io.headstream.tracer.attribution;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The normalization of many distributions whose logits come in slices, and of some of them the entropy: per column the sum of exp(logit - m)
 * over the tokens met, where m is the largest logit so far, and what was summed before is scaled as m grows.
 */
final class LogSums {
    private static final int[] TOKENS = {0};

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

    /**
     * Takes in another slice of logits [token, column], and changes it.
     *
     * @param maxima each column's largest logit up to this slice's end
     */
    void add(NDArray logits, float[] maxima) {
        double[] shift = new double[maxima.length];
        for (int c = 0; c < shift.length; c++) {
            shift[c] = largest[c] - maxima[c];
            largest[c] = maxima[c];
        }
        NDArray below = logits.subi(logits.getManager().create(maxima));
        NDArray exponentials = below.exp();
        if (moment.length > 0) {
            NDIndex wanted = new NDIndex(":, :" + moment.length);
            addMoments(exponentials.get(wanted).mul(below.get(wanted)), shift);
        }
        float[] ofSlice = exponentials.sum(TOKENS).toFloatArray();
        for (int c = 0; c < ofSlice.length; c++) {
            sum[c] = (sum[c] == 0 ? 0 : sum[c] * Math.exp(shift[c])) + ofSlice[c];
        }
    }

    private void addMoments(NDArray products, double[] shift) {
        float[] ofSlice = products.sum(TOKENS).toFloatArray();
        for (int c = 0; c < moment.length; c++) {
            double earlier = sum[c] == 0 ? 0 : Math.exp(shift[c]) * (moment[c] + sum[c] * shift[c]);
            moment[c] = earlier + ofSlice[c];
        }
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
}
