package io.headstream.ingest.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/**
 * A job as it was accepted: written once, before the answer.
 *
 * @param version of the form
 * @param caller who sent it
 * @param request as it was posted
 */
record KeptJob(
        int version,
        String id,
        JobState.Kind kind,
        String caller,
        Instant createdAt,
        long total,
        List<String> notes,
        JsonNode request) {
    static final int VERSION = 1;
}
