package io.headstream.api.trace;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.headstream.api.graph.Figures;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A trace in a list. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TraceSummary(
        String id,
        @Schema(description = "id of the model") String model,
        @Nullable String modelName,
        @Nullable String prompt,
        @Nullable String target,
        @Nullable String distractor,
        @Nullable
                @Schema(
                        description =
                                "the distractor that is proposed for the target: of the prompt's tokens that are written as it is, the one with the highest logit; where there is none, the next most probable token")
                String proposedDistractor,
        @Nullable @Schema(ref = "Metric") String metric,
        @Nullable Double metricValue,
        @Nullable @Schema(ref = "TraceDetail") String detail,
        @Schema(format = "date-time") String createdAt,
        @Nullable @Schema(description = "ms") Long elapsed,
        @Nullable Double coverage,
        List<String> tags,
        @Nullable Prediction prediction,
        @Nullable Long positions,
        @Nullable Long layers,
        @Nullable @Schema(description = "of a changed pass, the trace of the pass as it is") String baseline) {

    /** The most probable next token. */
    @Schema(name = "TracePrediction")
    public record Prediction(String text, double probability) {}

    static TraceSummary of(Map<String, Object> p, @Nullable Prediction prediction, @Nullable String baseline) {
        return new TraceSummary(
                String.valueOf(p.get("id")),
                String.valueOf(p.get("model")),
                (String) p.get("modelName"),
                (String) p.get("prompt"),
                (String) p.get("target"),
                (String) p.get("distractor"),
                (String) p.get("proposedDistractor"),
                (String) p.get("metric"),
                Figures.number(p, "metricValue"),
                (String) p.get("detail"),
                Figures.time(p.get("createdAt")),
                Figures.whole(p, "elapsed"),
                Figures.number(p, "coverage"),
                p.get("tags") instanceof List<?> tags
                        ? tags.stream().map(String::valueOf).toList()
                        : List.of(),
                prediction,
                Figures.whole(p, "positions"),
                Figures.whole(p, "layers"),
                baseline);
    }
}
