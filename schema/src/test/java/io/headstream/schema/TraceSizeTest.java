package io.headstream.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TraceSizeTest {
    @Test
    void a_prompt_of_one_token_without_activations_is_a_trace_its_position_and_three_relationships() {
        TraceSize size = new TraceSize(1, 0, 0, 0, 0, 0, 0, 0, 0);
        assertThat(size.nodes()).isEqualTo(2);
        assertThat(size.relationships()).isEqualTo(3); // OF, HAS_POSITION, IS
    }

    @Test
    void every_part_counts_once() {
        TraceSize size = new TraceSize(3, 10, 4, 20, 300, 1_000, 20_000, 100_000, 7_000_000);
        assertThat(size.nodes()).isEqualTo(14 + 100_000 + 7_000_000);
        assertThat(size.relationships()).isEqualTo(1 + 3 + 3 + 2 + 4 + 20 + 300 + 1_000 + 20_000 + 100_000);
    }
}
