package io.headstream.api.component;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A head, a neuron or an MLP over the newest traces of its model. Figures have five digits. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ComponentOverview")
public record ComponentOverview(
        @Schema(description = "id of its model") String model,
        String modelName,
        @Schema(examples = "L3H2") String component,
        @Schema(enumeration = {"head", "neuron", "mlp"}) String kind,
        int layer,
        @Schema(description = "traces that it was found in, of the newest of its model") int traces,
        @Schema(
                        description =
                                "of a head: means over those traces of how it attends, by the names that :HeadPattern has for it; a score that no trace can show is absent")
                Map<String, Double> scores,
        @Schema(description = "tokens that its outputs at the target positions raise, the most frequent first")
                List<Written> writes,
        @Schema(description = "and those that they lower") List<Written> erases,
        @Schema(description = "what the weights alone say, once the model's index has read them") List<Said> weights,
        @Schema(description = "where it matters most, by the size of its effect, else of its DLA") List<Place> places,
        @Schema(
                        description =
                                "the statement that gives the places; parameters model, sample, and component or, of an MLP, layer")
                String cypher) {

    /** A token that it raises or lowers. */
    @Schema(name = "ComponentToken")
    public record Written(
            String token,
            @Schema(description = "in how many traces it is among the first") int traces,
            double meanRank) {}

    /** Tokens of one relation of its weights, by rank. */
    @Schema(name = "ComponentWeights")
    public record Said(@Schema(examples = "PROMOTES") String relation, List<String> tokens) {}

    /** What it does in one trace. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ComponentUse")
    public record Place(
            @Schema(description = "id") String trace,
            @Nullable String prompt,
            @Nullable String target,
            @Nullable String distractor,
            @Schema(description = "where it does most; of a trace without effects the target's") int position,
            @Schema(description = "its id there, whether or not it is kept as a node", ref = "ActivationId")
                    String node,
            @Nullable
                    @Schema(
                            description =
                                    "of its outputs at all positions but the first, of a neuron at this one: an estimate")
                    Double effect,
            @Nullable @Schema(description = "of its output at the target position") Double dla,
            @Nullable @Schema(description = "of a neuron: its value") Double activation) {}
}
