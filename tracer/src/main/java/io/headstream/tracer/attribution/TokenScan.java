package io.headstream.tracer.attribution;

import io.headstream.tracer.attribution.VocabularyProjection.Reading;
import io.headstream.tracer.attribution.VocabularyProjection.TokenScore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What is wanted of one row of logits, in one walk over it: the engine's own operations would each go through memory. Of equal logits the
 * token with the smaller id comes first.
 */
final class TokenScan {
    private final int target;
    private final Extremes top;
    private final Extremes bottom;

    TokenScan(int target, int top, int bottom) {
        this.target = target;
        this.top = new Extremes(top, 1);
        this.bottom = new Extremes(bottom, -1);
    }

    /** @param logSum log of the sum of the logits' exponentials */
    Reading read(float[] logits, double logSum, boolean entropy) {
        float ofTarget = logits[target];
        int above = 0;
        top.clear();
        bottom.clear();
        for (int i = 0; i < logits.length; i++) {
            float logit = logits[i];
            above += logit > ofTarget ? 1 : 0;
            if (logit > top.threshold) {
                top.insert(i, logit);
            }
            if (-logit > bottom.threshold) {
                bottom.insert(i, -logit);
            }
        }
        return new Reading(
                above + 1,
                Math.exp(ofTarget - logSum),
                entropy ? OptionalDouble.of(entropy(logits, logSum)) : OptionalDouble.empty(),
                top.scores(1, 1, logSum),
                bottom.scores(logits.length, -1, logSum));
    }

    private static double entropy(float[] logits, double logSum) {
        double entropy = 0;
        for (float logit : logits) {
            double log = logit - logSum;
            entropy -= Math.exp(log) * log;
        }
        return entropy;
    }

    /** The few largest values met so far, largest first. */
    private static final class Extremes {
        private final int[] tokens;
        private final float[] values;
        private final int sign;
        private float threshold;
        private int count;

        private Extremes(int most, int sign) {
            this.tokens = new int[most];
            this.values = new float[most];
            this.sign = sign;
        }

        private void clear() {
            count = 0;
            threshold = tokens.length == 0 ? Float.POSITIVE_INFINITY : Float.NEGATIVE_INFINITY;
            Arrays.fill(values, Float.NEGATIVE_INFINITY);
        }

        private void insert(int token, float value) {
            int at = Math.min(count, values.length - 1);
            while (at > 0 && value > values[at - 1]) {
                values[at] = values[at - 1];
                tokens[at] = tokens[at - 1];
                at--;
            }
            values[at] = value;
            tokens[at] = token;
            count = Math.min(count + 1, values.length);
            threshold = values[values.length - 1];
        }

        private List<TokenScore> scores(int firstRank, int step, double logSum) {
            List<TokenScore> scores = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                double logit = sign * values[i];
                scores.add(new TokenScore(tokens[i], firstRank + step * i, logit, Math.exp(logit - logSum)));
            }
            return scores;
        }
    }
}
