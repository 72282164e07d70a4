package io.headstream.tracer.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.headstream.tracer.attribution.VocabularyProjection.Reading;
import io.headstream.tracer.attribution.VocabularyProjection.TokenScore;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The scan, whose loops are made for wide instructions, against sorting, and its exponentials against Math.exp. */
class TokenScanTest {
    private static final int TOKENS = 300;
    private static final int WIDTH = 37;
    private static final int SLICE = 70; // neither a multiple of a block's tokens nor a part of all

    private final float[][] logits = new float[TOKENS][WIDTH];

    @Test
    void finds_the_first_and_the_last_and_counts_those_above() {
        Random random = new Random(5);
        fill(() -> (float) random.nextGaussian() * 8);
        assertColumns(IntStream.range(0, WIDTH));
    }

    @Test
    void of_equal_logits_the_smaller_token_comes_first_and_none_is_above_another() {
        Random random = new Random(6);
        fill(() -> random.nextInt(4)); // many of each
        assertColumns(IntStream.range(0, WIDTH));
    }

    @Test
    void differences_that_are_hardly_numbers_any_more_count() {
        Random random = new Random(7);
        fill(() -> random.nextInt(9) * Float.MIN_VALUE);
        assertColumns(IntStream.range(0, WIDTH));
    }

    @Test
    void differences_that_are_larger_than_any_number_count() {
        Random random = new Random(8);
        fill(() -> (random.nextFloat() - 0.5f) * 2 * Float.MAX_VALUE);
        logits[200][0] = Float.POSITIVE_INFINITY;
        logits[250][1] = Float.NEGATIVE_INFINITY;
        assertColumns(IntStream.range(0, WIDTH));
    }

    @Test
    void a_logit_that_is_no_number_is_passed_over() {
        Random random = new Random(9);
        fill(() -> (float) random.nextGaussian());
        for (int column = 0; column < WIDTH; column += 2) {
            logits[random.nextInt(TOKENS - 1) + 1][column] = Float.NaN;
        }
        assertColumns(IntStream.range(0, WIDTH));
    }

    @Test
    void probabilities_and_entropies_are_those_of_sums_in_twice_the_precision() {
        Random random = new Random(10);
        fill(() -> (float) random.nextGaussian() * 8);
        for (int column = 0; column < WIDTH; column++) {
            for (int token = 0; token < TOKENS; token++) {
                logits[token][column] *= column / 12f; // from one value for all to one token with all
            }
        }
        List<Reading> readings = scan(10, 3);
        for (int column = 0; column < WIDTH; column++) {
            double[] probabilities = probabilities(column);
            Reading reading = readings.get(column);
            assertThat(reading.targetProbability()).isCloseTo(probabilities[0], withinPercentage(5e-4));
            for (TokenScore token : reading.top()) {
                assertThat(token.probability()).isCloseTo(probabilities[token.token()], withinPercentage(5e-4));
            }
            double entropy = DoubleStream.of(probabilities)
                    .filter(p -> p > 0)
                    .map(p -> -p * Math.log(p))
                    .sum();
            assertThat(reading.entropy().orElseThrow()).isCloseTo(entropy, within(1e-5));
        }
    }

    @Test
    void tokens_that_cannot_come_have_no_probability() {
        Random random = new Random(11);
        fill(() -> (float) random.nextGaussian());
        for (int token = 0; token < SLICE; token++) {
            Arrays.fill(logits[token], Float.NEGATIVE_INFINITY);
        }
        double[] probabilities = probabilities(4);
        Reading reading = scan(10, 3).get(4);
        assertThat(reading.targetProbability()).isZero();
        assertThat(reading.top().get(0).probability())
                .isCloseTo(probabilities[reading.top().get(0).token()], withinPercentage(5e-4));
    }

    private double[] probabilities(int column) {
        double largest = IntStream.range(0, TOKENS)
                .mapToDouble(token -> logits[token][column])
                .max()
                .orElseThrow();
        double[] exponentials = IntStream.range(0, TOKENS)
                .mapToDouble(token -> Math.exp(logits[token][column] - largest))
                .toArray();
        double sum = DoubleStream.of(exponentials).sum();
        return DoubleStream.of(exponentials).map(e -> e / sum).toArray();
    }

    private interface Numbers {
        float next();
    }

    private void fill(Numbers numbers) {
        for (float[] row : logits) {
            for (int column = 0; column < WIDTH; column++) {
                row[column] = numbers.next();
            }
        }
    }

    // token 0 is compared with all others
    private void assertColumns(IntStream columns) {
        List<Reading> readings = scan(10, 3);
        columns.forEach(column -> {
            Reading reading = readings.get(column);
            float target = logits[0][column];
            assertThat(reading.targetRank())
                    .isEqualTo(1
                            + (int) IntStream.range(0, TOKENS)
                                    .filter(token -> logits[token][column] > target)
                                    .count());
            assertThat(tokens(reading.top())).isEqualTo(first(10, column, token -> -logits[token][column]));
            assertThat(tokens(reading.bottom())).isEqualTo(first(3, column, token -> logits[token][column]));
        });
    }

    private List<Reading> scan(int top, int bottom) {
        try (NDManager manager = NDManager.newBaseManager()) {
            TokenScan scan = new TokenScan(WIDTH, top, bottom, WIDTH);
            scan.target(logits[0]);
            for (int from = 0; from < TOKENS; from += SLICE) {
                NDArray slice = slice(manager, from, Math.min(TOKENS, from + SLICE));
                scan.read(slice, from);
            }
            return scan.readings();
        }
    }

    private NDArray slice(NDManager manager, int from, int to) {
        float[] flat = new float[(to - from) * WIDTH];
        for (int token = from; token < to; token++) {
            System.arraycopy(logits[token], 0, flat, (token - from) * WIDTH, WIDTH);
        }
        return manager.create(flat, new Shape(to - from, WIDTH));
    }

    private static List<Integer> tokens(List<TokenScore> scores) {
        return scores.stream().map(TokenScore::token).toList();
    }

    private List<Integer> first(int count, int column, IntToDoubleFunction key) {
        return Arrays.stream(IntStream.range(0, TOKENS)
                        .filter(token -> !Float.isNaN(logits[token][column]))
                        .boxed()
                        .toArray(Integer[]::new))
                .sorted(Comparator.comparingDouble((Integer token) -> key.applyAsDouble(token))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(count)
                .toList();
    }
}
