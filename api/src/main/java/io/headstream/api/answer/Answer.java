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
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Nullable
                @Schema(
                        description =
                                "of a named query: true where there are more rows than its own parameter limit asks for")
                Boolean limited,
        long elapsedMs,
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
                @Schema(description = "remarks on the statement, such as a label that no node has")
                List<Notification> notifications) {

    public Answer(
            List<String> columns,
            List<List<@Nullable Object>> rows,
            boolean truncated,
            long elapsedMs,
            List<Notification> notifications) {
        this(columns, rows, truncated, null, elapsedMs, notifications);
    }

    /** The same as an answer to a question that is limited by itself: it has all rows that it was asked for, and there may be more. */
    public Answer limitedByItself(boolean more) {
        return new Answer(columns, rows, false, more ? true : null, elapsedMs, notifications);
    }

    public Answer with(List<Notification> more) {
        List<Notification> all = new ArrayList<>(more);
        all.addAll(notifications);
        return new Answer(columns, rows, truncated, limited, elapsedMs, all);
    }
}
