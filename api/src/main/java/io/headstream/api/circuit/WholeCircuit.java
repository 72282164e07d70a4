package io.headstream.api.circuit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A circuit with its nodes, in the order of the pass, and its edges, strongest first. */
@Schema(name = "WholeCircuit")
public record WholeCircuit(CircuitSummary circuit, List<Node> nodes, List<Edge> edges) {
    /** A component, the embedding or the logits. */
    @Schema(name = "CircuitNode")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Node(
            @Schema(examples = "L3H2") String name,
            @Schema(description = "embed, head, mlp or logits") String kind,
            int layer,
            @Schema(description = "of a head, its number") @Nullable Integer head) {}

    /** What one node writes and another reads. */
    @Schema(name = "CircuitEdge")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Edge(
            @Schema(examples = "L3H2") String from,
            @Schema(examples = "logits") String to,
            @Schema(description = "by EAP-IG: what cutting it alone would take from the metric, to first order")
                    double score,
            int rank,
            @Schema(
                            description =
                                    "what cutting it alone really took from the metric, a mean over traces; absent where no sweep of the circuit's edges measured it")
                    @Nullable
                    Double measured,
            @Schema(description = "how many traces that is a mean of") @Nullable Integer traces) {}
}
