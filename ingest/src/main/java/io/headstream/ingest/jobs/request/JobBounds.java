package io.headstream.ingest.jobs.request;

import io.headstream.ingest.body.Tags;
import io.headstream.tracer.error.TraceException;
import java.util.List;
import java.util.Objects;

/** How much one job may be of. */
public final class JobBounds {
    static final int PROMPTS = 10_000;

    private JobBounds() {}

    /** @throws TraceException naming what is too many, too long or missing */
    public static void check(JobRequest job) {
        List<String> prompts = Objects.requireNonNullElse(job.prompts(), List.of());
        if (prompts.size() > PROMPTS) {
            throw new TraceException(
                    "prompts holds " + prompts.size() + "; a job may have " + PROMPTS + ": give the others to another");
        }
        if (prompts.stream().anyMatch(Objects::isNull)) {
            throw new TraceException("prompts holds a null; give texts");
        }
        Tags.problem(Objects.requireNonNullElse(job.tags(), List.of())).ifPresent(problem -> {
            throw new TraceException("tags " + problem);
        });
    }
}
