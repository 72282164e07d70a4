package io.headstream.ingest.jobs;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The jobs that are known: all that have not ended, and the newest of those that have. */
final class JobRegister {
    private static final Logger LOG = Logger.getLogger(JobRegister.class);
    private static final int REMEMBERED = 1_000;
    private static final long REMEMBERED_BYTES = 32L << 20;
    private static final int INSUFFICIENT_STORAGE = 507;

    private final JobStore store;
    private final int remembered;
    private final long rememberedBytes;
    private final Map<String, Job> jobs = new LinkedHashMap<>();

    JobRegister(JobStore store) {
        this(store, REMEMBERED, REMEMBERED_BYTES);
    }

    /**
     * @param remembered how many jobs that have ended are kept
     * @param rememberedBytes what their requests may hold, that of the newest aside
     */
    JobRegister(JobStore store, int remembered, long rememberedBytes) {
        this.store = store;
        this.remembered = remembered;
        this.rememberedBytes = rememberedBytes;
    }

    /** Keeps a new job; refuses it with 507 where it cannot be kept, since it would be lost with the process. */
    Job add(JobState state, String caller, Job.Work work) {
        try {
            long size = store.add(state, caller);
            return enter(new Job(store, state, JobSteps.FIRST, caller, size, work));
        } catch (IOException e) {
            throw notKept("the job was not accepted, since it could not be kept", e);
        }
    }

    /** Takes up a job of an earlier process. */
    Job enter(Job job) {
        synchronized (jobs) {
            jobs.put(job.id(), job);
            forget();
        }
        return job;
    }

    static HttpProblem notKept(String what, IOException why) {
        LOG.warnf("A job cannot be kept: %s", why.getMessage());
        return HttpProblem.builder()
                .withStatus(INSUFFICIENT_STORAGE)
                .withTitle("This cannot be kept")
                .withDetail(
                        what + ": " + why.getMessage()
                                + ". Free some space on the disk of HEADSTREAM_DATA, or see that its folder jobs can be written")
                .build();
    }

    private void forget() {
        int ended = 0;
        long bytes = 0;
        for (Job job : newestFirst()) {
            if (job.isOver()) {
                ended++;
                bytes += job.size();
                if (ended > remembered || (bytes > rememberedBytes && ended > 1)) {
                    forget(job);
                }
            }
        }
    }

    private void forget(Job job) {
        try {
            store.remove(job.id());
        } catch (IOException e) {
            LOG.warnf("The files of an ended job cannot be deleted: %s", e.getMessage());
        }
        jobs.remove(job.id());
    }

    /** What the requests hold that have not ended. */
    long waitingBytes() {
        return oldestFirst().stream()
                .filter(job -> !job.isOver())
                .mapToLong(Job::size)
                .sum();
    }

    Optional<Job> find(String id) {
        synchronized (jobs) {
            return Optional.ofNullable(jobs.get(id));
        }
    }

    List<Job> oldestFirst() {
        synchronized (jobs) {
            return new ArrayList<>(jobs.values());
        }
    }

    List<Job> newestFirst() {
        List<Job> list = oldestFirst();
        Collections.reverse(list);
        return list;
    }
}
