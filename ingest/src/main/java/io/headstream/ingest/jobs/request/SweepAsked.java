package io.headstream.ingest.jobs.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A sweep of the prompt, as it is posted. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "SweepRequest",
        description = "Changes one component after the other and measures what it does (docs/interventions.md)")
public record SweepAsked(
        @Schema(
                        description =
                                "What is gone through: heads, mlps, resid_pre (layer by position), neurons, or edges, those of a circuit, each cut in turn")
                @Nullable
                String of,
        @Schema(description = "Of edges: the circuit's name or id, of this model") @Nullable String circuit,
        @Schema(
                        description =
                                "zero, mean, patch or resample. Zero where nothing is said; of edges as they were cut in the circuit's search, where a corrupted prompt without `from` is the prompt with its target in the place of the distractor's last mention")
                @Nullable
                String kind,
        @Schema(description = "Positions at which each is changed; all where nothing is said") @Nullable
                List<Integer> positions,
        @Schema(description = "The target position alone", defaultValue = "false") @Nullable Boolean target,
        @Schema(description = "How many of the strongest neurons", defaultValue = "100") @Nullable Integer neurons,
        InterventionAsked.@Nullable From from) {}
