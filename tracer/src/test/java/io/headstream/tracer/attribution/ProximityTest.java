package io.headstream.tracer.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.junit.jupiter.api.Test;

class ProximityTest {
    @Test
    void parts_by_hand_in_two_dimensions() {
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray whole = manager.create(new float[] {3, -1});
            NDArray parts = manager.create(new float[][] {{2, 0}, {1, 1}, {0, -2}});
            // |w| = 4; |w - x| = 2, 4, 4: the last two move as far away as they come closer, and get the floor
            float[] proximity = Proximity.of(parts, manager.create(new float[] {1, 1, 1}), whole);
            assertThat(proximity[0]).isCloseTo(2, within(1e-6f));
            assertThat(proximity[1]).isEqualTo(Proximity.FLOOR);
            assertThat(proximity[2]).isEqualTo(Proximity.FLOOR);
        }
    }

    @Test
    void weights_scale_the_parts() {
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray whole = manager.create(new float[] {4, 4});
            NDArray parts = manager.create(new float[][] {{4, 0}, {4, 0}});
            float[] proximity = Proximity.of(parts, manager.create(new float[] {1, 0.25f}), whole);
            assertThat(proximity).containsExactly(4, 1);
        }
    }
}
