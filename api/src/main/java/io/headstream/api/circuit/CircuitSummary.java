package io.headstream.api.circuit;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a circuit is of and what it is worth. */
@Schema(name = "Circuit", description = "A circuit, its metrics means over prompts that it was not found with")
public record CircuitSummary(
        String id,
        @Schema(examples = "indirect objects") String name,
        @Schema(description = "id of the model") String model,
        String modelName,
        @Schema(description = "logit_difference or logit") String metric,
        @Schema(description = "what goes along cut edges: corrupted, mean or zero") String ablation,
        @Schema(description = "points of integrated gradients") int steps,
        @Schema(description = "the part of the metric that was to be kept") double keep,
        @Schema(description = "prompts that it was found with") int foundWith,
        @Schema(description = "prompts that it is judged by") int judgedBy,
        @Schema(description = "how many edges it has") int edges,
        @Schema(description = "how many edges the model has") int edgesOfModel,
        @Schema(description = "how many nodes its edges join") int nodes,
        double metricFull,
        double metricEmpty,
        double metricValue,
        @Schema(description = "(metricValue - metricEmpty) / (metricFull - metricEmpty)") double faithfulness,
        @Schema(description = "the same over the prompts that it was found with") double foundFaithfulness,
        @Schema(description = "faithfulness of the model without its edges") double complement,
        @Schema(description = "mean difference of circuit and model without random halves of it") double incompleteness,
        @Schema(description = "faithfulness of random circuits of its size") List<Double> random,
        @Schema(description = "circuits that were tried") int trials,
        @Schema(format = "date-time") String createdAt,
        @Schema(description = "ms that the search took") long elapsed) {

    /** Circuits, the newest first. */
    @Schema(name = "Circuits")
    public record All(List<CircuitSummary> items) {}
}
