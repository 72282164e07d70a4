package io.headstream.ingest.models;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A model as the api shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Model")
public record ModelView(
        @Schema(description = "Content hash; absent until the model is first loaded") @Nullable String id,
        String name,
        @Nullable String family,
        @Nullable Integer layers,
        @Nullable Integer heads,
        @Schema(description = "Heads that have keys and values of their own") @Nullable Integer keyValueHeads,
        @Nullable Integer dModel,
        @Nullable Integer dMlp,
        @Nullable Integer vocabulary,
        @Nullable Integer context,
        @Nullable Long parameters,
        @Nullable String dtype,
        @Schema(description = "The folder it was read from, or its id on the hub") String source,
        @Schema(description = "The hub's commit; absent for a folder") @Nullable String revision,
        @Nullable String sha256,
        @Schema(description = "What to know of it, such as NaN among its weights, or why its tokenizer is refused")
                List<String> notes,
        @Schema(description = "Whether prompts can be text; otherwise pass token ids") boolean tokenizer,
        @Schema(description = "Whether prompts can be messages: its tokenizer has a chat template") boolean chat,
        @JsonProperty("default") boolean isDefault,
        @Schema(description = "Whether its heads, neurons and tokens are in the graph") boolean inGraph,
        @Schema(description = "When it was added or pulled; absent where that was before the server started") @Nullable
                Instant addedAt,
        @Schema(description = "Why it cannot be traced") @Nullable String problem) {}
