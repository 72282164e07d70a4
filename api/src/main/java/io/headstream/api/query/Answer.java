package io.headstream.api.query;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a statement answers. */
@Schema(name = "Result")
public record Answer(
        @Schema(examples = "[\"head\", \"dla\"]") List<String> columns,
        @Schema(
                        description =
                                "A node is {$node}, a relationship {$relationship}, a path {$path}; whole numbers beyond 2^53"
                                        + " are strings, dates and times are ISO 8601")
                List<List<@Nullable Object>> rows,
        @Schema(description = "whether there are more rows than were asked for") boolean truncated,
        long elapsedMs) {}
