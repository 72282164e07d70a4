package io.headstream.api.story;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** All that the first picture of a trace is drawn of, from the fewest components to the most: nothing more is asked while one shows more or less of it. Figures have five digits. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Story")
public record Story(
        @Schema(description = "id of the trace") String trace,
        @Schema(
                        ref = "StoryMeasure",
                        description =
                                "what ranks: measured, what setting a component to zero really did, where all heads and MLPs were swept; effect, an estimate to first order; or where the trace has no effects, dla, at the target position. Keys and moves weigh by estimates")
                String measure,
        @Schema(description = "what it can be told in: `measure` asks for one of them") List<String> measures,
        @Schema(
                        description =
                                "what effects are of: logit (of the metric, also where it is a difference), probability or none")
                String effects,
        @Nullable @Schema(ref = "Metric") String metric,
        @Nullable Double metricValue,
        @Nullable String target,
        @Nullable String distractor,
        int targetPosition,
        @Nullable Double targetProbability,
        @Nullable @Schema(description = "the most probable next token") Predicted prediction,
        int layers,
        List<Place> positions,
        @Schema(description = "by `from`, then by rank") List<Part> components,
        List<Link> edges,
        @Schema(description = "the logit lens at the target position: the state after each layer") List<State> lens,
        Totals totals,
        @Schema(description = "the statement that gives the ranked components; parameter trace") String cypher) {

    /** A token of the prompt in its place. */
    @Schema(name = "StoryPosition")
    public record Place(int index, String text) {}

    /** A token and how probable it is. */
    @Schema(name = "StoryPrediction")
    public record Predicted(String text, double probability) {}

    /** A head or MLP at one position. What it adds goes into that position's stream. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "StoryComponent")
    public record Part(
            @Schema(ref = "ActivationId") String id,
            @Schema(ref = "StoryComponentKind") String kind,
            @Schema(examples = "L3H2") String name,
            int layer,
            @Nullable @Schema(description = "the head's index within the layer") Integer head,
            int position,
            @Schema(description = "the least number of ranked components with which it is shown") int from,
            @Schema(ref = "StoryRole", description = "why it is here") String role,
            @Nullable
                    @Schema(
                            description =
                                    "its component's place, heads and MLPs on quotas; absent of one that others brought in")
                    Integer rank,
            @Nullable Double effect,
            @Nullable Double dla,
            @Nullable Double share,
            @Nullable Double influence,
            @Schema(
                            description =
                                    "of a head: the keys that count most, at most four and the caption's; the first is the token that it reads")
                    List<Key> reads,
            @Schema(
                            description =
                                    "the target or the distractor, where they are among the first five tokens that it writes")
                    List<Token> writes,
            @Schema(description = "of an MLP at the target position: its strongest neurons") List<Neuron> neurons,
            @Nullable Observation caption,
            @Nullable @Schema(description = "what changing it does to the metric; absent where that was not measured")
                    Measured measured) {}

    /** A key that a head attends to. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "StoryKey")
    public record Key(
            int position,
            double weight,
            @Nullable Double effect,
            @Nullable @Schema(description = "of the head's output") Double share) {}

    /** A token among the first of a vocabulary projection. */
    @Schema(name = "StoryToken")
    public record Token(String text, int rank) {}

    /** A neuron with its effect, or its dla where there are no effects. */
    @Schema(name = "StoryNeuron")
    public record Neuron(@Schema(ref = "ActivationId") String id, String name, double amount) {}

    /** What a head is seen to do, and the figures that it is seen by. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "StoryCaption")
    public record Observation(
            @Schema(ref = "StoryCaptionText") String text,
            @Schema(description = "position of the key that it is about") int key,
            double weight,
            @Nullable @Schema(description = "rank of the token among those it writes, where the caption is about that")
                    Integer rank) {}

    /** The metric minus the metric after the change: above 0 where the component holds the metric up, as an effect is. */
    @Schema(name = "StoryMeasured")
    public record Measured(double effect, @Schema(description = "what was changed, and where") String scope) {}

    /** What one component does to what another reads. */
    @Schema(name = "StoryEdge")
    public record Link(
            @Schema(ref = "ActivationId", description = "the earlier component") String source,
            @Schema(ref = "ActivationId", description = "the one that reads") String target,
            @Schema(ref = "StoryVia", description = "what is moved: the head's query, key or value, or an MLP's input")
                    String via,
            @Schema(description = "where: of a key or value, the key's") int position,
            double effect,
            @Schema(description = "the least number of ranked components with which both ends are shown") int from) {}

    /** A layer's state at the target position. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "StoryState")
    public record State(
            @Schema(ref = "ActivationId") String id,
            int layer,
            @Nullable @Schema(description = "what the model would say there") String token,
            @Nullable Double probability,
            @Nullable
                    @Schema(
                            description =
                                    "where `token` is nothing but white space: the first that is more, of those that the state keeps")
                    Word word,
            @Nullable Long targetRank,
            @Nullable Double targetProbability,
            @Nullable @Schema(description = "where it is among the tokens that the state keeps")
                    Double distractorProbability) {}

    /** What else a state would say. */
    @Schema(name = "StoryWord")
    public record Word(String text, int rank, double probability) {}

    /** What is told, and what there is. */
    @Schema(name = "StoryTotals")
    public record Totals(
            @Schema(
                            description =
                                    "sum of |effect| (or |dla|) over all heads and MLPs at all positions that count; of what was measured, over all heads and MLPs")
                    double amount,
            @Schema(description = "heads and MLPs that have any") int components,
            @Schema(description = "those of them that are here for what they do themselves") int ranked,
            @Schema(description = "those left out because they rest on the first token") int sinks) {}
}
