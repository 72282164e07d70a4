package io.headstream.tracer.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProximityTest {
    @Test
    void parts_by_hand_in_two_dimensions() {
        // |w| = 4; |w - x| = 2, 4, 4: the last two move as far away as they come closer, and get the floor
        float[][] proximity = of(
                Proximity.L1, new float[][] {{2, 0}, {1, 1}, {0, -2}}, new float[][] {{1, 1, 1}}, new float[] {3, -1});
        assertThat(proximity[0][0]).isCloseTo(2, within(1e-6f));
        assertThat(proximity[0][1]).isEqualTo(Proximity.FLOOR);
        assertThat(proximity[0][2]).isEqualTo(Proximity.FLOOR);
    }

    @Test
    void euclidean_parts_by_hand() {
        // |w| = 5; |w - x| = 4 and sqrt(18)
        float[][] proximity =
                of(Proximity.L2, new float[][] {{3, 0}, {0, 1}}, new float[][] {{1, 1}}, new float[] {3, 4});
        assertThat(proximity[0][0]).isCloseTo(1, within(1e-6f));
        assertThat(proximity[0][1]).isCloseTo((float) (5 - Math.sqrt(18)), within(1e-6f));
    }

    @Test
    void weights_scale_the_parts() {
        float[][] proximity =
                of(Proximity.L1, new float[][] {{4, 0}, {4, 0}}, new float[][] {{1, 0.25f}}, new float[] {4, 4});
        assertThat(proximity[0]).containsExactly(4, 1);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "7,130", "13,300", "192,5"})
    void every_part_as_the_formula_has_it(int d, int parts) {
        Random random = new Random(d);
        float[][] vectors = random(random, parts, d);
        float[][] weights = random(random, 3, parts);
        weights[0] = java.util.Arrays.copyOf(weights[0], Math.max(1, parts / 2)); // sees the first parts alone
        float[][] wholes = random(random, 3, d);
        for (Proximity measure : Proximity.values()) {
            float[][] proximity = of(measure, vectors, weights, wholes);
            for (int p = 0; p < 3; p++) {
                assertThat(proximity[p]).hasSize(weights[p].length);
                for (int i = 0; i < weights[p].length; i++) {
                    double expected = size(measure, wholes[p], vectors[i], 0)
                            - size(measure, wholes[p], vectors[i], weights[p][i]);
                    assertThat((double) proximity[p][i])
                            .as("%s of part %d at %d", measure, i, p)
                            .isCloseTo(Math.max(expected, Proximity.FLOOR), within(1e-4));
                }
            }
        }
    }

    // |whole - weight * part| in doubles
    private static double size(Proximity measure, float[] whole, float[] part, double weight) {
        double sum = 0;
        for (int j = 0; j < whole.length; j++) {
            double rest = whole[j] - weight * part[j];
            sum += measure == Proximity.L1 ? Math.abs(rest) : rest * rest;
        }
        return measure == Proximity.L1 ? sum : Math.sqrt(sum);
    }

    private static float[][] random(Random random, int rows, int columns) {
        float[][] values = new float[rows][columns];
        for (float[] row : values) {
            for (int j = 0; j < columns; j++) {
                row[j] = (float) random.nextGaussian();
            }
        }
        return values;
    }

    private static float[][] of(Proximity measure, float[][] vectors, float[][] weights, float[]... wholes) {
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray parts = manager.create(new Shape(vectors.length, vectors[0].length));
            float[] flat = new float[vectors.length * vectors[0].length];
            for (int i = 0; i < vectors.length; i++) {
                System.arraycopy(vectors[i], 0, flat, i * vectors[0].length, vectors[0].length);
            }
            parts.set(flat);
            return measure.of(parts, weights, wholes);
        }
    }
}
