package io.headstream.api.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
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
        @Schema(description = "whether there are more rows than were asked for, or than an answer holds")
                boolean truncated,
        long elapsedMs,
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
                @Schema(description = "remarks on the statement, such as a label that no node has")
                List<Notification> notifications) {

    public Answer with(List<Notification> more) {
        List<Notification> all = new ArrayList<>(more);
        all.addAll(notifications);
        return new Answer(columns, rows, truncated, elapsedMs, all);
    }
}
