package io.headstream.api.query;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Ends statements that compute within expressions when the heap is nearly full: lists and texts made there are outside the database's own
 * accounts of memory (neo4j/neo4j issue 13848), and where it is embedded, its heap is everyone's.
 */
@ApplicationScoped
public class MemoryWatch {
    private static final double SUSPECT = 0.75;
    private static final double FULL = 0.6; // of what may be used, after a collection
    private static final long EVERY = 200; // ms

    private final Set<Run<?>> watched = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "headstream-memory-watch");
        thread.setDaemon(true);
        return thread;
    });

    public MemoryWatch() {
        clock.scheduleWithFixedDelay(this::look, EVERY, EVERY, TimeUnit.MILLISECONDS);
    }

    void add(Run<?> run) {
        watched.add(run);
        run.whenEnded(() -> watched.remove(run));
    }

    private void look() {
        if (!watched.isEmpty() && used() > SUSPECT) {
            System.gc(); // what is garbage is no reason to end anything
            if (used() > FULL) {
                watched.forEach(Run::endForMemory);
            }
        }
    }

    private static double used() {
        Runtime runtime = Runtime.getRuntime();
        return (double) (runtime.totalMemory() - runtime.freeMemory()) / runtime.maxMemory();
    }

    @PreDestroy
    void stop() {
        clock.shutdownNow();
    }
}
