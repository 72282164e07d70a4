package io.headstream.ingest.jobs;

import io.headstream.ingest.jobs.prepare.JobPreparation;
import io.headstream.ingest.jobs.request.JobRequest;
import java.util.Optional;

/** Prompts on their way to traces, a prompt to a step. After a restart they are checked again, since the model may be another. */
final class TraceWork implements Job.Work {
    private final JobRequest request;
    private final JobPreparation preparation;
    private final JobRunner runner;
    private Optional<JobPreparation.Prepared> prepared;

    TraceWork(
            JobRequest request,
            Optional<JobPreparation.Prepared> prepared,
            JobPreparation preparation,
            JobRunner runner) {
        this.request = request;
        this.prepared = prepared;
        this.preparation = preparation;
        this.runner = runner;
    }

    @Override
    public boolean step(Job job) throws InterruptedException {
        job.begin();
        JobPreparation.Prepared checked = prepared.orElseGet(() -> preparation.prepare(request));
        prepared = Optional.of(checked);
        int prompts = checked.prompts().size();
        if (job.steps().next() < prompts) {
            runner.run(job, checked);
        }
        return job.steps().next() < prompts;
    }

    @Override
    public boolean giveUp(Job job) {
        if (job.steps().opening()) {
            return Job.Work.super.giveUp(job); // it is the model that does it, for every prompt
        }
        int prompt = job.steps().next();
        job.pass(
                state -> state.with(
                        new JobState.Failure(
                                prompt,
                                "the server ended " + JobSteps.MOST_ATTEMPTS
                                        + " times while it traced this prompt; it is not tried again. The server's log may say why: memory, perhaps")));
        return job.steps().next() < job.state().total() / JobRunner.END;
    }
}
