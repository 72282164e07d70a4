package io.headstream.access.turns;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the processors are in use for, where prompts are traced and the graph is read in one process: while a prompt is traced, those who read
 * leave it a share. A pass waits for all its threads at every operation, so that busy readers slow it down more than their number says.
 */
@ApplicationScoped
public class Processors {
    private final int processors = Runtime.getRuntime().availableProcessors();
    private final AtomicInteger tracing = new AtomicInteger();

    /** Says that a prompt is being traced, until this is closed. */
    public Use trace() {
        tracing.incrementAndGet();
        return () -> tracing.decrementAndGet();
    }

    /** A use that lasts. */
    @FunctionalInterface
    public interface Use extends AutoCloseable {
        @Override
        void close();
    }

    /** Whether a prompt is being traced, so that what can wait gives way. */
    public boolean tracing() {
        return tracing.get() > 0;
    }

    /**
     * How many may read at a time at present: half as many as there are processors while a prompt is traced, but at least one.
     *
     * @param most how many may at other times
     */
    public int forReading(int most) {
        return !tracing() ? most : Math.max(1, Math.min(most, processors / 2));
    }
}
