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
        @JsonProperty("state") Phase phase,
        @Schema(description = "What it is doing: waiting, loading model, forward pass, decomposition, writing, done")
                String stage,
        @Schema(description = "Steps done, of total") int done,
        int total,
        @Schema(description = "Ids of the traces that are complete") List<String> traces,
        @Schema(description = "Remarks for people") List<String> notes,
        @Schema(description = "Why it failed, and the remedy") @Nullable String error,
        JobRequest request,
        Instant createdAt) {

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

    JobState at(String nowStage, int nowDone) {
        return new JobState(id, Phase.running, nowStage, nowDone, total, traces, notes, error, request, createdAt);
    }

    JobState with(String trace) {
        List<String> more = new ArrayList<>(traces);
        more.add(trace);
        return new JobState(id, phase, stage, done, total, List.copyOf(more), notes, error, request, createdAt);
    }

    JobState to(Phase next) {
        String last = next == Phase.done ? "done" : stage;
        return new JobState(
                id, next, last, next == Phase.done ? total : done, total, traces, notes, error, request, createdAt);
    }

    JobState failed(String why) {
        return new JobState(id, Phase.failed, stage, done, total, traces, notes, why, request, createdAt);
    }
}
