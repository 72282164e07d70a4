package io.headstream.api.flow;

import io.headstream.api.graph.Problems;
import io.headstream.schema.ActivationKind;
import io.headstream.schema.TraceDetail;
import java.util.List;

/** How finely a picture is drawn: as a trace is stored, but no finer than its neurons. */
record Detail(TraceDetail finest) {
    static final List<TraceDetail> DRAWN = List.of(TraceDetail.STREAM, TraceDetail.HEADS, TraceDetail.NEURONS);

    static Detail named(String label) {
        return new Detail(TraceDetail.labelled(label)
                .filter(DRAWN::contains)
                .orElseThrow(() -> Problems.badRequest(
                        "detail '" + label + "' is not known; it is one of " + String.join(", ", labels()))));
    }

    /** All names, from coarse to fine. */
    static List<String> labels() {
        return DRAWN.stream().map(TraceDetail::label).toList();
    }

    /** The finest the trace can be drawn with, if it was stored with `label` (which may be full). */
    Detail atMost(String label) {
        return TraceDetail.labelled(label)
                .filter(least -> least.compareTo(finest) < 0)
                .map(Detail::new)
                .orElse(this);
    }

    String label() {
        return finest.label();
    }

    boolean neurons() {
        return finest == TraceDetail.NEURONS;
    }

    /** The labels of what is drawn. */
    List<String> nodeLabels() {
        return finest.drawn().stream().map(ActivationKind::label).toList();
    }
}
