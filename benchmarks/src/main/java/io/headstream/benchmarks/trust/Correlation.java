package io.headstream.benchmarks.trust;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A mean over prompts with its interval.
 *
 * @param low 2.5th percentile of the means of as many prompts drawn with replacement (bootstrap; Efron 1979)
 * @param high 97.5th percentile
 */
record Correlation(double mean, double low, double high, int prompts) {
    private static final int DRAWS = 2000;

    static Correlation of(List<Double> values) {
        Random random = new Random(0);
        double[] means = new double[DRAWS];
        for (int d = 0; d < DRAWS; d++) {
            for (int i = 0; i < values.size(); i++) {
                means[d] += values.get(random.nextInt(values.size())) / values.size();
            }
        }
        Arrays.sort(means);
        return new Correlation(
                values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN),
                means[(int) (0.025 * DRAWS)],
                means[(int) (0.975 * DRAWS) - 1],
                values.size());
    }

    /** Spearman's rank correlation; what is equal shares its ranks' mean. */
    static double spearman(double[] x, double[] y) {
        return pearson(ranks(x), ranks(y));
    }

    private static double[] ranks(double[] x) {
        int[] order = IntStream.range(0, x.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> x[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ranks = new double[x.length];
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && x[order[to]] == x[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = (from + to - 1) / 2.0;
            }
            from = to;
        }
        return ranks;
    }

    private static double pearson(double[] x, double[] y) {
        double mx = Arrays.stream(x).average().orElse(0);
        double my = Arrays.stream(y).average().orElse(0);
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - mx) * (y[i] - my);
            xx += (x[i] - mx) * (x[i] - mx);
            yy += (y[i] - my) * (y[i] - my);
        }
        return xx == 0 || yy == 0 ? 0 : xy / Math.sqrt(xx * yy);
    }
}
