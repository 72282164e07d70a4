package io.headstream.tracer.trace;

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
        int[] tokens, OptionalInt targetPosition, OptionalInt target, OptionalInt distractor, Detail detail) {

    /** The prediction after the last token, with the default detail. */
    public static TraceRequest of(int... tokens) {
        return new TraceRequest(tokens, OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), Detail.NEURONS);
    }

    public TraceRequest withTarget(int token) {
        return new TraceRequest(tokens, targetPosition, OptionalInt.of(token), distractor, detail);
    }

    public TraceRequest withDistractor(int token) {
        return new TraceRequest(tokens, targetPosition, target, OptionalInt.of(token), detail);
    }

    public TraceRequest withDetail(Detail other) {
        return new TraceRequest(tokens, targetPosition, target, distractor, other);
    }
}
