package io.headstream.ingest.jobs.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.headstream.ingest.chat.ChatMessage;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What to trace, as it is posted. One of prompt, prompts, messages and tokens. Of detail, shares and effects the document names the words: JobWords. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What to trace. Give exactly one of prompt, prompts, messages, tokens and circuit.")
public record JobRequest(
        @Schema(
                        description =
                                "A model's name, id or folder under HEADSTREAM_MODELS, or the hub id of one that was pulled; the default model where absent",
                        examples = "headstream-sample")
                @Nullable
                String model,
        @Schema(examples = "When Mary and John went to the store, John gave a drink to") @Nullable String prompt,
        @Schema(description = "Several prompts, a trace each") @Nullable List<String> prompts,
        @Schema(
                        description =
                                "A chat instead of a prompt: its turns are put into the model's own chat template, up to where the assistant is to speak")
                @Nullable
                List<ChatMessage> messages,
        @Schema(description = "Token ids instead of text") @Nullable List<Integer> tokens,
        @Schema(
                        description =
                                "What is put before prompts given as text: auto is what the tokenizer puts there, unless the prompt begins with it; add a BOS in any case; none nothing. The trace's notes say where it is not what the prompt shows",
                        defaultValue = "auto")
                @Nullable
                String bos,
        @Schema(
                        description =
                                "The token to explain, or an answer of several, explained as a whole; a leading space matters. Written as it is shown: a text, [17] by its id, [17][23] by several, <0xE2> by its bytes, with escapes such as \\n (docs/tokens.md). The pass's own prediction where absent",
                        examples = " Mary")
                @Nullable
                String target,
        @Schema(description = "The target as token ids instead") @Nullable List<Integer> targetTokens,
        @Schema(
                        description =
                                "Where given, the metric is the target's logit minus this token's; written as the target is, and of as many tokens",
                        examples = " John")
                @Nullable
                String distractor,
        @Schema(description = "The distractor as token ids instead") @Nullable List<Integer> distractorTokens,
        @Schema(
                        description =
                                "What is explained: the target's logit, or its difference to a distractor's. Where difference is asked for and no distractor given, one is proposed: the token of the prompt, written as the target is, with the highest logit; where there is none, the next most probable. Difference where a distractor is given, else logit")
                @Nullable
                String metric,
        @Schema(description = "The position whose prediction is explained; the last where absent") @Nullable
                Integer position,
        @Schema(description = "How much to keep", defaultValue = "neurons") @Nullable String detail,
        @Schema(
                        description =
                                "The measure of shares and influence: L1 proximity, or the same by Euclidean distance",
                        defaultValue = "l1")
                @Nullable
                String shares,
        @Schema(
                        description =
                                "What effects are estimated of: the logit (with a distractor, the difference), the probability, or none",
                        defaultValue = "logit")
                @Nullable
                String effects,
        @Schema(
                        description = "Points of integrated gradients, 1 to 64; 1 takes the pass's own gradient",
                        defaultValue = "1")
                @Nullable
                Integer steps,
        @Schema(
                        description =
                                "Nodes that the trace may have at most, 1000 to 200000; with detail full it has what it has",
                        defaultValue = "12000")
                @Nullable
                Integer budget,
        @Schema(description = "Whether to trace what is refused for its size", defaultValue = "false") @Nullable
                Boolean force,
        @Schema(description = "Labels to find the traces by") @Nullable List<String> tags,
        @Schema(
                        description =
                                "What is changed in the pass: the trace is linked to that of the pass as it is, which is made first where it is not there (docs/interventions.md)")
                @Nullable
                List<InterventionAsked> interventions,
        @Schema(
                        description =
                                "Goes through components of the prompt's trace, which is made first where it is not there, and keeps what changing each does (docs/interventions.md)")
                @Nullable
                SweepAsked sweep,
        @Schema(
                        description =
                                "What is measured of the trace in the same job, by a sweep that sets each to zero: MLPs, heads, all of them or none (docs/interventions.md)",
                        defaultValue = "none")
                @Nullable
                String measure,
        @Schema(
                        description =
                                "Lets the model go on, and traces its steps, each explaining the token that it says and linked to the next (docs/generation.md)")
                @Nullable
                GenerateAsked generate,
        @Schema(
                        description =
                                "Finds a circuit from the prompts in it, instead of tracing any (docs/circuits.md); no prompt, prompts, messages or tokens are given then")
                @Nullable
                CircuitAsked circuit)
        implements JobSubject {
    /** Names of the members that are given. */
    public List<String> given() {
        return Arrays.stream(JobRequest.class.getRecordComponents())
                .filter(member -> {
                    try {
                        return member.getAccessor().invoke(this) != null;
                    } catch (ReflectiveOperationException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .map(RecordComponent::getName)
                .toList();
    }

    /** A prompt for the default model, its prediction compared with the distractor that is proposed, otherwise traced as usual. */
    public static JobRequest of(String prompt, List<String> tags) {
        return new JobRequest(
                null,
                prompt,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                JobMetric.DIFFERENCE.label(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                tags,
                null,
                null,
                null,
                null,
                null);
    }
}
