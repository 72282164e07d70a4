package io.headstream.tracer.attribution;

import io.headstream.tracer.attribution.VocabularyProjection.TokenScore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The few largest values met so far in each of many columns, largest first. Columns are apart, so that threads may share one. */
final class Extremes {
    private final int most;
    private final int sign;
    private final float[] least; // of a full column, what a value must exceed
    private final float[] values; // [column, place]
    private final int[] tokens;
    private final int[] count;

    /** @param sign of the logits: -1 where the smallest are kept, met with their sign changed */
    Extremes(int width, int most, int sign) {
        this.most = most;
        this.sign = sign;
        this.least = new float[width];
        Arrays.fill(least, most == 0 ? Float.POSITIVE_INFINITY : Float.NEGATIVE_INFINITY);
        this.values = new float[width * most];
        Arrays.fill(values, Float.NEGATIVE_INFINITY);
        this.tokens = new int[width * most];
        this.count = new int[width];
    }

    /** What a value must exceed to be kept, by column. */
    float[] least() {
        return least;
    }

    /** A column's first value; negative infinity where there is none. */
    float first(int column) {
        return values[column * most];
    }

    /**
     * Keeps those of a column's next logits that are among its extremes.
     *
     * @param firstToken whose logit stands in the first of the rows, at `at` in each
     * @return what the next must exceed
     */
    float insert(int column, int firstToken, int rows, float[][] logits, int at) {
        float exceeded = least[column];
        for (int row = 0; row < rows; row++) {
            float value = sign * logits[row][at];
            if (value > exceeded) {
                exceeded = insert(column, firstToken + row, value);
            }
        }
        return exceeded;
    }

    // keeps a value that exceeds `least`, and returns what the next must exceed
    private float insert(int column, int token, float value) {
        int first = column * most;
        int at = first + Math.min(count[column], most - 1);
        while (at > first && value > values[at - 1]) {
            values[at] = values[at - 1];
            tokens[at] = tokens[at - 1];
            at--;
        }
        values[at] = value;
        tokens[at] = token;
        count[column] = Math.min(count[column] + 1, most);
        least[column] = values[first + most - 1];
        return least[column];
    }

    /** A column's tokens, ranks from `firstRank` on. */
    List<TokenScore> scores(int column, int firstRank, int step, double logSum) {
        List<TokenScore> scores = new ArrayList<>(count[column]);
        for (int i = 0; i < count[column]; i++) {
            double logit = sign * values[column * most + i];
            scores.add(
                    new TokenScore(tokens[column * most + i], firstRank + step * i, logit, Math.exp(logit - logSum)));
        }
        return scores;
    }
}
