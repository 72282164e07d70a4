package io.headstream.tracer.trace;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDScope;
import io.headstream.schema.ActivationId;
import io.headstream.schema.EdgeType;
import io.headstream.schema.Figure;
import io.headstream.schema.Site;
import io.headstream.schema.TraceDetail;
import io.headstream.tracer.attribution.NormEffect;
import io.headstream.tracer.attribution.Question;
import io.headstream.tracer.attribution.VocabularyProjection;
import io.headstream.tracer.attribution.VocabularyProjection.Reading;
import io.headstream.tracer.decompose.Decomposition;
import io.headstream.tracer.decompose.LayerArrays;
import io.headstream.tracer.decompose.LayerTable;
import io.headstream.tracer.decompose.PartKind;
import io.headstream.tracer.effect.EdgeEffects;
import io.headstream.tracer.effect.Gradients;
import io.headstream.tracer.load.LoadedModel;
import io.headstream.tracer.model.ActivationCache;
import io.headstream.tracer.model.Parameters;
import io.headstream.tracer.trace.Progress.Stage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One pass on its way to a trace: layer by layer it is decomposed, what is stored is chosen and becomes nodes and edges, and their vectors
 * are put together for the projection.
 */
final class TraceAssembly {
    private static final int PREDICTIONS = 20;
    private static final int TOP = 10;
    private static final int BOTTOM = 3;

    private final LoadedModel model;
    private final TraceRequest request;
    private final Question question;
    private final ActivationCache cache;
    private final Decomposition decomposition;
    private final TraceBuilder trace;
    private final ProjectionBatch batch;
    private final EdgeEffects.Kept edges;

    /** @param gradients absent where no effects are asked for */
    TraceAssembly(
            LoadedModel model,
            TraceRequest request,
            Question question,
            ActivationCache cache,
            @Nullable Gradients gradients) {
        Parameters parameters = model.transformer().parameters();
        this.model = model;
        this.request = request;
        this.question = question;
        this.cache = cache;
        this.decomposition = new Decomposition(
                cache,
                parameters,
                model.neuronNorms(),
                question,
                request.options().shares(),
                gradients);
        this.trace = new TraceBuilder(request.options().detail());
        this.batch = new ProjectionBatch(
                new VocabularyProjection(parameters, question.target(), TOP, BOTTOM), trace, question.position());
        boolean hasEdges = gradients != null
                && request.options().detail() != TraceDetail.STREAM
                && cache.positions() <= EdgeEffects.MOST_POSITIONS;
        this.edges = hasEdges
                ? EdgeEffects.of(model.transformer(), cache, Objects.requireNonNull(gradients))
                : EdgeEffects.Kept.NONE;
    }

    Trace run(Progress progress) {
        int layers = cache.layers().size();
        for (int l = layers - 1; l > 0; l--) {
            progress.report(Stage.DECOMPOSITION, layers - 1 - l, layers);
            layer(l);
        }
        progress.report(Stage.DECOMPOSITION, layers - 1, layers);
        embeddings(layer(0));
        finalNorm();
        batch.project();
        filters();
        affects();
        progress.report(Stage.DECOMPOSITION, layers, layers);
        return trace();
    }

    private LayerContext layer(int l) {
        try (LayerArrays arrays = new LayerArrays(l, model.transformer(), cache)) {
            LayerTable table = decomposition.table(arrays);
            Selection.mark(table, trace.detail(), EdgeEnds.of(edges, l));
            LayerContext context = new LayerContext(table, trace, batch);
            new LayerGraph(context).build();
            batch.endLayer(arrays);
            return context;
        }
    }

    private void embeddings(LayerContext first) {
        List<Activation> nodes = new ArrayList<>();
        for (int p = 0; p < cache.positions(); p++) {
            nodes.add(first.node(PartKind.RESID_PRE, ActivationId.embed(p), p, 0));
        }
        batch.add(nodes, cache.layers().get(0).residPre());
    }

    private Trace trace() {
        NDArray atTarget = cache.last().residPost().get(question.position()).expandDims(0);
        Reading answer = new VocabularyProjection(model.transformer().parameters(), question.target(), PREDICTIONS, 1)
                .of(atTarget)
                .get(0);
        return new Trace(
                Arrays.stream(request.tokens()).boxed().toList(),
                question,
                request.options(),
                decomposition.direct().metric(),
                decomposition.direct().constant(),
                answer.targetRank(),
                answer.targetProbability(),
                trace.coverage(),
                edges.coverage(),
                trace.dropNonFinite(),
                answer.top().stream()
                        .filter(VocabularyProjection.TokenScore::isFinite)
                        .toList(),
                trace.activations(),
                trace.edges(),
                trace.tokenEdges(),
                trace.fired());
    }

    private void finalNorm() {
        int last = cache.layers().size() - 1;
        float[] norms = Decomposition.norms(cache.lnFinal());
        for (int p = 0; p < norms.length; p++) {
            ActivationId place = ActivationId.at(Site.FINAL, last, p);
            Activation node = trace.add(place).with(Figure.NORM, norms[p]);
            trace.connect(EdgeType.READ_BY, ActivationId.residPost(last, p), place);
            if (p == question.position() || trace.detail() == TraceDetail.FULL) {
                batch.add(List.of(node), cache.lnFinal());
            }
        }
    }

    // together, as one row alone costs the product as much as some dozens do
    private void filters() {
        boolean all = trace.detail() == TraceDetail.FULL;
        int last = cache.layers().size() - 1;
        for (int p = all ? 0 : question.position(); p < (all ? cache.positions() : question.position() + 1); p++) {
            try (NDScope scope = new NDScope()) {
                scope.suppressNotUsedWarning();
                List<ActivationId> places = new ArrayList<>();
                NDList before = new NDList();
                NDList after = new NDList();
                for (int l = 0; l <= last; l++) {
                    ActivationCache.Layer layer = cache.layers().get(l);
                    places.add(ActivationId.at(Site.LN1, l, p));
                    before.add(layer.residPre().get(p));
                    after.add(layer.ln1().get(p));
                    places.add(ActivationId.at(Site.LN2, l, p));
                    before.add((layer.residMid() == null ? layer.residPre() : layer.residMid()).get(p));
                    after.add(layer.ln2().get(p));
                }
                places.add(ActivationId.at(Site.FINAL, last, p));
                before.add(cache.last().residPost().get(p));
                after.add(cache.lnFinal().get(p));
                List<NormEffect> effects = NormEffect.of(
                        NDArrays.stack(before),
                        NDArrays.stack(after),
                        model.transformer().parameters());
                for (int i = 0; i < effects.size(); i++) {
                    trace.filter(places.get(i), effects.get(i));
                }
            }
        }
    }

    private void affects() {
        int rank = 0;
        for (EdgeEffects.Edge edge : edges.edges()) {
            trace.affects(
                    EdgeEnds.place(edge.from(), edge.position()),
                    EdgeEnds.place(edge.to(), edge.position()),
                    EdgeEnds.via(edge.to()),
                    edge.effect(),
                    ++rank);
        }
    }
}
