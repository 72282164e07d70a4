package io.headstream.ingest.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.headstream.access.turns.Processors;
import io.headstream.ingest.HubServerResource;
import io.headstream.ingest.Neo4jServer;
import io.headstream.ingest.jobs.prepare.JobPreparation;
import io.headstream.ingest.jobs.request.JobRequest;
import io.headstream.ingest.models.ModelShelf;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/** What a start finds in the folder of jobs, at whichever point the process before it ended. */
@QuarkusTest
@QuarkusTestResource(Neo4jServer.class)
@QuarkusTestResource(HubServerResource.class)
class ResumedJobIT {

    @Inject
    Driver driver;

    @Inject
    JobPreparation preparation;

    @Inject
    JobRunner runner;

    @Inject
    PullRunner puller;

    @Inject
    IndexRunner indexer;

    @Inject
    CircuitRunner circuits;

    @Inject
    ModelShelf shelf;

    @Inject
    QueueLimits limits;

    @TempDir
    Path data;

    // a trace's id follows from its job's, and the graph is the other tests' too
    private final String known =
            "0f7d2c1e-0000-4000-8000-" + UUID.randomUUID().toString().substring(24);
    private Jobs jobs;
    private String tag;

    @BeforeEach
    void begin() {
        tag = "resumed-" + data.getFileName();
        jobs = server();
    }

    @AfterEach
    void end() {
        jobs.close();
    }

    private Jobs server() {
        return new Jobs(
                preparation, runner, puller, indexer, circuits, shelf, limits, new Processors(), data.toString());
    }

    @Test
    void a_job_that_was_accepted_and_never_begun_is_done() throws Exception {
        keep(JobSteps.FIRST, JobState.Phase.queued);
        JobState end = restarted();
        assertThat(end.phase()).isEqualTo(JobState.Phase.done);
        assertThat(stored()).hasSize(3).containsExactlyInAnyOrderElementsOf(end.traces());
    }

    @Test
    void a_trace_that_was_committed_and_not_recorded_is_not_made_again() throws Exception {
        keep(JobSteps.FIRST, JobState.Phase.queued);
        List<String> traces = restarted().traces();
        jobs.close();
        keep(new JobSteps(1, 1, false), JobState.Phase.running); // as if the process had ended there
        jobs = server();
        JobState end = restarted();
        assertThat(end.phase()).isEqualTo(JobState.Phase.done);
        assertThat(end.traces()).isEqualTo(traces);
        assertThat(stored()).hasSize(3).containsExactlyInAnyOrderElementsOf(traces);
    }

    @Test
    void a_trace_that_the_graph_lost_with_an_older_backup_is_not_made_behind_the_users_back() throws Exception {
        keep(new JobSteps(2, 0, false), JobState.Phase.running);
        JobState end = restarted();
        assertThat(end.phase()).isEqualTo(JobState.Phase.done);
        assertThat(end.traces()).hasSize(3);
        assertThat(stored()).containsExactly(end.traces().get(2));
    }

    @Test
    void a_prompt_that_ended_the_process_twice_fails_and_the_others_go_on() throws Exception {
        keep(new JobSteps(1, 2, false), JobState.Phase.running);
        JobState end = restarted();
        assertThat(end.phase()).isEqualTo(JobState.Phase.failed);
        assertThat(end.failures()).extracting(JobState.Failure::prompt).containsExactly(1);
        assertThat(end.error()).contains("1 prompt became no trace, 2 did. Prompt 2: the server ended 2 times");
        assertThat(stored()).containsExactly(end.traces().get(1));
    }

    @Test
    void a_prompt_that_ended_the_process_once_is_tried_again() throws Exception {
        keep(new JobSteps(0, 1, false), JobState.Phase.running);
        assertThat(restarted().phase()).isEqualTo(JobState.Phase.done);
        assertThat(stored()).hasSize(3);
    }

    @Test
    void a_job_whose_model_ended_the_process_twice_fails_as_a_whole() throws Exception {
        keep(new JobSteps(1, 2, true), JobState.Phase.running);
        JobState end = restarted();
        assertThat(end.phase()).isEqualTo(JobState.Phase.failed);
        assertThat(end.error()).contains("prompt 2 of 3: the server ended 2 times in the middle of this job");
        assertThat(stored()).isEmpty();
    }

    @Test
    void a_job_whose_model_is_gone_fails_with_that_reason() throws Exception {
        keep(request("no-such-model"), JobSteps.FIRST, JobState.Phase.queued);
        assertThat(restarted().error()).contains("model 'no-such-model' is not known");
    }

    @Test
    void what_had_ended_stays_so() throws Exception {
        keep(JobSteps.FIRST, JobState.Phase.cancelled);
        assertThat(restarted().phase()).isEqualTo(JobState.Phase.cancelled);
        assertThat(stored()).isEmpty();
    }

