package io.headstream.ingest.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.headstream.ingest.jobs.request.JobRequest;
import io.headstream.tracer.error.TraceException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;

/** What becomes of a job whose steps go wrong. */
class LaneTest {
    @TempDir
    Path folder;

    private final Lane lane = new Lane("test", () -> () -> {});
    private JobStore store;
    private JobRegister register;

    @BeforeEach
    void start() throws Exception {
        store = JobStore.open(folder);
        register = new JobRegister(store);
        lane.start(List.of());
    }

    @AfterEach
    void stop() throws Exception {
        lane.close();
        register.oldestFirst().forEach(Job::handBack);
        lane.await(Duration.ofSeconds(5));
        store.close();
    }

    @Test
    void while_neo4j_does_not_answer_a_job_waits_and_then_goes_on() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        Job job = run(job1 -> {
            job1.begin();
            if (tries.incrementAndGet() < 3) {
                throw new ServiceUnavailableException("refused");
            }
            job1.pass(state -> state.with("trace"));
            return false;
        });
        assertThat(end(job).phase()).isEqualTo(JobState.Phase.done);
        assertThat(job.state().traces()).containsExactly("trace");
        assertThat(tries).hasValue(3);
    }

    @Test
    void of_a_batch_the_prompt_is_named_that_it_ended_with() throws Exception {
        Job job = run(passing -> {
            passing.begin();
            if (passing.steps().next() == 1) {
                throw new TraceException("it is too long");
            }
            passing.pass(state -> state.with("trace"));
            return true;
        });
        assertThat(end(job).error()).isEqualTo("prompt 2 of 3: it is too long");
        assertThat(job.state().traces()).containsExactly("trace");
    }

    @Test
    void what_neo4j_refuses_and_what_nobody_thought_of_end_the_job_alone() throws Exception {
        Job refused = run(job -> {
            throw new ClientException("Neo.ClientError.X.Y", "no");
        });
        Job broken = run(job -> {
            throw new StackOverflowError();
        });
        Job fine = run(job -> false);
        assertThat(end(refused).error()).contains("Neo4j refused it, and nothing of it was kept: no");
        assertThat(end(broken).error()).contains("an error of Headstream's own, StackOverflowError");
        assertThat(end(fine).phase()).isEqualTo(JobState.Phase.done);
    }

    @Test
    void a_cancelled_job_that_waits_leaves_the_queue() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        Job running = run(job -> {
            job.change(state -> state.at("forward pass", 0));
            go.await();
            return false;
        });
        Job waiting = run(job -> {
            throw new TraceException("it runs");
        });
        waiting.cancel();
        lane.remove(waiting);
        assertThat(lane.waiting("ann").own()).isEqualTo(3);
        go.countDown();
        assertThat(end(running).phase()).isEqualTo(JobState.Phase.done);
        assertThat(waiting.state().phase()).isEqualTo(JobState.Phase.cancelled);
    }

    private Job run(Job.Work work) {
        JobState state = JobState.queued(
                UUID.randomUUID().toString(), JobState.Kind.trace, 300, List.of(), JobRequest.of("Hi", List.of()));
        Job job = register.add(state, "ann", work);
        lane.add(job);
        return job;
    }

    private static JobState end(Job job) throws InterruptedException {
        for (int i = 0; i < 3_000 && !job.isOver(); i++) {
            Thread.sleep(10);
        }
        return job.state();
    }
}
