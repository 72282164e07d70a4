package io.headstream.ingest.jobs;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a job is.
 *
 * @param version of the form
 * @param next the step (a prompt, a layer) that is or comes next, from 0
 * @param attempts how often that step was begun; what ends with the process does not take it back
 * @param opening whether the last attempt had not got as far as the step itself: the model was being read
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record KeptProgress(
        int version,
        JobState.Phase state,
        String stage,
        long done,
        long total,
        int next,
        int attempts,
        boolean opening,
        List<JobState.Failure> failures,
        @Nullable String error,
        @Nullable String model) {
    static final int VERSION = 1;

    static KeptProgress of(JobState state, JobSteps steps) {
        return new KeptProgress(
                VERSION,
                state.phase(),
                state.stage(),
                state.done(),
                state.total(),
                steps.next(),
                steps.attempts(),
                steps.opening(),
                state.failures(),
                state.error(),
                state.model());
    }

    JobSteps steps() {
        return new JobSteps(next, attempts, opening);
    }
}
