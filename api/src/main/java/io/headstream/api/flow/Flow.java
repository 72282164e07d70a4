package io.headstream.api.flow;

import io.headstream.api.graph.Node;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What flows into a prediction: the parts that reach the last residual state over edges of at least the threshold. */
@Schema(name = "Flow")
public record Flow(
        @Schema(description = "id of the trace") String trace,
        double threshold,
        String detail,
        int layers,
        List<Position> positions,
        int targetPosition,
        List<Node> nodes,
        List<Edge> edges,
        @Schema(description = "before anything was cut") Total total,
        @Schema(description = "a statement for the edges behind the picture; parameters trace and threshold")
                String cypher) {

    /** A token of the prompt in its place. */
    public record Position(int index, String text) {}

    /** How much there is. */
    public record Total(int nodes, int edges) {}
}
