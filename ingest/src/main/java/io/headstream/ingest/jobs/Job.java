package io.headstream.ingest.jobs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A job's state over time: changes one at a time, keeps what must outlive the process, and tells those who watch. */
public final class Job {
    /** What a stopping server says of a job that has not ended. */
    static final String STOPPING = "the server is stopping; the job goes on at its next start";

    private static final Logger LOG = Logger.getLogger(Job.class);

    private final JobStore store;
    private final String caller;
    private final long size;
    private final Work work;
    private final Set<Watcher> watchers = new LinkedHashSet<>();
    private JobState state;
    private JobSteps steps;
    private boolean begun;
    private boolean warm;
    private boolean cancelAsked;
    private boolean handedBack;
    private @Nullable Thread interruptible;

    /** What a job does, step by step. */
    interface Work {
        /**
         * Does the job's next step, and says that it passed with {@link Job#pass}.
         *
         * @return whether there is another one
         */
        boolean step(Job job) throws InterruptedException;

        /**
         * Passes over the next step, which has ended the process each time it was begun.
         *
         * @return whether there is another one
         */
        default boolean giveUp(Job job) {
            throw new GivenUpException(
                    "the server ended " + JobSteps.MOST_ATTEMPTS
                            + " times in the middle of this job; it is not tried again. The server's log may say why: memory, perhaps");
        }
    }

    /** Who is told a job's states. */
    public interface Watcher {
        /** @param last whether no more follow: the job has ended, or the server is stopping */
        void see(JobState state, boolean last);
    }

    /** A step that ends at once where its thread is interrupted. */
    interface Step<T> {
        T run() throws InterruptedException;
    }

    /** The work is no longer tried. */
    static final class GivenUpException extends RuntimeException {
        GivenUpException(String why) {
            super(why);
        }
    }

    /** The server is stopping: the step is done again at the next start. */
    static final class HandedBackException extends RuntimeException {}

    /** @param size of what is kept of it, in bytes */
    Job(JobStore store, JobState state, JobSteps steps, String caller, long size, Work work) {
        this.store = store;
        this.state = state;
        this.steps = steps;
        this.caller = caller;
        this.size = size;
        this.work = work;
    }

    String id() {
        return state().id();
    }

    String caller() {
        return caller;
    }

    long size() {
        return size;
    }

    Work work() {
        return work;
    }

    public synchronized JobState state() {
        return state;
    }

    synchronized JobSteps steps() {
        return steps;
    }

    boolean isOver() {
        return state().phase().isFinal();
    }

    /** How many turns it still needs: a prompt is one. */
    int turns() {
        JobState now = state();
        return now.kind() == JobState.Kind.trace
                ? Math.max(1, (int) (now.total() / JobRunner.END) - steps().next())
                : 1;
    }

    /** Tells the watcher the present state at once and every later one. */
    public synchronized void watch(Watcher watcher) {
        watchers.add(watcher);
        watcher.see(state, isLast());
    }

    public synchronized void unwatch(Watcher watcher) {
        watchers.remove(watcher);
    }

    private boolean isLast() {
        return handedBack || state.phase().isFinal();
    }

    /** Changes the state, unless it is final; a change that changes nothing is not told, and a final one is kept first. */
    synchronized void change(UnaryOperator<JobState> change) {
        JobState next = change.apply(state);
        if (!isLast() && !next.equals(state)) {
            state = next;
            if (next.phase().isFinal()) {
                keep();
            }
            tell();
        }
    }

    private void tell() {
        new ArrayList<>(watchers).forEach(watcher -> watcher.see(state, isLast()));
    }

    /** An attempt at the next step begins; that is kept before anything is done. */
    synchronized void begin() {
        stopIfCancelled();
        steps = steps.begun(!warm);
        begun = true;
        keep();
    }

    /** The attempt has come to the step itself; so do later ones, the model being there. */
    synchronized void opened() {
        warm = true;
        if (steps.opening()) {
            steps = steps.opened();
            keep();
        }
    }

    /** The attempt, if there is one, ended in order, but without the step done: it does not count. */
    synchronized void takeBack() {
        if (begun) {
            steps = steps.takenBack();
            begun = false;
            keep();
        }
    }

    /** The step is done, with this outcome. */
    synchronized void pass(UnaryOperator<JobState> outcome) {
        steps = steps.passed();
        begun = false;
        state = outcome.apply(state);
        keep();
        if (!handedBack) {
            tell();
        }
    }

    // what cannot be kept costs a repetition after a restart at most: a trace that is there is not made again
    private void keep() {
        try {
            // a cancel that was answered stands, whatever the step in work does yet
            store.keep(cancelAsked && !state.phase().isFinal() ? state.to(JobState.Phase.cancelled) : state, steps);
        } catch (IOException e) {
            LOG.warnf("How far job %s is cannot be kept: %s", state.id(), e.getMessage());
        }
    }

    /**
     * Cancels it, at its next step where it runs.
     *
     * @throws IOException where it is cancelled, but would go on after a restart
     */
    synchronized void cancel() throws IOException {
        if (isLast()) {
            return;
        }
        cancelAsked = true;
        try {
            store.keep(state.to(JobState.Phase.cancelled), steps);
        } finally {
            if (state.phase() == JobState.Phase.queued) {
                change(s -> s.to(JobState.Phase.cancelled));
            } else if (interruptible != null) {
                interruptible.interrupt();
            }
        }
    }

    /** The server is stopping: an attempt that runs does not count, and watchers are told for the last time. */
    synchronized void handBack() {
        if (isLast()) {
            return;
        }
        if (!cancelAsked) {
            takeBack();
        }
        state = cancelAsked ? state.to(JobState.Phase.cancelled) : state.waiting(STOPPING);
        handedBack = true;
        tell();
        if (interruptible != null) {
            interruptible.interrupt();
        }
    }

    /** Where a running job may stop. */
    synchronized void stopIfCancelled() {
        if (cancelAsked) {
            throw new CancellationException();
        }
        if (handedBack) {
            throw new HandedBackException();
        }
    }

    /** Says how far it is, where it may stop. */
    void at(String stage, long done) {
        stopIfCancelled();
        change(state -> state.at(stage, done));
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
        if (thread == null && (cancelAsked || handedBack)) {
            Thread.interrupted(); // a cancel that came too late for the step
        }
        interruptible = thread;
        if (thread != null) {
            stopIfCancelled();
        }
    }
}
