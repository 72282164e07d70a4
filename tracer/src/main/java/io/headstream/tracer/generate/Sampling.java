package io.headstream.tracer.generate;

import io.headstream.tracer.error.TraceException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How the next token is chosen. Logits over the temperature, then the k most probable, then the fewest of these whose probabilities make p (Holtzman
 * et al. 2020, arXiv 1904.09751), then by chance; in the order in which Hugging Face transformers applies them.
 *
 * @param temperature 0 takes the most probable token
 * @param topK 0 for all
 * @param topP 1 for all
 * @param seed the same choices for the same seed
 */
public record Sampling(double temperature, int topK, double topP, long seed) {
    /** The most probable token. */
    public static final Sampling GREEDY = new Sampling(0, 0, 1, 0);

    private static final double HOTTEST = 100;

    public Sampling {
        if (!(temperature >= 0 && temperature <= HOTTEST)) {
            throw new TraceException("the temperature is " + temperature
                    + "; it goes from 0, which takes the most probable token, to " + (int) HOTTEST);
        }
        if (topK < 0) {
            throw new TraceException("topK is " + topK + "; give how many of the most probable tokens may be chosen");
        }
        if (!(topP > 0 && topP <= 1)) {
            throw new TraceException("topP is " + topP + "; it is a probability above 0, at most 1");
        }
    }

    public boolean isGreedy() {
        return temperature == 0;
    }

    /** Chance, the same whenever it begins anew. */
    SplittableRandom random() {
        return new SplittableRandom(seed);
    }

    /** One token of [vocabulary], the first of its chances. */
    public int choose(float[] logits) {
        return choose(logits, random());
    }

    /**
     * One token.
     *
     * @param logits [vocabulary]
     */
    int choose(float[] logits, SplittableRandom random) {
        if (isGreedy()) {
            return greedy(logits);
        }
        int[] tokens = IntStream.range(0, logits.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer token) -> logits[token])
                        .reversed())
                .limit(topK == 0 ? logits.length : topK)
                .mapToInt(Integer::intValue)
                .toArray();
        double[] weights = new double[tokens.length];
        Arrays.setAll(weights, i -> Math.exp((logits[tokens[i]] - (double) logits[tokens[0]]) / temperature));
        int some = enough(weights);
        double left = random.nextDouble() * Arrays.stream(weights, 0, some).sum();
        for (int i = 0; i < some; i++) {
            left -= weights[i];
            if (left < 0) {
                return tokens[i];
            }
        }
        return tokens[some - 1];
    }

    // how many of the first make p
    private int enough(double[] weights) {
        double wanted = topP * Arrays.stream(weights).sum();
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            if (sum >= wanted) {
                return i + 1;
            }
        }
        return weights.length;
    }

    private static int greedy(float[] logits) {
        int best = 0;
        for (int token = 1; token < logits.length; token++) {
            best = logits[token] > logits[best] ? token : best;
        }
        return best;
    }
}
