package io.headstream.ingest.queue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Work that waits, a turn to each caller: what one of them sent is done in the order it came, and however much that is, another's waits for one
 * turn of it.
 *
 * @param <W> a piece of work of one turn or several
 */
public final class FairQueue<W> {
    private final ToIntFunction<W> turns;
    // callers in the order of their turns; who has had one goes to the end
    private final Map<String, ArrayDeque<W>> callers = new LinkedHashMap<>();
    private boolean closed;

    /** @param turns how many turns a piece of work still needs */
    public FairQueue(ToIntFunction<W> turns) {
        this.turns = turns;
    }

    /** Puts work behind what its caller sent before. */
    public synchronized void add(String caller, W work) {
        callers.computeIfAbsent(caller, name -> new ArrayDeque<>()).add(work);
        notifyAll();
    }

    /** Waits for the work whose turn it is, which stays first among its caller's; nothing once the queue is closed. */
    public synchronized Optional<W> next() throws InterruptedException {
        while (callers.isEmpty() && !closed) {
            wait();
        }
        return closed ? Optional.empty() : Optional.of(first().getValue().element());
    }

    /** Ends a turn: the work goes if it is over, and its caller goes to the end. */
    public synchronized void turnOf(W work, boolean isOver) {
        find(work).ifPresent(caller -> {
            ArrayDeque<W> own = callers.remove(caller);
            if (own != null) {
                if (isOver) {
                    own.remove(work);
                }
                if (!own.isEmpty()) {
                    callers.put(caller, own);
                }
            }
        });
    }

    /** Takes out work that nobody wants any more; its caller keeps its place. */
    public synchronized void remove(W work) {
        find(work).ifPresent(caller -> {
            ArrayDeque<W> own = callers.get(caller);
            if (own != null && own.remove(work) && own.isEmpty()) {
                callers.remove(caller);
            }
        });
    }

    /** How many turns the callers wait for, each and together. */
    public synchronized Waiting waiting(String caller) {
        int all = callers.values().stream().mapToInt(this::turnsOf).sum();
        ArrayDeque<W> own = callers.get(caller);
        return new Waiting(own == null ? 0 : turnsOf(own), all, callers.size());
    }

    /**
     * Turns.
     *
     * @param own of one caller
     * @param callers how many wait
     */
    public record Waiting(int own, int all, int callers) {}

    /** How many turns come before each piece of work has one. */
    public synchronized Map<W, Integer> places() {
        Map<W, Integer> places = new HashMap<>();
        List<Integer> lengths = new ArrayList<>();
        callers.values().forEach(own -> lengths.add(turnsOf(own)));
        int place = 0;
        for (ArrayDeque<W> own : callers.values()) {
            int before = 0;
            for (W work : own) {
                places.put(work, before + others(lengths, place, before));
                before += turns.applyAsInt(work);
            }
            place++;
        }
        return places;
    }

    // after `own` turns of one's own, every other caller has had as many, and one more who is before
    private static int others(List<Integer> lengths, int place, int own) {
        int sum = 0;
        for (int i = 0; i < lengths.size(); i++) {
            if (i != place) {
                sum += Math.min(lengths.get(i), own + (i < place ? 1 : 0));
            }
        }
        return sum;
    }

    /** What waits, a list to each caller, in the order of their turns. */
    synchronized List<List<W>> snapshot() {
        return callers.values().stream().map(List::copyOf).toList();
    }

    /** Lets go who waits for the next one. */
    public synchronized void close() {
        closed = true;
        notifyAll();
    }

    private Map.Entry<String, ArrayDeque<W>> first() {
        return callers.entrySet().iterator().next();
    }

    private int turnsOf(Collection<W> works) {
        return works.stream().mapToInt(turns).sum();
    }

    private Optional<String> find(W work) {
        return callers.entrySet().stream()
                .filter(entry -> entry.getValue().contains(work))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
