package io.headstream.tracer.decompose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankingTest {
    @Test
    void takes_the_largest_as_sorting_all_of_them_would_whatever_they_are() {
        Random random = new Random(7);
        for (int size : new int[] {0, 1, 2, 3, 17, 1_000}) {
            for (float[] values : new float[][] {
                gaussian(random, size), few(random, size), ascending(size), new float[size], special(random, size)
            }) {
                int[] sorted = IntStream.range(0, size)
                        .boxed()
                        .sorted(Comparator.comparing(i -> values[i] + 0f, Comparator.reverseOrder()))
                        .mapToInt(i -> i)
                        .toArray();
                for (int most : new int[] {0, 1, 2, size / 2, size - 1, size, size + 1}) {
                    if (most >= 0) {
                        assertThat(Ranking.largest(values, most))
                                .as("%d of %d", most, size)
                                .isEqualTo(Arrays.copyOf(sorted, Math.min(most, size)));
                    }
                }
                assertThat(Ranking.descending(values)).isEqualTo(sorted);
            }
        }
    }

    private static float[] gaussian(Random random, int size) {
        return filled(size, i -> (float) random.nextGaussian());
    }

    private static float[] few(Random random, int size) {
        return filled(size, i -> random.nextInt(3));
    }

    private static float[] ascending(int size) {
        return filled(size, i -> i);
    }

    private static float[] special(Random random, int size) {
        float[] some = {Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MIN_VALUE, -Float.MAX_VALUE, 0};
        return filled(size, i -> some[random.nextInt(some.length)]);
    }

    @FunctionalInterface
    private interface Value {
        float at(int index);
    }

    private static float[] filled(int size, Value value) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = value.at(i);
        }
        return values;
    }
}
