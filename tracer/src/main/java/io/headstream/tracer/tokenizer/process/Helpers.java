package io.headstream.tracer.tokenizer.process;

import io.headstream.tracer.error.TokenizerRefusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The processes with a tokenizer: a few at a time, kept warm while they are used, none left behind. */
public final class Helpers implements AutoCloseable {
    private static final int MOST = 2;
    private static final long PATIENCE_MILLIS = 60_000;

    private final Limits limits;
    private final Duration idleLife;
    private final List<Warm> idle = new ArrayList<>();
    private final List<Helper> all = new ArrayList<>();
    private final ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "headstream-tokenizer-sweeper");
        thread.setDaemon(true);
        return thread;
    });
    private boolean closed;

    private record Warm(String sha256, Helper helper, long since) {}

    public Helpers(Limits limits, Duration idleLife) {
        this.limits = limits;
        this.idleLife = idleLife;
        long period = Math.max(100, idleLife.toMillis() / 4);
        sweeper.scheduleWithFixedDelay(this::sweep, period, period, TimeUnit.MILLISECONDS);
    }

    /**
     * Asks a process that has the tokenizer open.
     *
     * @param opening run on a process that has just been started
     */
    <T> T with(String sha256, java.util.function.Consumer<Helper> opening, Function<Helper, T> use) {
        Helper helper = take(sha256, opening);
        try {
            return use.apply(helper);
        } finally {
            giveBack(sha256, helper);
        }
    }

    private Helper take(String sha256, java.util.function.Consumer<Helper> opening) {
        Helper started;
        synchronized (this) {
            Helper warm = warmOrRoom(sha256);
            if (warm != null) {
                return warm;
            }
            started = Helper.start(limits);
            all.add(started);
        }
        try {
            opening.accept(started);
            return started;
        } catch (RuntimeException | Error e) {
            started.close();
            giveBack(sha256, started);
            throw e;
        }
    }

    // one that has the tokenizer open; or null, where one may be started
    private @org.jspecify.annotations.Nullable Helper warmOrRoom(String sha256) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (!closed) {
            for (Iterator<Warm> each = idle.iterator(); each.hasNext(); ) {
                Warm warm = each.next();
                if (warm.helper().isDead()) {
                    each.remove();
                    all.remove(warm.helper());
                } else if (warm.sha256().equals(sha256)) {
                    each.remove();
                    return warm.helper();
                }
            }
            if (all.size() < MOST) {
                return null;
            }
            if (!idle.isEmpty()) {
                end(idle.remove(0).helper());
                return null;
            }
            await(end);
        }
        throw TokenizerRefusal.passing("Headstream is being stopped");
    }

    private void await(long end) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
            throw TokenizerRefusal.passing("other prompts have all the processes for tokenizers that are not known");
        }
        try {
            wait(left);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw TokenizerRefusal.passing("Headstream is being stopped");
        }
    }

    private synchronized void giveBack(String sha256, Helper helper) {
        if (closed || helper.isDead()) {
            end(helper);
        } else {
            idle.add(new Warm(sha256, helper, System.nanoTime()));
        }
        notifyAll();
    }

    private synchronized void sweep() {
        idle.removeIf(warm -> {
            boolean old = System.nanoTime() - warm.since() > idleLife.toNanos();
            if (old) {
                end(warm.helper());
            }
            return old;
        });
    }

    private void end(Helper helper) {
        helper.close();
        all.remove(helper);
    }

    /** The processes that are there. */
    public synchronized List<ProcessHandle> processes() {
        return all.stream().map(Helper::handle).toList();
    }

    @Override
    public synchronized void close() {
        closed = true;
        sweeper.shutdownNow();
        List.copyOf(all).forEach(this::end);
        idle.clear();
        notifyAll();
    }
}
