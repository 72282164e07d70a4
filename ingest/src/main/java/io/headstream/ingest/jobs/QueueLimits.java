package io.headstream.ingest.jobs;

import io.headstream.ingest.queue.FairQueue;
import io.headstream.tracer.error.TraceException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How much may wait, of one caller and of all. */
@ApplicationScoped
public class QueueLimits {
    private static final long LONGEST_WAIT = 3_600;
    private static final long MEBIBYTE = 1 << 20;

    private final int all;
    private final int perCaller;
    private final long bytes;

    public QueueLimits(
            @ConfigProperty(name = "headstream.queue") int all,
            @ConfigProperty(name = "headstream.queue-per-caller") int perCaller,
            @ConfigProperty(name = "headstream.queue-mib") long mebibytes) {
        this.all = Math.max(1, all);
        this.perCaller = Math.min(this.all, Math.max(1, perCaller));
        this.bytes = mebibytes * MEBIBYTE;
    }

    /**
     * Refuses what would be too much now with 429, and when to ask again.
     *
     * @param prompts how many more are to wait
     * @param size of the requests that wait, in bytes, these included
     * @param seconds what a prompt takes
     * @throws TraceException where it would be too much at any time
     */
    void require(int prompts, FairQueue.Waiting waiting, long size, double seconds) {
        if (prompts > perCaller) {
            throw new TraceException(prompts + " prompts are more than may wait of one caller, " + perCaller
                    + " (HEADSTREAM_QUEUE_PER_CALLER); send them in parts");
        }
        int own = waiting.own() + prompts - perCaller;
        int others = waiting.all() + prompts - all;
        if (own > 0 && own * Math.max(1, waiting.callers()) >= others) {
            throw full(
                    waiting.own() + " prompts of yours wait, and " + perCaller + " may (HEADSTREAM_QUEUE_PER_CALLER)",
                    own * Math.max(1, waiting.callers()) * seconds);
        }
        if (others > 0) {
            throw full(waiting.all() + " prompts wait, and " + all + " may (HEADSTREAM_QUEUE)", others * seconds);
        }
        if (size > bytes && waiting.all() > 0) {
            throw full(
                    "the prompts that wait hold " + bytes / MEBIBYTE + " MiB, which is the most (HEADSTREAM_QUEUE_MIB)",
                    seconds);
        }
    }

    private static HttpProblem full(String why, double seconds) {
        long wait = Math.max(1, Math.min(LONGEST_WAIT, (long) Math.ceil(seconds)));
        return HttpProblem.builder()
                .withStatus(Status.TOO_MANY_REQUESTS)
                .withTitle("The queue is full")
                .withDetail(why + "; send these again in " + wait + " s")
                .withHeader(HttpHeaders.RETRY_AFTER, wait)
                .build();
    }
}
