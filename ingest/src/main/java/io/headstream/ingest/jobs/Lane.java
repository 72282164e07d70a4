package io.headstream.ingest.jobs;

import io.headstream.access.turns.Processors;
import io.headstream.ingest.queue.FairQueue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Runs jobs one step at a time, the callers in turn. */
final class Lane {
    private static final Logger LOG = Logger.getLogger(Lane.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final double NEWEST = 0.2; // of a step in the mean of what steps take

    private final FairQueue<Job> queue = new FairQueue<>(Job::turns);
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Supplier<Processors.Use> use;
    private final Thread thread;
    private volatile double seconds = 1;

    /** @param use what a step takes while it lasts */
    Lane(String name, Supplier<Processors.Use> use) {
        this.use = use;
        thread = new Thread(this::work, name);
        thread.setDaemon(true);
    }

    /** Begins with the jobs of an earlier process, in the order they came. */
    void start(List<Job> found) {
        found.forEach(job -> queue.add(job.caller(), job));
        tellPlaces();
        thread.start();
    }

    void add(Job job) {
        queue.add(job.caller(), job);
        tellPlaces();
    }

    /** Takes out a job that has been cancelled. */
    void remove(Job job) {
        queue.remove(job);
        tellPlaces();
    }

    FairQueue.Waiting waiting(String caller) {
        return queue.waiting(caller);
    }

    /** What a step takes at present, in seconds. */
    double seconds() {
        return seconds;
    }

    /** Begins no further step. */
    void close() {
        stopping.countDown();
        queue.close();
    }

    /** Waits for the step in work, which has been told to end; past the patience it is left to itself. */
    void await(Duration patience) throws InterruptedException {
        thread.join(patience.toMillis());
        if (thread.isAlive()) {
            thread.interrupt();
            thread.join(PAUSE.toMillis() / 2);
        }
    }

    private void work() {
        boolean answers = true;
        try {
            for (Optional<Job> next = queue.next(); next.isPresent(); next = queue.next()) {
                Job job = next.get();
                long start = System.nanoTime();
                JobTurn.Outcome outcome = turn(job);
                if (outcome == JobTurn.Outcome.LATER) {
                    tell(answers);
                    stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
                } else {
                    seconds = (1 - NEWEST) * seconds + NEWEST * (System.nanoTime() - start) / 1e9;
                    queue.turnOf(job, outcome == JobTurn.Outcome.OVER);
                    tellPlaces();
                }
                answers = outcome != JobTurn.Outcome.LATER;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private JobTurn.Outcome turn(Job job) {
        try (Processors.Use inUse = use.get()) {
            return JobTurn.run(job);
        }
    }

    private static void tell(boolean answered) {
        if (answered) {
            LOG.warn("Neo4j does not answer; jobs wait for it and go on when it does");
        }
    }

    private void tellPlaces() {
        queue.places()
                .forEach((job, place) -> job.change(state -> {
                    boolean first = place == 0 && state.phase() == JobState.Phase.running;
                    return first ? state : state.waiting("waiting").atPlace(place);
                }));
    }
}
