package io.headstream.ingest.jobs.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One change of the pass, as it is posted. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Intervention", description = "One change of the pass (docs/interventions.md)")
public record InterventionAsked(
        @Schema(
                        description =
                                "zero, scale, add, patch, resample, mean; freeze (as it is in the unchanged pass), path (as it becomes where a sender alone changes); of attention terms remove (the row keeps its other weights) or mask (they make 1 again)")
                @Nullable
                String kind,
        @Nullable Place at,
        @Schema(description = "The factor of scale, what add's vector is multiplied by", defaultValue = "1") @Nullable
                Double strength,
        @Nullable From from) {

    /** Where. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "InterventionPlace",
            description = "A component, or a site with its layer; and positions, all where nothing is said")
    public record Place(
            @Schema(description = "A head, neuron or MLP", examples = "L3H4") @Nullable String component,
            @Schema(
                            description =
                                    "By TransformerLens's name: hook_embed, hook_resid_pre, hook_resid_mid, hook_resid_post, attn.hook_z, attn.hook_result, hook_attn_out, mlp.hook_post, hook_mlp_out; ln1.hook_scale, ln2.hook_scale, ln_final.hook_scale and attn.hook_pattern to be frozen")
                    @Nullable
                    String site,
            @Nullable Integer layer,
            @Nullable Integer head,
            @Nullable Integer neuron,
            @Schema(description = "Positions from 0; of attention terms, the queries") @Nullable
                    List<Integer> positions,
            @Schema(description = "The target position", defaultValue = "false") @Nullable Boolean target,
            @Schema(description = "Of attention terms, the keys") @Nullable List<Integer> keys) {}

    /** What is put in. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "InterventionFrom",
            description =
                    "What is put in: numbers, a row of the weights, another prompt's value (patch), the difference of two prompts' (add), or the mean over some")
    public record From(
            @Nullable List<Double> numbers,
            @Schema(description = "A token's column of W_U", examples = " Mary") @Nullable String unembedding,
            @Schema(description = "A token's row of W_E", examples = " Mary") @Nullable String embedding,
            @Schema(description = "A neuron's row of W_out", examples = "L3N12") @Nullable String neuron,
            @Schema(
                            description =
                                    "Of path: the head or MLP before it that changes in what it reads; to 0, or to its value in prompt",
                            examples = "L2H1")
                    @Nullable
                    String sender,
            @Schema(description = "Another prompt") @Nullable String prompt,
            @Schema(description = "The same as token ids") @Nullable List<Integer> tokens,
            @Schema(description = "A prompt whose value is taken off that one's") @Nullable String minus,
            @Schema(description = "The same as token ids") @Nullable List<Integer> minusTokens,
            @Schema(description = "Prompts whose mean is taken") @Nullable List<String> prompts,
            @Schema(description = "The same as token ids") @Nullable List<List<Integer>> tokensOfPrompts,
            @Schema(
                            description =
                                    "Each position has its own mean, of prompts as long as the changed one; else one over all positions",
                            defaultValue = "false")
                    @Nullable
                    Boolean byPosition,
            @Schema(
                            description =
                                    "[here, there] for each position that is patched; where absent, prompts of one length are aligned position by position, others by the tokens that they share")
                    @Nullable
                    List<List<Integer>> positions) {}
}
