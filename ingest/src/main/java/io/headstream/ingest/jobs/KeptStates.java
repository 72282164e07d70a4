package io.headstream.ingest.jobs;

import io.headstream.ingest.jobs.request.JobSubject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** States from what is kept of them. */
final class KeptStates {
    private KeptStates() {}

    /** The state in which a job is found; one that has not ended waits again. */
    static JobState of(KeptJob job, JobSubject request, Optional<KeptProgress> progress) {
        JobState fresh = new JobState(
                job.id(),
                job.kind(),
                JobState.Phase.queued,
                "waiting",
                0,
                job.total(),
                null,
                List.of(),
                List.of(),
                List.copyOf(job.notes()),
                null,
                null,
                request,
                Objects.requireNonNull(job.createdAt(), "createdAt"));
        return progress.map(kept -> of(fresh, kept)).orElse(fresh);
    }

    private static JobState of(JobState fresh, KeptProgress kept) {
        boolean ended = kept.state().isFinal();
        boolean traces = fresh.kind() == JobState.Kind.trace;
        return new JobState(
                fresh.id(),
                fresh.kind(),
                ended ? kept.state() : JobState.Phase.queued,
                ended ? kept.stage() : "waiting",
                ended || !traces ? kept.done() : JobRunner.END * (long) kept.next(),
                kept.total(),
                null,
                traces ? traces(fresh.id(), kept) : List.of(),
                List.copyOf(kept.failures()),
                fresh.notes(),
                kept.error(),
                kept.model(),
                fresh.request(),
                fresh.createdAt());
    }

    private static List<String> traces(String job, KeptProgress kept) {
        Set<Integer> failed =
                kept.failures().stream().map(JobState.Failure::prompt).collect(Collectors.toSet());
        return IntStream.range(0, kept.next())
                .filter(prompt -> !failed.contains(prompt))
                .mapToObj(prompt -> JobSteps.trace(job, prompt))
                .toList();
    }
}
