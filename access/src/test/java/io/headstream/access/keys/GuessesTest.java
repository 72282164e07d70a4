package io.headstream.access.keys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GuessesTest {

    @Test
    void a_network_of_ipv6_is_one_guesser() {
        Guesses guesses = new Guesses();
        for (int i = 0; i < 10; i++) {
            assertThat(guesses.wait("2001:db8::" + i)).isZero();
            guesses.wrong("2001:db8::" + i);
        }
        assertThat(guesses.wait("2001:db8::ffff")).isPositive();
        assertThat(guesses.wait("2001:db8:1::1")).isZero();
    }

    @Test
    void a_flood_of_guesses_does_not_make_the_wait_longer_than_one_turn() {
        Guesses guesses = new Guesses();
        for (int i = 0; i < 11; i++) {
            guesses.wrong("192.0.2.7");
        }
        assertThat(guesses.wait("192.0.2.7")).isBetween(1L, 21L);
    }
}
