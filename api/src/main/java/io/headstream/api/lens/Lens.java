package io.headstream.api.lens;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The logit lens of a trace, layers x positions. Probabilities are 0 to 1 and have five digits. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Lens")
public record Lens(
        @Schema(description = "id of the trace") String trace,
        int targetPosition,
        @Schema(description = "upward: of resid_post the embedding first") List<State> states,
        @Schema(description = "texts of the tokens that are named, by their ids") Map<Long, String> texts,
        @Schema(description = "the statement that gives the same; parameters trace and sites") String cypher,
        @Schema(description = "what the statement is asked with, beside the trace") List<String> sites) {

    /** A layer's state at all positions. */
    @Schema(name = "LensState")
    public record State(
            int layer,
            String site,
            @Schema(description = "by position; 1 is the most probable") List<Long> targetRank,
            @Schema(description = "by position") List<Double> targetProbability,
            @Schema(description = "by position, ids of the most probable tokens, the first the most")
                    List<List<Long>> tokens,
            @Schema(description = "their probabilities") List<List<Double>> probabilities,
            @Schema(description = "ids of the states that are nodes, by position") Map<Integer, String> nodes) {}
}
