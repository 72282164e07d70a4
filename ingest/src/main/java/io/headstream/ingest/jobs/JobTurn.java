package io.headstream.ingest.jobs;

import io.headstream.tracer.error.TraceException;
import java.util.concurrent.CancellationException;
import org.jboss.logging.Logger;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;

/** One turn of a job: its next step, and what becomes of the job where that goes wrong. */
final class JobTurn {
    private static final Logger LOG = Logger.getLogger(JobTurn.class);
    private static final String UNAVAILABLE = "Neo.TransientError.General.DatabaseUnavailable";

    private JobTurn() {}

    /** What follows a turn. */
    enum Outcome {
        /** The job has ended, or the server is stopping. */
        OVER,
        /** It has another step. */
        MORE,
        /** The graph does not answer, so the step is to be done again. */
        LATER
    }

    static Outcome run(Job job) {
        try {
            if (job.isOver()) {
                return Outcome.OVER;
            }
            job.stopIfCancelled();
            boolean more =
                    job.steps().isUsedUp() ? job.work().giveUp(job) : job.work().step(job);
            if (more) {
                return Outcome.MORE;
            }
            job.change(JobTurn::whole);
        } catch (Job.HandedBackException e) {
            return Outcome.OVER;
        } catch (CancellationException e) {
            job.change(state -> state.to(JobState.Phase.cancelled));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            job.change(state -> state.failed("the server was stopped"));
        } catch (Neo4jException e) {
            return refused(job, e);
        } catch (RuntimeException | Error e) {
            job.change(state -> state.failed(where(state, job.steps()) + reason(e)));
        }
        return Outcome.OVER;
    }

    private static JobState whole(JobState state) {
        int failures = state.failures().size();
        return failures == 0
                ? state.to(JobState.Phase.done)
                : state.failed((failures == 1 ? "1 prompt" : failures + " prompts") + " became no trace, "
                        + state.traces().size() + " did. Prompt "
                        + (state.failures().get(0).prompt() + 1) + ": "
                        + state.failures().get(0).error());
    }

    private static Outcome refused(Job job, Neo4jException e) {
        if (e instanceof ServiceUnavailableException
                || e instanceof SessionExpiredException
                || UNAVAILABLE.equals(e.code())) {
            job.takeBack();
            job.change(state -> state.waiting("waiting for Neo4j, which does not answer"));
            return Outcome.LATER;
        }
        LOG.errorf("A job could not write to the graph: %s", e.getMessage());
        job.change(state -> state.failed(
                where(state, job.steps()) + "Neo4j refused it, and nothing of it was kept: " + e.getMessage()));
        return Outcome.OVER;
    }

    // of several prompts the one is named that the others ended with
    private static String where(JobState state, JobSteps steps) {
        long prompts = state.total() / JobRunner.END;
        return state.kind() == JobState.Kind.trace && prompts > 1
                ? "prompt " + (steps.next() + 1) + " of " + prompts + ": "
                : "";
    }

    private static String reason(Throwable failure) {
        if (failure instanceof TraceException || failure instanceof Job.GivenUpException) {
            return String.valueOf(failure.getMessage());
        }
        if (failure instanceof OutOfMemoryError) {
            return "out of memory; trace a shorter prompt or a lower detail, or give Java more (HEADSTREAM_HEAP)";
        }
        LOG.error("A job failed", failure);
        return "an error of Headstream's own, " + failure.getClass().getSimpleName() + "; its log has the details";
    }
}
