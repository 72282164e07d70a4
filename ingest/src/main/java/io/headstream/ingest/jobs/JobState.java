package io.headstream.ingest.jobs;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.headstream.ingest.jobs.request.JobSubject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A job at one moment. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Job")
public record JobState(
        String id,
        @Schema(
                        description = "trace: prompts become traces. pull: a model comes from the hub. index: a model's"
                                + " weights are read. circuit: a circuit is found")
                Kind kind,
        @JsonProperty("state") Phase phase,
        @Schema(
                        description =
                                "What it is doing: waiting, download, loading model, forward pass, decomposition,"
                                        + " writing, reading weights, scoring edges, looking for the size, taking edges out, judging the circuit, done; or, in words, what it waits for")
                String stage,
        @Schema(description = "Steps done, of total; bytes where the stage is download") long done,
        long total,
        @Schema(description = "How many prompts come before its next one, while it waits") @Nullable Integer place,
        @Schema(description = "Ids of the traces that are complete") List<String> traces,
        @Schema(description = "Prompts that became no trace, while the others did")
                @JsonInclude(JsonInclude.Include.NON_EMPTY)
                List<Failure> failures,
        @Schema(description = "Remarks for people") List<String> notes,
        @Schema(description = "Why it failed, and the remedy") @Nullable String error,
        @Schema(description = "What a pull brought, or a circuit is of: the model's name") @Nullable String model,
        JobSubject request,
        Instant createdAt) {

    /** Named as in JSON. */
    @Schema(name = "JobKind")
    public enum Kind {
        trace,
        pull,
        index,
        circuit
    }

    /** Named as in JSON. */
    @Schema(name = "JobPhase")
    public enum Phase {
        queued,
        running,
        done,
        failed,
        cancelled;

        boolean isFinal() {
            return this == done || this == failed || this == cancelled;
        }
    }

    /**
     * A prompt that became no trace.
     *
     * @param prompt its number in the request, from 0
     */
    @Schema(name = "FailedPrompt")
    public record Failure(int prompt, String error) {}

    static JobState queued(String id, Kind kind, long total, List<String> notes, JobSubject request) {
        return new JobState(
                id,
                kind,
                Phase.queued,
                "waiting",
                0,
                total,
                null,
                List.of(),
                List.of(),
                notes,
                null,
                null,
                request,
                Instant.now());
    }

    JobState at(String nowStage, long nowDone) {
        return at(nowStage, nowDone, total);
    }

    JobState at(String nowStage, long nowDone, long nowTotal) {
        return copy(Phase.running, nowStage, nowDone, nowTotal, null, error);
    }

    /** Waiting again, for what the stage says. */
    JobState waiting(String nowStage) {
        return copy(Phase.queued, nowStage, done, total, null, error);
    }

    JobState atPlace(int nowPlace) {
        return copy(phase, stage, done, total, nowPlace, error);
    }

    JobState bringing(String name) {
        return new JobState(
                id, kind, phase, stage, done, total, place, traces, failures, notes, error, name, request, createdAt);
    }

    JobState with(String trace) {
        return with(plus(traces, trace), failures);
    }

    JobState with(Failure failure) {
        return with(traces, plus(failures, failure));
    }

    JobState to(Phase next) {
        boolean whole = next == Phase.done;
        return copy(next, whole ? "done" : stage, whole ? total : done, total, null, error);
    }

    JobState failed(String why) {
        return copy(Phase.failed, stage, done, total, null, why);
    }

    private JobState with(List<String> nowTraces, List<Failure> nowFailures) {
        return new JobState(
                id,
                kind,
                phase,
                stage,
                done,
                total,
                place,
                nowTraces,
                nowFailures,
                notes,
                error,
                model,
                request,
                createdAt);
    }

    private JobState copy(
            Phase nowPhase,
            String nowStage,
            long nowDone,
            long nowTotal,
            @Nullable Integer nowPlace,
            @Nullable String nowError) {
        return new JobState(
                id, kind, nowPhase, nowStage, nowDone, nowTotal, nowPlace, traces, failures, notes, nowError, model,
                request, createdAt);
    }

    private static <T> List<T> plus(List<T> list, T one) {
        List<T> more = new ArrayList<>(list);
        more.add(one);
        return List.copyOf(more);
    }
}
