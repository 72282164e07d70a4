package io.headstream.api.library;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a field may be filled with. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Completion(
        @Schema(description = "what the parameter is to be", examples = "\" Mary\"") String value,
        @Schema(description = "what a person reads") String label,
        @Nullable @Schema(description = "what tells it from others") String detail) {

    /** Completions, best first. */
    @Schema(name = "Completions")
    public record Page(List<Completion> items) {}
}
