package io.headstream.cli.client;

import java.io.PrintWriter;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What is asked for in one request, and takes long enough that one wants to hear of it. */
public final class Waiting {
    private static final long BETWEEN_LINES = 5;

    private Waiting() {}

    /**
     * Says what is being done, and every few seconds for how long by now.
     *
     * @param lines where that goes
     */
    public static <T> T during(String task, PrintWriter lines, Supplier<T> request) {
        long begun = System.nanoTime();
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "waiting");
            thread.setDaemon(true);
            return thread;
        });
        clock.scheduleAtFixedRate(
                () -> {
                    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
                    lines.println(seconds == 0 ? task : task + ", for " + seconds + " s");
                    lines.flush();
                },
                0,
                BETWEEN_LINES,
                TimeUnit.SECONDS);
        try {
            return request.get();
        } finally {
            clock.shutdownNow();
        }
    }
}
