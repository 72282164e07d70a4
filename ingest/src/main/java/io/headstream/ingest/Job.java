package io.headstream.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A job's state over time: changes one at a time, and tells those who watch. */
final class Job {
    private final JobPreparation.Prepared prepared;
    private final Set<Consumer<JobState>> watchers = new LinkedHashSet<>();
    private JobState state;
    private boolean cancelAsked;

    Job(String id, JobRequest request, JobPreparation.Prepared prepared) {
        this.prepared = prepared;
        List<String> notes = prepared.prompts().get(0).notes();
        this.state = new JobState(
                id,
                JobState.Phase.queued,
                "waiting",
                0,
                100 * prepared.prompts().size(),
                List.of(),
                notes,
                null,
                request,
                Instant.now());
    }

    JobPreparation.Prepared prepared() {
        return prepared;
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

    /** Changes the state, unless it is final. */
    synchronized void change(UnaryOperator<JobState> change) {
        if (!state.phase().isFinal()) {
            state = change.apply(state);
            new ArrayList<>(watchers).forEach(watcher -> watcher.accept(state));
        }
    }

    synchronized void cancel() {
        cancelAsked = true;
        if (state.phase() == JobState.Phase.queued) {
            change(s -> s.to(JobState.Phase.cancelled));
        }
    }

    /** Where a running job may stop. */
    synchronized void stopIfCancelled() {
        if (cancelAsked) {
            throw new CancellationException();
        }
    }
}
