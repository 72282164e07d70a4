package io.headstream.ingest.body;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * So many at a time, so many more wait a while, others are sent away at once: what holds memory is bounded, and those who wait cannot take all
 * of the server's threads.
 */
public final class Turns {
    private final String what;
    private final int mostWaiting;
    private final Duration patience;
    private final Semaphore places;
    private final AtomicInteger waiting = new AtomicInteger();

    /** @param what is done in a turn, for the message: "imports" */
    public Turns(String what, int places, int mostWaiting, Duration patience) {
        this.what = what;
        this.mostWaiting = mostWaiting;
        this.patience = patience;
        this.places = new Semaphore(places, true);
    }

    /** A turn, until it is closed. */
    public interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /** @throws BusyException if none comes free in time */
    public Turn take() {
        if (!places.tryAcquire()) {
            await();
        }
        return places::release;
    }

    private void await() {
        try {
            if (waiting.incrementAndGet() > mostWaiting
                    || !places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new BusyException("too many " + what + " at once; try again in a moment");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusyException("the server is being stopped");
        } finally {
            waiting.decrementAndGet();
        }
    }

    /** There is no turn. */
    public static final class BusyException extends RuntimeException {
        public BusyException(String message) {
            super(message);
        }
    }
}