    @Test
    void a_file_that_cannot_be_read_is_put_aside_and_the_other_jobs_go_on() throws Exception {
        Path folder = Files.createDirectories(data.resolve("jobs"));
        String cut = known.replace('1', '2');
        Files.writeString(folder.resolve(cut + ".json"), "{\"version\":1,\"id\":\"");
        Files.writeString(folder.resolve(known.replace('1', '3') + ".json"), "{\"version\":99}");
        keep(JobSteps.FIRST, JobState.Phase.queued);
        Files.writeString(folder.resolve(known + ".progress.json"), "[]"); // begins anew, and makes nothing twice
        assertThat(restarted().phase()).isEqualTo(JobState.Phase.done);
        assertThat(jobs.list()).hasSize(1);
        assertThat(stored()).hasSize(3);
        assertThat(folder.resolve(cut + ".json.damaged")).exists();
        assertThat(folder.resolve(known + ".progress.json.damaged")).exists();
        assertThat(folder.resolve(known.replace('1', '3') + ".json")).exists();
    }

    @Test
    void a_stop_tells_who_watches_and_counts_no_attempt_and_the_next_start_does_the_rest() throws Exception {
        jobs.open();
        String id = jobs.submit(batch(12), "ann").id();
        BlockingQueue<JobState> last = new LinkedBlockingQueue<>();
        Job job = jobs.find(id).orElseThrow();
        job.watch((state, isLast) -> {
            if (isLast) {
                last.add(state);
            }
        });
        while (job.state().traces().isEmpty()) {
            Thread.sleep(5);
        }
        long start = System.nanoTime();
        jobs.close();
        assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(10));
        JobState told = last.poll(1, TimeUnit.SECONDS);
        assertThat(told.phase()).isEqualTo(JobState.Phase.queued);
        assertThat(told.stage()).isEqualTo(Job.STOPPING);
        assertThat(job.steps().attempts()).isZero();
        assertThat(stored().size()).isBetween(1, 11);

        jobs = server();
        jobs.open();
        JobState end = end(id);
        assertThat(end.phase()).isEqualTo(JobState.Phase.done);
        assertThat(stored()).hasSize(12).containsExactlyInAnyOrderElementsOf(end.traces());
        assertThat(jobs.list()).extracting(JobState::id).containsExactly(id);
    }

    @Test
    void a_cancel_is_kept_before_it_is_answered() throws Exception {
        jobs.open();
        String id = jobs.submit(batch(50), "ann").id();
        Job job = jobs.find(id).orElseThrow();
        while (job.state().traces().isEmpty()) {
            Thread.sleep(5);
        }
        jobs.cancel(job);
        String kept = Files.readString(data.resolve("jobs/" + id + ".progress.json"));
        assertThat(kept).contains("\"state\":\"cancelled\"");
        jobs.close();
        jobs = server();
        jobs.open();
        assertThat(end(id).phase()).isEqualTo(JobState.Phase.cancelled);
    }

    @Test
    void one_callers_batch_does_not_keep_anothers_prompt_waiting() throws Exception {
        jobs.open();
        String batch = jobs.submit(batch(30), "ann").id();
        String single = jobs.submit(batch(1), "bob").id();
        assertThat(jobs.find(single).orElseThrow().state().place()).isEqualTo(1);
        assertThat(end(single).phase()).isEqualTo(JobState.Phase.done);
        assertThat(jobs.find(batch).orElseThrow().state().traces().size()).isLessThan(10);
        jobs.cancel(jobs.find(batch).orElseThrow());
        end(batch);
    }

    private JobState restarted() throws Exception {
        jobs.open();
        return end(known);
    }

    private JobState end(String id) throws Exception {
        Job job = jobs.find(id).orElseThrow();
        for (int i = 0; i < 6_000 && !job.isOver(); i++) {
            Thread.sleep(10);
        }
        return job.state();
    }

    private void keep(JobSteps steps, JobState.Phase phase) throws Exception {
        keep(batch(3), steps, phase);
    }

    private void keep(JobRequest request, JobSteps steps, JobState.Phase phase) throws Exception {
        JobState state = JobState.queued(known, JobState.Kind.trace, 300, List.of(), request);
        try (JobStore store = JobStore.open(data.resolve("jobs"))) {
            store.add(state, "ann");
            store.keep(state.at("writing", 0).to(phase), steps);
        }
    }

    private JobRequest batch(int prompts) {
        return request(prompts, null);
    }

    private JobRequest request(String model) {
        return request(3, model);
    }

    private JobRequest request(int count, String model) {
        List<String> prompts =
                IntStream.range(0, count).mapToObj(i -> "One and " + i + " are").toList();
        return new JobRequest(
                model,
                null,
                prompts,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "stream",
                null,
                null,
                null,
                null,
                null,
                List.of(tag),
                null,
                null,
                null,
                null,
                null);
    }

    private List<String> stored() {
        try (Session session = driver.session()) {
            return session.run("MATCH (t:Trace) WHERE $tag IN t.tags RETURN t.id", Map.of("tag", tag))
                    .list(record -> record.get(0).asString());
        }
    }
}
