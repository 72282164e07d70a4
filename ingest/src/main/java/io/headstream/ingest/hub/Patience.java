package io.headstream.ingest.hub;

import java.time.Duration;
import java.util.OptionalLong;

/** How often a request is tried again, and after how long: five times without a new byte, and never longer than the hub's own window. */
final class Patience {
    private static final int MOST_FAILURES = 5;
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final long LONGEST_SECONDS = 300;

    private final PullObserver observer;
    private int failures;

    Patience(PullObserver observer) {
        this.observer = observer;
    }

    /** Something came: start counting anew. */
    void restore() {
        failures = 0;
    }

    /**
     * Waits before the next attempt.
     *
     * @param asked seconds that the hub asked for
     * @return false where it is not worth another
     */
    boolean waitAfterFailure(OptionalLong asked) throws InterruptedException {
        failures++;
        if (failures >= MOST_FAILURES || asked.orElse(0) > LONGEST_SECONDS) {
            return false;
        }
        observer.pause(
                asked.isPresent() ? Duration.ofSeconds(asked.getAsLong()) : FIRST.multipliedBy(1L << (failures - 1)));
        return true;
    }
}
