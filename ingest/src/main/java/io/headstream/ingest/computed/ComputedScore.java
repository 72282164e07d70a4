package io.headstream.ingest.computed;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.headstream.tracer.score.ScoreSplit;
import io.headstream.tracer.score.Writer;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a head looks from one position at another: the score in parts. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ComputedScore(
        @Schema(description = "id of the trace") String trace,
        @Schema(description = "name of the head", examples = "L4H5") String head,
        @Schema(description = "position that attends") int query,
        @Schema(description = "position attended to") int key,
        @Nullable
                @Schema(
                        description =
                                "another key: all scores are then differences, key less against, hence logarithms of the ratio of weights")
                Integer against,
        @Schema(
                        description =
                                "query . key times the model's scale, before softmax and before what interventions do to scores")
                double score,
        @Schema(description = "of the attention pattern") double weight,
        @Nullable @Schema(description = "that of the other key") Double weightAgainst,
        @Schema(
                        description =
                                "by who wrote the query, with the key as it is; they add up to the score, the largest first")
                List<Part> queryParts,
        @Schema(
                        description =
                                "by who wrote the key, with the query as it is; they add up to the score, the largest first")
                List<Part> keyParts,
        @Schema(description = "the 30 strongest of one that wrote the query with one that wrote the key")
                List<Pair> pairs) {

    /** What one that wrote the query or the key does to the score. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ScorePart")
    public record Part(
            @Schema(description = "the component, the embedding, or a bias on the way", examples = "L3H2") String name,
            @Nullable
                    @Schema(
                            ref = "ActivationId",
                            description = "absent of biases on the way, and of keys where there are two")
                    String node,
            double score) {}

    /** What one that wrote the query and one that wrote the key make together. */
    @Schema(name = "ScorePair")
    public record Pair(String query, String key, double score) {}

    static ComputedScore of(String trace, ScoreSplit split) {
        boolean two = split.question().against().isPresent();
        return new ComputedScore(
                trace,
                split.head().toString(),
                split.question().query(),
                split.question().key(),
                two ? split.question().against().getAsInt() : null,
                split.score(),
                split.weight(),
                two ? split.weightAgainst() : null,
                parts(split.queryParts(), true),
                parts(split.keyParts(), !two),
                split.pairs().stream()
                        .map(pair -> new Pair(pair.query().name(), pair.key().name(), pair.score()))
                        .toList());
    }

    private static List<Part> parts(List<ScoreSplit.Part> parts, boolean placed) {
        return parts.stream()
                .sorted((one, other) -> Double.compare(Math.abs(other.score()), Math.abs(one.score())))
                .map(part -> new Part(part.writer().name(), placed ? node(part.writer()) : null, part.score()))
                .toList();
    }

    private static @Nullable String node(Writer writer) {
        return writer.node() == null ? null : writer.node().toString();
    }
}
