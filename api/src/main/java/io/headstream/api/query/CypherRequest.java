package io.headstream.api.query;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A statement to run. */
public record CypherRequest(
        @NotBlank(message = "is empty; give a Cypher statement that reads")
                @Schema(examples = "MATCH (t:Trace) RETURN t.prompt LIMIT $n")
                String statement,
        @Nullable @Schema(examples = "{\"n\": 5}") Map<String, @Nullable Object> parameters,
        @Nullable @Min(1) @Max(10000) @Schema(description = "most rows", defaultValue = "1000") Integer limit) {

    static final int DEFAULT_LIMIT = 1000;

    Map<String, @Nullable Object> parametersOrNone() {
        return parameters == null ? Map.of() : parameters;
    }

    int limitOrDefault() {
        return limit == null ? DEFAULT_LIMIT : limit;
    }
}
