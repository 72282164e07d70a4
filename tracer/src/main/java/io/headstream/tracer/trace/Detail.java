package io.headstream.tracer.trace;

import io.headstream.schema.TraceDetail;
import io.headstream.tracer.error.TraceException;

/** A detail as people ask for it. */
public final class Detail {
    private Detail() {}

    /** Fails if there is no detail of that label. */
    public static TraceDetail named(String label) {
        return TraceDetail.labelled(label)
                .orElseThrow(() -> new TraceException("detail '" + label + "' is not known; it is one of "
                        + String.join(", ", TraceDetail.labels())));
    }
}
