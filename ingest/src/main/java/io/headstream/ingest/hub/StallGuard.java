package io.headstream.ingest.hub;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Ends the reading of a body that stopped coming: Java's client waits for it for ever. */
final class StallGuard implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "headstream-stalls");
        thread.setDaemon(true);
        return thread;
    });

    private final ScheduledFuture<?> watch;
    private volatile long last = System.nanoTime();

    StallGuard(InputStream body) {
        watch = CLOCK.scheduleWithFixedDelay(() -> check(body), 1, 1, TimeUnit.SECONDS);
    }

    void alive() {
        last = System.nanoTime();
    }

    private void check(InputStream body) {
        if (System.nanoTime() - last > PATIENCE.toNanos()) {
            try {
                body.close(); // the reader's next byte is the end
            } catch (IOException e) {
                // it is closed one way or the other
            }
        }
    }

    @Override
    public void close() {
        watch.cancel(false);
    }
}
