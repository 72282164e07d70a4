package io.headstream.ingest.graph;

import io.headstream.tracer.load.LoadedModel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is said of a trace of these words that tests write themselves. */
public final class OnceUponATime {
    private OnceUponATime() {}

    public static TraceHeader header(String id, LoadedModel model) {
        return new TraceHeader(
                id,
                model.fingerprint().id(),
                model.name(),
                "Once upon a time",
                " there",
                Optional.empty(),
                Optional.of(" once"),
                List.of(),
                List.of(),
                Instant.now(),
                Optional.empty(),
                Optional.empty());
    }
}
