package io.headstream.api.compare;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Two traces, or two sets of traces, side by side. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Comparison(
        ComparedSide left,
        ComparedSide right,
        @Schema(ref = "ComparedBy") String by,
        @Nullable @Schema(ref = "FigureName") String sort,
        @Schema(description = "what to know before believing a difference") List<String> notes,
        @Nullable @Schema(description = "of two traces: their tokens, aligned") List<Pair> alignment,
        @Schema(description = "the next tokens: of two traces the 20 most probable of each")
                List<ComparedRow> predictions,
        List<ComparedRow> rows,
        @Schema(description = "whether there are more rows than the limit") boolean truncated,
        @Schema(description = "the statement that gives the rows") String cypher,
        @Schema(description = "its parameters") Map<String, @Nullable Object> parameters) {

    /** Two tokens that correspond, or one that has no counterpart. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AlignedTokens")
    public record Pair(
            @Nullable Place left,
            @Nullable Place right,
            @Schema(description = "whether both are there, and the same token") boolean same,
            @Schema(description = "whether a target position is among them") boolean target) {}

    /** A token of a prompt in its place. */
    @Schema(name = "AlignedToken")
    public record Place(int index, int id, String text) {}
}
