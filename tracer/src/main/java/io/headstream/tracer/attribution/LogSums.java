package io.headstream.tracer.attribution;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The normalization of many distributions whose logits come in slices, and of some of them the entropy: per column the sum of exp(logit - m)
 * over the tokens met, where m is the largest logit so far, and what was summed before is scaled as m grows.
 */
final class LogSums {
    private static final int[] TOKENS = {0};

    private final double[] largest;
    private final double[] sum;
    private final int[] wanted;
    private final @Nullable NDArray columns;
    private final double[] moment; // sum of exp(logit - m) (logit - m), where the entropy is wanted

    /** @param wanted columns whose entropy is wanted, ascending */
    LogSums(int width, int[] wanted, NDManager manager) {
        this.largest = new double[width];
        Arrays.fill(largest, Double.NEGATIVE_INFINITY);
        this.sum = new double[width];
        this.wanted = wanted;
        this.columns = wanted.length == 0 || wanted.length == width
                ? null
                : manager.create(Arrays.stream(wanted).asLongStream().toArray());
        this.moment = new double[wanted.length];
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
        if (wanted.length > 0) {
            addMoments(chosen(exponentials).mul(chosen(below)), shift);
        }
        float[] ofSlice = exponentials.sum(TOKENS).toFloatArray();
        for (int c = 0; c < ofSlice.length; c++) {
            sum[c] = (sum[c] == 0 ? 0 : sum[c] * Math.exp(shift[c])) + ofSlice[c];
        }
    }

    private void addMoments(NDArray products, double[] shift) {
        float[] ofSlice = products.sum(TOKENS).toFloatArray();
        for (int i = 0; i < wanted.length; i++) {
            int c = wanted[i];
            double earlier = sum[c] == 0 ? 0 : Math.exp(shift[c]) * (moment[i] + sum[c] * shift[c]);
            moment[i] = earlier + ofSlice[i];
        }
    }

    private NDArray chosen(NDArray byColumn) {
        return columns == null ? byColumn : byColumn.get(new NDIndex(":, {}", columns));
    }

    /** The log of the sum of a column's exponentials. */
    double logSum(int column) {
        return largest[column] + Math.log(sum[column]);
    }

    /** In nats. */
    OptionalDouble entropy(int column) {
        int at = Arrays.binarySearch(wanted, column);
        return at < 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.log(sum[column]) - moment[at] / sum[column]);
    }
}
