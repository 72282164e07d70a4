package io.headstream.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
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
                        description =
                                "trace: prompts become traces. pull: a model comes from the hub. index: a model's weights are read")
                Kind kind,
        @JsonProperty("state") Phase phase,
        @Schema(
                        description =
                                "What it is doing: waiting, download, loading model, forward pass, decomposition, writing, reading weights, done")
                String stage,
        @Schema(description = "Steps done, of total; bytes where the stage is download") long done,
        long total,
        @Schema(description = "Ids of the traces that are complete") List<String> traces,
        @Schema(description = "Remarks for people") List<String> notes,
        @Schema(description = "Why it failed, and the remedy") @Nullable String error,
        @Schema(description = "What a pull brought: the model's name") @Nullable String model,
        JobSubject request,
        Instant createdAt) {

    /** Named as in JSON. */
    public enum Kind {
        trace,
        pull,
        index
    }

    /** Named as in JSON. */
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

    static JobState queued(String id, Kind kind, long total, List<String> notes, JobSubject request) {
        return new JobState(
                id, kind, Phase.queued, "waiting", 0, total, List.of(), notes, null, null, request, Instant.now());
    }

    JobState at(String nowStage, long nowDone) {
        return at(nowStage, nowDone, total);
    }

    JobState at(String nowStage, long nowDone, long nowTotal) {
        return new JobState(
                id, kind, Phase.running, nowStage, nowDone, nowTotal, traces, notes, error, model, request, createdAt);
    }

    JobState bringing(String name) {
        return new JobState(id, kind, phase, stage, done, total, traces, notes, error, name, request, createdAt);
    }

    JobState with(String trace) {
        List<String> more = new ArrayList<>(traces);
        more.add(trace);
        return new JobState(
                id, kind, phase, stage, done, total, List.copyOf(more), notes, error, model, request, createdAt);
    }

    JobState to(Phase next) {
        String last = next == Phase.done ? "done" : stage;
        return new JobState(
                id,
                kind,
                next,
                last,
                next == Phase.done ? total : done,
                total,
                traces,
                notes,
                error,
                model,
                request,
                createdAt);
    }

    JobState failed(String why) {
        return new JobState(id, kind, Phase.failed, stage, done, total, traces, notes, why, model, request, createdAt);
    }
}
