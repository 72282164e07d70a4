package io.headstream.api.trace;

import io.headstream.api.graph.Problems;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.util.Base64;

/** Where a page ended: new traces that come in between move nothing. */
record Cursor(String createdAt, String id) {

    static Cursor after(TraceSummary last) {
        return new Cursor(last.createdAt(), last.id());
    }

    static Cursor parse(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|", 2);
            ZonedDateTime.parse(parts[0]);
            return new Cursor(parts[0], parts[1]);
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
            throw Problems.badRequest("after '" + text + "' is no cursor; give `next` of the page before");
        }
    }

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((createdAt + "|" + id).getBytes(StandardCharsets.UTF_8));
    }
}
