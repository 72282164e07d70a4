package io.headstream.api.trace;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.headstream.api.graph.Node;
import io.headstream.api.graph.TokenScore;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** All that is known of one activation. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Activation(
        @JsonUnwrapped Node node,
        List<String> labels,
        @Nullable @Schema(description = "token at its position") String text,
        @Nullable @Schema(examples = "L3H2") String component,
        @Nullable @Schema(description = "share of it that its stored parts leave out") Double remainder,
        @Nullable Double remainderDla,
        @Nullable Double activation,
        @Nullable Double strength,
        @Nullable @Schema(description = "of a head's pattern row, in nats") Double entropy,
        List<TokenScore> writes,
        List<TokenScore> erases,
        @Schema(description = "what a head's query looks for, at the target position") List<TokenScore> seeks,
        @Schema(description = "what a head's key answers to") List<TokenScore> offers,
        @Schema(description = "what a norm makes more probable: before and after") List<TokenShift> lifts,
        @Schema(description = "what a norm makes less probable") List<TokenShift> filters,
        List<Link> inputs,
        List<Link> outputs,
        @Schema(description = "the statement that gives the same; parameters trace and node") String cypher) {

    /** A token's probability before and after a norm. */
    public record TokenShift(String text, long rank, double before, double after) {}

    /** A part of it, or a whole it is in. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ActivationLink")
    public record Link(
            Node node,
            @Schema(ref = "LinkType") String type,
            @Nullable Double share,
            @Nullable Double weight,
            @Nullable Double dla,
            @Nullable Double effect,
            @Nullable @Schema(description = "of AFFECTS, what reads: query, key, value, mlp or logits") String via,
            @Nullable Long rank,
            @Nullable Double norm) {}
}
