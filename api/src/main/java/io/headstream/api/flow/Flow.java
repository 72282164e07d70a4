package io.headstream.api.flow;

import io.headstream.api.graph.Node;
import io.headstream.api.story.Story;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What flows into a prediction: the parts that reach the last residual state over edges of at least the threshold. */
@Schema(name = "Flow")
public record Flow(
        @Schema(description = "id of the trace") String trace,
        double threshold,
        @Schema(ref = "FlowDetail") String detail,
        int layers,
        List<Position> positions,
        int targetPosition,
        @Schema(
                        ref = "ActivationId",
                        description = "the last residual state at the target position, which the picture leads to")
                String end,
        List<Node> nodes,
        List<Edge> edges,
        @Schema(description = "what the model would say after each layer at the target position, as the story has it")
                List<Story.State> lens,
        @Schema(description = "before anything was cut") Total total,
        @Schema(description = "the statement that gives the edges; parameters trace, threshold and detail")
                String cypher) {

    /** A token of the prompt in its place. */
    @Schema(name = "FlowPosition")
    public record Position(int index, String text) {}

    /** How much there is. */
    @Schema(name = "FlowTotal")
    public record Total(int nodes, int edges) {}
}
