package io.headstream.tracer.trace;

import io.headstream.schema.TraceDetail;
import java.util.OptionalInt;

/**
 * What to trace.
 *
 * @param tokens ids
 * @param targetPosition the position whose prediction is explained; the last where absent
 * @param target the token explained; the pass's own prediction where absent
 * @param distractor where present, the metric is target's logit minus distractor's
 */
public record TraceRequest(
        int[] tokens, OptionalInt targetPosition, OptionalInt target, OptionalInt distractor, TraceOptions options) {

    /** The prediction after the last token, with the default options. */
    public static TraceRequest of(int... tokens) {
        return new TraceRequest(
                tokens, OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), TraceOptions.DEFAULT);
    }

    public TraceRequest withTarget(int token) {
        return new TraceRequest(tokens, targetPosition, OptionalInt.of(token), distractor, options);
    }

    public TraceRequest withDistractor(int token) {
        return new TraceRequest(tokens, targetPosition, target, OptionalInt.of(token), options);
    }

    public TraceRequest withOptions(TraceOptions other) {
        return new TraceRequest(tokens, targetPosition, target, distractor, other);
    }

    public TraceRequest withDetail(TraceDetail detail) {
        return withOptions(options.withDetail(detail));
    }
}
