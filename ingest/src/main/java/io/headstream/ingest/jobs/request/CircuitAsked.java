package io.headstream.ingest.jobs.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A circuit that is to be found, as it is posted. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "CircuitRequest",
        description = "Finds the smallest set of edges between components that keeps a behaviour (docs/circuits.md)")
public record CircuitAsked(
        @Schema(
                        description = "What it is called; a circuit of that name and model is replaced",
                        examples = "indirect objects")
                @Nullable
                String name,
        @Schema(description = "Prompts of the behaviour, each with what it asks for") @Nullable List<Example> prompts,
        @Schema(
                        description =
                                "What goes along cut edges: corrupted, what writers make of a corrupted prompt; mean, their mean over the prompts; or zero. Corrupted where each prompt has or can be given a corrupted one, else mean")
                @Nullable
                String ablation,
        @Schema(
                        description =
                                "The part of the metric, between that with no edge and that with all, that is kept",
                        defaultValue = "0.9")
                @Nullable
                Double keep,
        @Schema(description = "Points of integrated gradients, 1 to 64", defaultValue = "5") @Nullable Integer steps,
        @Schema(
                        description = "How many circuits may be tried while edges are taken out, 0 to 10000",
                        defaultValue = "100")
                @Nullable
                Integer trials,
        @Schema(
                        description =
                                "With how many of the prompts, drawn at random, it is found; it is judged by the others. Half of them where nothing is said")
                @Nullable
                Integer find,
        @Schema(description = "Of what is drawn at random", defaultValue = "0") @Nullable Long seed) {

    /** A prompt of the behaviour. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CircuitPrompt")
    public record Example(
            @Schema(examples = "When Mary and John went to the store, John gave a drink to") @Nullable String prompt,
            @Schema(
                            description =
                                    "A prompt of as many tokens that asks for something else. Where absent, the prompt with the target in the place of the distractor's last mention, if it has one",
                            examples = "When Mary and John went to the store, Mary gave a drink to")
                    @Nullable
                    String corrupted,
            @Schema(examples = " Mary") @Nullable String target,
            @Schema(
                            description = "Where given, the metric is the target's logit minus this token's",
                            examples = " John")
                    @Nullable
                    String distractor) {}
}
