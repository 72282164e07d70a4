package io.headstream.api.compare;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One of the two that are compared. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ComparedSide(
        @Schema(description = "the trace's id, or tag:NAME", examples = "tag:ioi") String name,
        @Schema(description = "how many traces it is") long traces,
        @Nullable @Schema(description = "absent of a tag") Of trace) {

    /** The trace that a side is. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ComparedTrace")
    public record Of(
            String id,
            String model,
            @Nullable String modelName,
            @Nullable String prompt,
            @Nullable String target,
            @Nullable String distractor,
            @Nullable @Schema(ref = "Metric") String metric,
            @Nullable Double metricValue,
            long targetPosition,
            @Nullable @Schema(description = "of an answer of several tokens: their texts") List<String> answerTokens,
            @Nullable
                    @Schema(
                            description =
                                    "of an answer of several tokens: where each is predicted; absent of one token")
                    List<Long> targetPositions,
            long layers,
            @Nullable @Schema(ref = "TraceDetail") String detail,
            List<String> tags) {
        /** Where each token of the answer is predicted. */
        List<Long> targets() {
            return targetPositions == null ? List.of(targetPosition) : targetPositions;
        }

        boolean isTarget(long position) {
            return targets().contains(position);
        }
    }
}
