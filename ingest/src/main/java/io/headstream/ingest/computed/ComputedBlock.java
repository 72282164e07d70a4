package io.headstream.ingest.computed;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.headstream.schema.Figure;
import io.headstream.schema.TokenEdgeType;
import io.headstream.tracer.tokenizer.Vocabulary;
import io.headstream.tracer.trace.Activation;
import io.headstream.tracer.trace.BlockAt;
import io.headstream.tracer.trace.Edge;
import io.headstream.tracer.trace.TokenEdge;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a block does at one position, or one activation of it, computed anew with the figures that the trace would give, kept or not. */
public record ComputedBlock(
        @Schema(description = "id of the trace") String trace,
        int layer,
        int position,
        @Schema(description = "the token whose rank and probability each node's targetRank and targetProbability are")
                Word token,
        @Schema(
                        description =
                                "its states, sums, norms and biases; every head with the memory values that it reads; the neurons that are large there and those with the largest effect")
                List<Node> nodes,
        @Schema(description = "between them; AFFECTS is not among them") List<Link> edges) {

    /** A token. */
    @Schema(name = "ComputedToken")
    public record Word(int id, String text) {}

    /** An activation. */
    @Schema(name = "ComputedNode")
    public record Node(
            @Schema(ref = "ActivationId") String id,
            @Schema(ref = "NodeKind") String kind,
            @Schema(description = "whether the trace keeps it") boolean stored,
            @Schema(description = "under the names that the graph has for them; dla at the target position alone")
                    Map<String, Double> figures,
            List<Said> writes,
            List<Said> erases,
            @Schema(description = "what a head's query looks for") List<Said> seeks,
            @Schema(description = "what a head's key answers to") List<Said> offers,
            @Schema(description = "what a norm makes more probable") List<Said> lifts,
            @Schema(description = "what a norm makes less probable") List<Said> filters) {}

    /** A token that a node says something about. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ComputedWord")
    public record Said(
            @Schema(description = "its id") int token,
            String text,
            int rank,
            @Nullable Double logit,
            @Nullable Double probability,
            @Nullable Double before,
            @Nullable Double after) {}

    /** A relationship. */
    @Schema(name = "ComputedEdge")
    public record Link(
            @Schema(ref = "LinkType") String type,
            @Schema(ref = "ActivationId") String from,
            @Schema(ref = "ActivationId") String to,
            Map<String, Double> figures) {}

    /** @param stored ids of those activations that the trace keeps */
    static ComputedBlock of(String trace, BlockAt block, Set<String> stored, Vocabulary vocabulary) {
        Map<String, Map<TokenEdgeType, List<Said>>> words = block.tokenEdges().stream()
                .collect(Collectors.groupingBy(
                        edge -> edge.from().toString(),
                        Collectors.groupingBy(
                                TokenEdge::type,
                                () -> new EnumMap<>(TokenEdgeType.class),
                                Collectors.mapping(edge -> said(edge, vocabulary), Collectors.toList()))));
        return new ComputedBlock(
                trace,
                block.layer(),
                block.position(),
                new Word(block.token(), vocabulary.spelling(block.token())),
                block.activations().stream()
                        .map(activation -> node(
                                activation,
                                stored.contains(activation.place().toString()),
                                words.getOrDefault(activation.place().toString(), Map.of())))
                        .toList(),
                block.edges().stream().map(ComputedBlock::link).toList());
    }

    private static Node node(Activation activation, boolean stored, Map<TokenEdgeType, List<Said>> words) {
        Function<TokenEdgeType, List<Said>> of = type -> words.getOrDefault(type, List.of());
        return new Node(
                activation.place().toString(),
                activation.place().kind().apiName(),
                stored,
                figures(activation.figures()),
                of.apply(TokenEdgeType.WRITES),
                of.apply(TokenEdgeType.ERASES),
                of.apply(TokenEdgeType.SEEKS),
                of.apply(TokenEdgeType.OFFERS),
                of.apply(TokenEdgeType.LIFTS),
                of.apply(TokenEdgeType.FILTERS));
    }

    private static Link link(Edge edge) {
        return new Link(edge.type().name(), edge.from().toString(), edge.to().toString(), figures(edge.figures()));
    }

    private static Map<String, Double> figures(Map<Figure, Double> figures) {
        Map<String, Double> named = new TreeMap<>();
        figures.forEach((figure, value) -> named.put(figure.property(), value));
        return named;
    }

    private static Said said(TokenEdge edge, Vocabulary vocabulary) {
        return new Said(
                edge.token(),
                vocabulary.spelling(edge.token()),
                edge.rank(),
                edge.figures().get(Figure.LOGIT.property()),
                edge.figures().get(Figure.PROBABILITY.property()),
                edge.figures().get(Figure.BEFORE.property()),
                edge.figures().get(Figure.AFTER.property()));
    }
}
