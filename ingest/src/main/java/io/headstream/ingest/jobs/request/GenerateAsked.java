package io.headstream.ingest.jobs.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is generated after the prompt, as it is posted. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "GenerateRequest",
        description =
                "Lets the model go on, and traces the steps that are asked for: each explains the token that it generates (docs/generation.md)")
public record GenerateAsked(
        @Schema(description = "How many tokens; fewer where a special token, such as an end of text, comes before")
                @Nullable
                Integer tokens,
        @Schema(
                        description =
                                "Above 0 the next token is chosen by chance; 0 takes the most probable. 1 where topK, topP or seed is given",
                        defaultValue = "0")
                @Nullable
                Double temperature,
        @Schema(description = "Only so many of the most probable tokens") @Nullable Integer topK,
        @Schema(description = "Only the fewest tokens whose probabilities make so much") @Nullable Double topP,
        @Schema(description = "The same choices for the same seed", defaultValue = "0") @Nullable Long seed,
        @Schema(description = "Which steps are traced: all or last", defaultValue = "all") @Nullable String trace,
        @Schema(description = "The steps that are traced instead, from 1") @Nullable List<Integer> steps) {}
