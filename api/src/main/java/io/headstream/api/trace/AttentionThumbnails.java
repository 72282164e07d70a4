package io.headstream.api.trace;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The attention patterns of all heads of a trace, small enough to be drawn side by side. */
@Schema(name = "AttentionThumbnails")
public record AttentionThumbnails(
        @Schema(description = "id of the trace") String trace,
        @Schema(description = "tokens of the prompt: rows and columns of the whole patterns") int positions,
        @Schema(
                        description =
                                "rows and columns of these: of longer prompts each cell stands for several positions, and has the largest of their weights")
                int size,
        @Schema(description = "by layer and index") List<Pattern> heads,
        @Schema(description = "the statement that gives the patterns whole; parameter trace") String cypher) {

    /** A head's pattern. */
    @Schema(name = "AttentionThumbnail")
    public record Pattern(
            @Schema(examples = "L3H2") String name,
            int layer,
            @Schema(description = "its index within the layer") int head,
            @Schema(
                            description =
                                    "Base64 of one byte a cell, 0 to 255 for weights of 0 to 1, row by row, of each row (a query) the cells up to the diagonal: size x (size + 1) / 2 bytes")
                    String cells) {}
}
