package io.headstream.ingest.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class FairQueueTest {
    private static final class Batch {
        private final String name;
        private int turns;

        Batch(String name, int turns) {
            this.name = name;
            this.turns = turns;
        }
    }

    private final FairQueue<Batch> queue = new FairQueue<>(batch -> batch.turns);

    private Batch add(String caller, String name, int turns) {
        Batch batch = new Batch(name, turns);
        queue.add(caller, batch);
        return batch;
    }

    private List<String> take(int turns) throws InterruptedException {
        List<String> order = new ArrayList<>();
        for (int i = 0; i < turns; i++) {
            Batch batch = queue.next().orElseThrow();
            order.add(batch.name);
            batch.turns--;
            queue.turnOf(batch, batch.turns == 0);
        }
        return order;
    }

    @Test
    void a_single_prompt_waits_for_one_turn_of_every_other_caller_however_much_they_sent() throws Exception {
        add("ann", "a", 1_000);
        add("bob", "b", 1_000);
        assertThat(take(3)).containsExactly("a", "b", "a");
        add("eve", "e", 1);
        assertThat(take(4)).containsExactly("b", "a", "e", "b");
    }

    @Test
    void what_one_caller_sent_is_done_in_the_order_it_came() throws Exception {
        add("ann", "first", 3);
        add("ann", "second", 1);
        add("bob", "b", 2);
        assertThat(take(6)).containsExactly("first", "b", "first", "b", "first", "second");
    }

    @Test
    void places_say_how_many_turns_come_before() throws Exception {
        List<Batch> all = List.of(
                add("ann", "a", 4), add("bob", "b", 1), add("ann", "later", 1), add("eve", "e", 9), add("bob", "z", 2));
        while (queue.waiting("ann").all() > 0) {
            for (Batch batch : all) {
                assertThat(queue.places().get(batch))
                        .as("%s with %d turns", batch.name, batch.turns)
                        .isEqualTo(turnsBefore(batch));
            }
            take(1);
        }
    }

    // by playing it
    private Integer turnsBefore(Batch wanted) throws InterruptedException {
        FairQueueTest copy = new FairQueueTest();
        List<List<Batch>> callers = List.copyOf(queue.snapshot());
        for (int i = 0; i < callers.size(); i++) {
            for (Batch batch : callers.get(i)) {
                copy.add("caller " + i, batch.name, batch.turns);
            }
        }
        for (int before = 0; copy.queue.waiting("x").all() > 0; before++) {
            if (copy.take(1).get(0).equals(wanted.name)) {
                return before;
            }
        }
        return null;
    }

    @Test
    void who_waits_for_work_is_woken_by_it_and_let_go_when_the_queue_is_closed() throws Exception {
        CompletableFuture<Optional<Batch>> waiting = CompletableFuture.supplyAsync(this::next);
        Batch batch = add("ann", "a", 1);
        assertThat(waiting.get()).contains(batch);
        queue.turnOf(batch, true);
        CompletableFuture<Optional<Batch>> nothing = CompletableFuture.supplyAsync(this::next);
        queue.close();
        assertThat(nothing.get()).isEmpty();
    }

    private Optional<Batch> next() {
        try {
            return queue.next();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void work_that_is_taken_out_has_no_turn() throws Exception {
        add("ann", "a", 2);
        Batch gone = add("bob", "b", 2);
        queue.remove(gone);
        queue.remove(gone);
        assertThat(take(2)).containsExactly("a", "a");
        assertThat(queue.waiting("bob")).isEqualTo(new FairQueue.Waiting(0, 0, 0));
    }
}
