package io.headstream.api.sandbox;

import io.headstream.access.turns.Processors;
import io.headstream.api.graph.Problems;
import io.headstream.api.statement.Effort;
import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;

/**
 * Who may run now. One client takes at most half of the ordinary places; who finds none gets a short one, so that small questions are
 * answered while long ones run. A statement that may compute on when told to end (see {@link Effort}) also holds one of as
 * many computing places, and that one until the database has really let go of it: so runaways are bounded, and one client's leave room
 * for others'. While a prompt is traced there are fewer places, so that it gets on (see {@link Processors}).
 */
final class AdmissionControl {
    static final int BRIEF = 4; // short places for each ordinary one: many small questions run beside long ones
    private static final long LOOK_AGAIN = 200_000_000L;

    private final StatementLimits limits;
    private final int most;
    private final int perClient;
    private final IntSupplier atPresent; // of most, while a prompt is traced
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition changed = lock.newCondition();
    private final Map<String, Integer> ordinary = new HashMap<>();
    private final Map<String, Integer> computing = new HashMap<>();
    private int brief;
    private int waiting;

    private AdmissionControl(StatementLimits limits, int most, int perClient, IntSupplier atPresent) {
        this.limits = limits;
        this.most = most;
        this.perClient = perClient;
        this.atPresent = atPresent;
    }

    /** For users' statements. */
    static AdmissionControl forUsers(StatementLimits limits, Processors processors) {
        int most = limits.concurrency();
        return new AdmissionControl(limits, most, Math.max(1, most / 2), () -> processors.forReading(most));
    }

    /** For the library's, which are known: more of them, and no client has less. */
    static AdmissionControl forLibrary(StatementLimits limits, Processors processors) {
        int most = 2 * limits.concurrency();
        return new AdmissionControl(limits, most, most, () -> 2 * processors.forReading(most / 2));
    }

    /**
     * Takes a place, waiting a little if need be; fails with status 503 where none comes free.
     *
     * @param client whose statement it is
     * @param computes whether it may compute on when told to end
     */
    Place take(String client, boolean computes) {
        lock.lock();
        try {
            waiting++;
            long patience = waiting > 8 * most ? 0 : limits.patience().toNanos();
            while (!isFree(client, computes)) {
                if (patience <= 0) {
                    throw full(client, computes);
                }
                long begin = System.nanoTime();
                changed.awaitNanos(Math.min(patience, LOOK_AGAIN)); // that a prompt is traced no more wakes nobody
                patience -= System.nanoTime() - begin;
            }
            return new Place(client, computes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problems.of(Status.SERVICE_UNAVAILABLE, "the server is stopping; try again");
        } finally {
            waiting--;
            lock.unlock();
        }
    }

    private boolean isFree(String client, boolean computes) {
        return (isOrdinary(client) || brief < BRIEF * atPresent.getAsInt())
                && (!computes || hasRoom(computing, client));
    }

    private boolean isOrdinary(String client) {
        int all = ordinary.values().stream().mapToInt(Integer::intValue).sum();
        return all < atPresent.getAsInt() && hasRoom(ordinary, client);
    }

    private boolean hasRoom(Map<String, Integer> taken, String client) {
        int all = taken.values().stream().mapToInt(Integer::intValue).sum();
        return all < most && taken.getOrDefault(client, 0) < perClient;
    }

    private RuntimeException full(String client, boolean computes) {
        if (computes && !hasRoom(computing, client)) {
            int yours = computing.getOrDefault(client, 0);
            return Problems.of(
                    Status.SERVICE_UNAVAILABLE,
                    (yours >= perClient
                                    ? yours + " statements of yours (of at most " + perClient + ")"
                                    : most + " statements, which is the most,")
                            + " that compute within an expression still run, even if they were given up; until one ends, ask without "
                            + Effort.WORDS);
        }
        return Problems.of(
                Status.SERVICE_UNAVAILABLE,
                (1 + BRIEF) * atPresent.getAsInt()
                        + " statements are running, which is the most at a time; try again when one ends");
    }

    private static void one(Map<String, Integer> taken, String client, int change) {
        taken.merge(client, change, Integer::sum);
        taken.remove(client, 0);
    }

    /** A place that is held. */
    final class Place {
        private final String client;
        private final boolean isOrdinary;
        private final boolean computes;
        private boolean isHeld = true;

        private Place(String client, boolean computes) {
            this.client = client;
            this.computes = computes;
            this.isOrdinary = isOrdinary(client);
            count(1);
            if (computes) {
                one(computing, client, 1);
            }
        }

        /** How long the statement may take. */
        Duration time() {
            return isBrief() ? StatementLimits.SHORT : limits.timeout();
        }

        /** Whether the statement may compute within one expression. */
        boolean computes() {
            return computes;
        }

        /** Whether that is less than usual. */
        boolean isBrief() {
            return !isOrdinary && limits.timeout().compareTo(StatementLimits.SHORT) > 0;
        }

        /** Makes room for others once the statement is told to end, whether or not it does. */
        void giveUp() {
            lock.lock();
            try {
                if (isHeld) {
                    isHeld = false;
                    count(-1);
                    changed.signalAll();
                }
            } finally {
                lock.unlock();
            }
        }

        /** The database has let go of the statement. */
        void leave() {
            giveUp();
            lock.lock();
            try {
                if (computes) {
                    one(computing, client, -1);
                    changed.signalAll();
                }
            } finally {
                lock.unlock();
            }
        }

        private void count(int change) {
            if (isOrdinary) {
                one(ordinary, client, change);
            } else {
                brief += change;
            }
        }
    }
}
