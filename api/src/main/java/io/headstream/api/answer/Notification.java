package io.headstream.api.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.summary.InputPosition;
import org.neo4j.driver.summary.ResultSummary;

/** What there is to say of a statement that is no error: a label that no node has, say. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Notification(
        @Schema(examples = "WARNING") String severity,
        @Schema(examples = "Neo.ClientNotification.Statement.UnknownLabelWarning") @Nullable String code,
        String title,
        String description,
        @Nullable Place position) {

    /** Where in the statement; line and column count from 1, the offset from 0. */
    @Schema(name = "NotificationPosition")
    public record Place(int offset, int line, int column) {}

    public static List<Notification> of(ResultSummary explained) {
        return explained.notifications().stream().map(Notification::of).toList();
    }

    public static Notification cut(int rows, long bytes) {
        return new Notification(
                "INFORMATION",
                null,
                "The answer is cut",
                "its first " + rows + " rows make " + bytes / 1_000_000
                        + " MB, which is the most; return fewer columns, or add a LIMIT",
                null);
    }

    private static Notification of(org.neo4j.driver.summary.Notification said) {
        return new Notification(
                said.rawSeverityLevel().orElse("WARNING"),
                said.code(),
                said.title(),
                ExplainedStatement.message(said.description()),
                place(said.position()));
    }

    private static @Nullable Place place(@Nullable InputPosition position) {
        return position == null
                ? null
                : new Place(
                        ExplainedStatement.offset(position.offset()),
                        position.line(),
                        ExplainedStatement.column(position.line(), position.column()));
    }
}
