package io.headstream.ingest;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A job's state over time: changes one at a time, and tells those who watch. */
final class Job {
    private final Work work;
    private final Set<Consumer<JobState>> watchers = new LinkedHashSet<>();
    private JobState state;
    private boolean cancelAsked;
    private @Nullable Thread interruptible;

    /** What a job does. */
    interface Work {
        void run(Job job) throws InterruptedException;
    }

    /** A step that ends at once where its thread is interrupted. */
    interface Step<T> {
        T run() throws InterruptedException;
    }

    Job(JobState queued, Work work) {
        this.state = queued;
        this.work = work;
    }

    void run() throws InterruptedException {
        work.run(this);
    }

    synchronized JobState state() {
        return state;
    }

    /** Tells the watcher the present state at once and every later one, the last being final. */
    synchronized void watch(Consumer<JobState> watcher) {
        watchers.add(watcher);
        watcher.accept(state);
    }

    synchronized void unwatch(Consumer<JobState> watcher) {
        watchers.remove(watcher);
    }

    /** Changes the state, unless it is final; a change that changes nothing is not told. */
    synchronized void change(UnaryOperator<JobState> change) {
        JobState next = change.apply(state);
        if (!state.phase().isFinal() && !next.equals(state)) {
            state = next;
            new ArrayList<>(watchers).forEach(watcher -> watcher.accept(state));
        }
    }

    synchronized void cancel() {
        cancelAsked = true;
        if (state.phase() == JobState.Phase.queued) {
            change(s -> s.to(JobState.Phase.cancelled));
        } else if (interruptible != null) {
            interruptible.interrupt();
        }
    }

    /** Where a running job may stop. */
    synchronized void stopIfCancelled() {
        if (cancelAsked) {
            throw new CancellationException();
        }
    }

    /** Runs a step that a cancel does not wait for: it is interrupted. */
    <T> T interruptibly(Step<T> step) throws InterruptedException {
        mark(Thread.currentThread());
        try {
            return step.run();
        } catch (InterruptedException e) {
            stopIfCancelled();
            throw e;
        } finally {
            mark(null);
        }
    }

    private synchronized void mark(@Nullable Thread thread) {
        if (thread == null && cancelAsked) {
            Thread.interrupted(); // a cancel that came too late for the step
        }
        interruptible = thread;
        if (thread != null) {
            stopIfCancelled();
        }
    }
}
