package io.headstream.api.trace;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.headstream.api.graph.Node;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A whole and its parts in order, as a waterfall draws them: each begins where the one before ended, and the last ends at the total.
 *
 * @param parts the remainder and the constant, which are no activations, last
 */
public record Sum(
        @Schema(description = "what is added up") String of,
        double total,
        List<Part> parts,
        @Schema(description = "the statement that gives the same; parameters trace and node") String cypher) {

    /** One step. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SumPart")
    public record Part(
            @Nullable Node node,
            @Schema(
                            description =
                                    "what it is called: a component, an activation, remainder (parts not stored) or"
                                            + " constant",
                            examples = "L5H1")
                    String name,
            double value,
            double start,
            double end) {}
}
