package io.headstream.ingest.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnsTest {
    @Test
    void what_waits_gets_its_turn_and_what_is_too_many_is_sent_away() throws Exception {
        Turns turns = new Turns("imports", 1, 1, Duration.ofSeconds(20));
        ExecutorService others = Executors.newFixedThreadPool(2);
        Turns.Turn first = turns.take();
        List<Future<Turns.Turn>> waiting =
                IntStream.range(0, 2).mapToObj(i -> others.submit(turns::take)).toList();
        while (waiting.stream().noneMatch(Future::isDone)) {
            Thread.sleep(10); // the one that is too many ends at once
        }
        first.close();
        long sentAway = waiting.stream().filter(TurnsTest::isRefused).count();
        assertThat(sentAway).isEqualTo(1);
        others.shutdownNow();
    }

    private static boolean isRefused(Future<Turns.Turn> turn) {
        try {
            turn.get();
            return false;
        } catch (java.util.concurrent.ExecutionException e) {
            assertThat(e.getCause()).hasMessageContaining("too many imports at once");
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void nobody_waits_for_ever() {
        Turns turns = new Turns("imports", 1, 1, Duration.ofMillis(50));
        try (Turns.Turn held = turns.take()) {
            assertThatThrownBy(turns::take).isInstanceOf(Turns.BusyException.class);
        }
        turns.take().close();
    }
}
