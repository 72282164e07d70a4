package io.headstream.api.heads;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** All heads of a trace, layers x heads, with one figure each of what they do and how they attend. Figures have five digits. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "TraceHeads")
public record TraceHeads(
        @Schema(description = "id of the trace") String trace,
        @Schema(
                        description =
                                "the position that sums begin at: 1, since heads rest at the first that have nothing to read; 0 where the target is predicted there")
                int first,
        int targetPosition,
        @Schema(description = "by layer and index") List<Row> heads,
        @Schema(description = "the statement that gives the same; parameter trace") String cypher) {

    /** A head. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TraceHead")
    public record Row(
            @Schema(examples = "L3H2") String name,
            int layer,
            @Schema(description = "its index within the layer") int head,
            @Nullable
                    @Schema(
                            description =
                                    "sum of its outputs' effects, in the metric's units: an estimate, to first order; above 0 where it holds the metric up. Absent where the trace has no effects")
                    Double effect,
            @Nullable
                    @Schema(
                            description =
                                    "what the metric lost when it was set to zero at all positions: measured, and above 0 where it holds the metric up. Absent where that was not measured")
                    Double measured,
            @Nullable
                    @Schema(
                            description =
                                    "the largest absolute score of its edges in the newest circuit of the model; absent where it is not in it")
                    Double circuit,
            @Nullable @Schema(description = "direct logit attribution of its output at the target position") Double dla,
            @Nullable @Schema(description = "of its output at the target position, of the residual state it ends in")
                    Double share,
            @Nullable @Schema(description = "sum of its outputs' influence") Double influence,
            @Schema(
                            description =
                                    "means over the queries that can show them: firstToken, previousToken, currentToken, duplicateToken, induction, entropy (nats), evenness, distance; absent where no query can")
                    Map<String, Double> scores,
            @Nullable @Schema(description = "of its output, by position; absent where the trace has no effects")
                    List<Double> effects,
            @Nullable
                    @Schema(
                            ref = "ActivationId",
                            description =
                                    "its output where it does most (effect, else influence) among those that are nodes; absent where none is")
                    String strongest,
            @Schema(description = "ids of its outputs that are nodes, by position") Map<Integer, String> nodes) {}
}
