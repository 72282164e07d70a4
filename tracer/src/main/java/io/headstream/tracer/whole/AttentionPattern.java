package io.headstream.tracer.whole;

import io.headstream.schema.PatternScore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The attention of one head, row by row of its queries: keys with their weights, in order. Rows are whole in short prompts; in longer ones they
 * hold the weights of {@link #FLOOR} or more, and what the others make together is the row's rest
 * (docs/decisions/attention-patterns-kept-whole.md).
 *
 * @param starts where each query's row begins in keys and weights; one more says where the last one ends
 * @param rest by query, the attention to keys that are not listed
 * @param scores means over the queries that can show them, of all weights; without those that no query of the prompt can show
 */
public record AttentionPattern(
        int[] starts, int[] keys, float[] weights, float[] rest, Map<PatternScore, Double> scores) {
    /** The longest prompts whose rows are whole. */
    static final int MOST_WHOLE = 32;

    /** The least weight that is listed in longer prompts. */
    static final float FLOOR = 0.01f;

    /**
     * @param rows weights of the keys up to each query, [query][key]
     * @param entropies of the rows, in nats
     */
    static AttentionPattern of(float[][] rows, float[] entropies, RepeatedTokens repeated) {
        float floor = rows.length <= MOST_WHOLE ? Float.MIN_VALUE : FLOOR; // masked keys have none
        int[] starts = new int[rows.length + 1];
        float[] rest = new float[rows.length];
        for (int q = 0; q < rows.length; q++) {
            int listed = 0;
            double left = 0;
            for (float weight : rows[q]) {
                if (weight < floor) {
                    left += weight;
                } else {
                    listed++;
                }
            }
            rest[q] = (float) left;
            starts[q + 1] = starts[q] + listed;
        }
        int[] keys = new int[starts[rows.length]];
        float[] weights = new float[keys.length];
        int at = 0;
        for (float[] row : rows) {
            for (int k = 0; k < row.length; k++) {
                if (!(row[k] < floor)) {
                    keys[at] = k;
                    weights[at++] = row[k];
                }
            }
        }
        return new AttentionPattern(starts, keys, weights, rest, scores(rows, entropies, repeated));
    }

    private static Map<PatternScore, Double> scores(float[][] rows, float[] entropies, RepeatedTokens repeated) {
        Map<PatternScore, Mean> means = new EnumMap<>(PatternScore.class);
        for (int q = 1; q < rows.length; q++) {
            float[] row = rows[q];
            add(means, PatternScore.FIRST_TOKEN, row[0]);
            add(means, PatternScore.CURRENT_TOKEN, row[q]);
            if (q > 1) {
                add(means, PatternScore.PREVIOUS_TOKEN, row[q - 1]);
            }
            if (repeated.hasEarlier(q)) {
                add(means, PatternScore.DUPLICATE_TOKEN, sum(row, repeated.earlier(q)));
            }
            if (repeated.hasFollowers(q)) {
                add(means, PatternScore.INDUCTION, sum(row, repeated.followers(q)));
            }
            add(means, PatternScore.ENTROPY, entropies[q]);
            add(means, PatternScore.EVENNESS, entropies[q] / Math.log(row.length));
            add(means, PatternScore.DISTANCE, distance(row));
        }
        Map<PatternScore, Double> scores = new EnumMap<>(PatternScore.class);
        means.forEach((score, mean) -> scores.put(score, mean.sum / mean.count));
        scores.values().removeIf(score -> !Double.isFinite(score));
        return scores;
    }

    private static double distance(float[] row) {
        double distance = 0;
        for (int k = 0; k < row.length; k++) {
            distance += row[k] * (double) (row.length - 1 - k);
        }
        return distance;
    }

    private static double sum(float[] row, int[] keys) {
        double sum = 0;
        for (int key : keys) {
            sum += row[key];
        }
        return sum;
    }

    private static void add(Map<PatternScore, Mean> means, PatternScore score, double value) {
        Mean mean = means.computeIfAbsent(score, s -> new Mean());
        mean.sum += value;
        mean.count++;
    }

    private static final class Mean {
        private double sum;
        private int count;
    }

    /** For each position, where its token stood earlier in the prompt. */
    public static final class RepeatedTokens {
        private final List<int[]> earlier = new ArrayList<>();

        public RepeatedTokens(int[] tokens) {
            for (int p = 0; p < tokens.length; p++) {
                int[] before = new int[p];
                int count = 0;
                for (int q = 0; q < p; q++) {
                    if (tokens[q] == tokens[p]) {
                        before[count++] = q;
                    }
                }
                earlier.add(Arrays.copyOf(before, count));
            }
        }

        boolean hasEarlier(int position) {
            return earlier.get(position).length > 0;
        }

        int[] earlier(int position) {
            return earlier.get(position);
        }

        boolean hasFollowers(int position) {
            return followers(position).length > 0;
        }

        /** The positions that follow the earlier ones, and lie before this one. */
        int[] followers(int position) {
            return Arrays.stream(earlier.get(position))
                    .map(before -> before + 1)
                    .filter(after -> after < position)
                    .toArray();
        }
    }
}
