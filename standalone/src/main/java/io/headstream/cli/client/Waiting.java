package io.headstream.cli.client;

import java.io.PrintWriter;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What is asked for in one request, and takes long enough that one wants to hear of it. */
public final class Waiting {
    /** Seconds. A refusal comes sooner, and stands alone. */
    private static final long FIRST_LINE = 3;

    private static final long BETWEEN_LINES = 5;

    private Waiting() {}

    /**
     * Says what is being done, and every few seconds for how long by now; nothing of what is done at once.
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
                    lines.println(task + ", for " + seconds + " s");
                    lines.flush();
                },
                FIRST_LINE,
                BETWEEN_LINES,
                TimeUnit.SECONDS);
        try {
            return request.get();
        } finally {
            clock.shutdownNow();
        }
    }
}
