package io.headstream.tracer.trace;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDScope;
import io.headstream.schema.ActivationId;
import io.headstream.schema.Site;
import io.headstream.tracer.attribution.NormEffect;
import io.headstream.tracer.model.ActivationCache;
import io.headstream.tracer.model.Parameters;
import java.util.ArrayList;
import java.util.List;

/** What norms lift and filter, of several together: one row alone costs the product with W_U as much as some dozens do. */
final class NormFilters {
    private final ActivationCache cache;
    private final Parameters parameters;
    private final TraceBuilder trace;

    NormFilters(ActivationCache cache, Parameters parameters, TraceBuilder trace) {
        this.cache = cache;
        this.parameters = parameters;
        this.trace = trace;
    }

    /** All norms that a position goes through. */
    void through(int position) {
        Norms norms = new Norms();
        for (int l = 0; l < cache.layers().size(); l++) {
            norms.ofLayer(l, position);
        }
        norms.add(
                ActivationId.at(Site.FINAL, cache.layers().size() - 1, position),
                cache.last().residPost().get(position),
                cache.lnFinal().get(position));
        norms.filter();
    }

    /** Those of one layer. */
    void of(int layer, int position) {
        Norms norms = new Norms();
        norms.ofLayer(layer, position);
        norms.filter();
    }

    private final class Norms {
        private final NDScope scope = new NDScope();
        private final List<ActivationId> places = new ArrayList<>();
        private final NDList before = new NDList();
        private final NDList after = new NDList();

        Norms() {
            scope.suppressNotUsedWarning();
        }

        void ofLayer(int l, int position) {
            ActivationCache.Layer layer = cache.layers().get(l);
            add(
                    ActivationId.at(Site.LN1, l, position),
                    layer.residPre().get(position),
                    layer.ln1().get(position));
            NDArray read = layer.residMid() == null ? layer.residPre() : layer.residMid();
            add(
                    ActivationId.at(Site.LN2, l, position),
                    read.get(position),
                    layer.ln2().get(position));
        }

        void add(ActivationId place, NDArray read, NDArray normalized) {
            places.add(place);
            before.add(read);
            after.add(normalized);
        }

        void filter() {
            try (scope) {
                List<NormEffect> effects = NormEffect.of(NDArrays.stack(before), NDArrays.stack(after), parameters);
                for (int i = 0; i < effects.size(); i++) {
                    trace.filter(places.get(i), effects.get(i));
                }
            }
        }
    }
}
