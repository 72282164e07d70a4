package io.headstream.tracer.decompose;

import ai.djl.ndarray.NDScope;
import io.headstream.tracer.attribution.Proximity;
import io.headstream.tracer.attribution.Question;
import io.headstream.tracer.effect.Gradients;
import io.headstream.tracer.model.ActivationCache;
import io.headstream.tracer.model.Transformer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All layers' tables of a pass. */
public final class Tables {
    private Tables() {}

    public static Decomposition decomposition(
            Transformer model, ActivationCache cache, Question question, @Nullable Gradients gradients) {
        List<float[]> neuronNorms = new ArrayList<>();
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            model.parameters().blocks().forEach(block -> neuronNorms.add(Decomposition.norms(block.wOut())));
        }
        return new Decomposition(cache, model.parameters(), neuronNorms, question, Proximity.L1, gradients, null);
    }

    /** By layer. */
    public static List<LayerTable> of(Decomposition decomposition, Transformer model, ActivationCache cache) {
        List<LayerTable> tables = new ArrayList<>();
        for (int l = cache.layers().size() - 1; l >= 0; l--) {
            try (LayerArrays arrays = new LayerArrays(l, model, cache)) {
                tables.add(0, decomposition.table(arrays));
            }
        }
        return tables;
    }
}
