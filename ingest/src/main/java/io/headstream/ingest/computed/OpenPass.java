package io.headstream.ingest.computed;

import io.headstream.tracer.load.LoadedModel;
import io.headstream.tracer.trace.Pass;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one pass that is open, so that a second look at it need not run it again. Belongs to whoever has the models on loan: its arrays go with its
 * model's.
 */
final class OpenPass {
    private @Nullable Kept kept;

    private record Kept(String trace, LoadedModel model, Pass pass) {}

    /** The pass of a trace, opened where another is. */
    Pass of(String trace, LoadedModel model, Supplier<Pass> open) {
        if (kept != null && kept.trace().equals(trace) && kept.model() == model) {
            return kept.pass();
        }
        close();
        Pass pass = open.get();
        kept = new Kept(trace, model, pass);
        return pass;
    }

    /** Frees what it holds. */
    void close() {
        if (kept != null) {
            Kept last = kept;
            kept = null;
            last.pass().close();
        }
    }
}
