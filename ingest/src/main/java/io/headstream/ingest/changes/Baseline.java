package io.headstream.ingest.changes;

import io.headstream.tracer.attribution.Question;
import java.util.OptionalInt;

/**
 * The stored trace of a pass as it is, which changed ones are compared with.
 *
 * @param question what it explains; of the changed pass the same is asked
 * @param metric its value
 */
public record Baseline(String id, Question question, double metric) {
    OptionalInt distractor() {
        return question.distractor();
    }
}
