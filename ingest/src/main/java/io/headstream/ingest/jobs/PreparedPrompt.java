package io.headstream.ingest.jobs;

import io.headstream.tracer.trace.TraceRequest;
import java.util.List;
import java.util.Optional;

/**
 * One prompt of a job, checked and in token ids.
 *
 * @param notes remarks for people
 */
record PreparedPrompt(
        String text, TraceRequest request, Optional<String> target, Optional<String> distractor, List<String> notes) {}
