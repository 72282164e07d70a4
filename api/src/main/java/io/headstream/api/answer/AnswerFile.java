package io.headstream.api.answer;

import io.headstream.api.export.AnswerExport;
import io.headstream.api.export.ExportFormat;
import io.headstream.api.export.FileName;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** An answer as a file: asked like any other, within the same limits, but with more rows. */
public final class AnswerFile {
    public static final int MOST_ROWS = 100_000;
    private static final String TRUNCATED = "X-Headstream-Truncated";

    private AnswerFile() {}

    /** Fails with status 400 if the answer has nothing that the format is made of. */
    public static Response of(Answer answer, String name, ExportFormat format) {
        Object body =
                format == ExportFormat.JSON ? answer : new AnswerExport(answer.columns(), answer.rows()).as(format);
        return Response.ok(body, format.answerType())
                .header(HttpHeaders.CONTENT_DISPOSITION, FileName.attachment(name + "." + format.answerExtension()))
                .header(TRUNCATED, answer.truncated())
                .build();
    }
}
