package io.headstream.ingest.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.headstream.ingest.jobs.request.JobRequest;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobRegisterTest {
    @TempDir
    Path folder;

    @Test
    void of_jobs_that_have_ended_the_newest_are_remembered_and_none_that_has_not() throws Exception {
        try (JobStore store = JobStore.open(folder)) {
            JobRegister register = new JobRegister(store, 2, Long.MAX_VALUE);
            Job waiting = register.add(state(), "ann", job -> false);
            for (int i = 0; i < 4; i++) {
                register.add(state(), "ann", job -> false).change(state -> state.to(JobState.Phase.done));
            }
            Job last = register.add(state(), "ann", job -> false);
            assertThat(register.oldestFirst()).hasSize(4).contains(waiting, last);
            assertThat(store.load()).hasSize(4);
        }
    }

    @Test
    void what_ended_jobs_hold_is_bounded() throws Exception {
        try (JobStore store = JobStore.open(folder)) {
            JobRegister register = new JobRegister(store, 100, 500);
            for (int i = 0; i < 9; i++) {
                register.add(state(), "ann", job -> false).change(state -> state.to(JobState.Phase.done));
            }
            assertThat(register.oldestFirst()).hasSizeBetween(2, 4);
        }
    }

    @Test
    void a_job_that_cannot_be_kept_is_refused_and_not_lost_later() throws Exception {
        try (JobStore store = JobStore.open(folder)) {
            JobRegister register = new JobRegister(store);
            JobState state = state();
            Files.createDirectories(folder.resolve(state.id() + ".json.part/in-the-way"));
            HttpProblem refusal =
                    catchThrowableOfType(HttpProblem.class, () -> register.add(state, "ann", job -> false));
            assertThat(refusal.getStatusCode()).isEqualTo(507);
            assertThat(refusal.getDetail()).contains("the job was not accepted").contains("HEADSTREAM_DATA");
            assertThat(register.oldestFirst()).isEmpty();
        }
    }

    private static JobState state() {
        return JobState.queued(
                UUID.randomUUID().toString(), JobState.Kind.trace, 100, List.of(), JobRequest.of("Hi", List.of()));
    }
}
