package io.headstream.tracer.trace;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDScope;
import io.headstream.tracer.LoadedModel;
import io.headstream.tracer.attribution.DirectLogit;
import io.headstream.tracer.attribution.Influence;
import io.headstream.tracer.attribution.LayerShares;
import io.headstream.tracer.attribution.NormEffect;
import io.headstream.tracer.attribution.Question;
import io.headstream.tracer.attribution.Shares;
import io.headstream.tracer.attribution.VocabularyProjection;
import io.headstream.tracer.attribution.VocabularyProjection.Reading;
import io.headstream.tracer.effect.EdgeEffects;
import io.headstream.tracer.effect.Gradients;
import io.headstream.tracer.effect.LayerEffects;
import io.headstream.tracer.model.ActivationCache;
import io.headstream.tracer.model.Block;
import io.headstream.tracer.model.Transformer;
import io.headstream.tracer.trace.Progress.Stage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One pass on its way to a trace: layer by layer from the last, as influence goes, so that one layer's figures are held at a time. */
final class Decomposition {
    private static final int PREDICTIONS = 20;
    private static final int TOP = 10;
    private static final int BOTTOM = 3;

    private final LoadedModel model;
    private final Transformer transformer;
    private final TraceRequest request;
    private final Question question;
    private final ActivationCache cache;
    private final @Nullable Gradients gradients;
    private final DirectLogit direct;
    private final Influence influence;
    private final TraceBuilder trace;
    private final Readings readings;
    private final EdgeEffects.Kept edges;

    /** @param gradients absent where no effects are asked for */
    Decomposition(
            LoadedModel model,
            TraceRequest request,
            Question question,
            ActivationCache cache,
            @Nullable Gradients gradients) {
        this.model = model;
        this.transformer = model.transformer();
        this.request = request;
        this.question = question;
        this.cache = cache;
        this.gradients = gradients;
        this.direct = DirectLogit.of(cache, transformer.parameters(), question);
        this.influence = new Influence(cache.positions(), question.position());
        this.trace = new TraceBuilder(request.options().detail());
        this.readings = new Readings(
                new VocabularyProjection(transformer.parameters(), question.target(), TOP, BOTTOM),
                trace,
                question.position());
        boolean hasEdges = gradients != null
                && request.options().detail() != Detail.STREAM
                && cache.positions() <= EdgeEffects.MOST_POSITIONS;
        this.edges = hasEdges
                ? EdgeEffects.of(transformer, cache, Objects.requireNonNull(gradients))
                : EdgeEffects.Kept.NONE;
    }

    Trace run(Progress progress) {
        int layers = cache.layers().size();
        float[] nextResidPreShare = null;
        for (int l = layers - 1; l >= 0; l--) {
            progress.report(Stage.DECOMPOSITION, layers - 1 - l, layers);
            try (NDScope scope = new NDScope()) {
                scope.suppressNotUsedWarning();
                nextResidPreShare = layer(l, nextResidPreShare);
            }
        }
        embeddings(Objects.requireNonNull(nextResidPreShare));
        finalNorm();
        readings.project();
        filters();
        affects();
        progress.report(Stage.DECOMPOSITION, layers, layers);
        return trace();
    }

    private Trace trace() {
        NDArray atTarget = cache.last().residPost().get(question.position()).expandDims(0);
        Reading answer = new VocabularyProjection(transformer.parameters(), question.target(), PREDICTIONS, 1)
                .of(atTarget)
                .get(0);
        return new Trace(
                Arrays.stream(request.tokens()).boxed().toList(),
                question,
                request.options(),
                direct.metric(),
                direct.constant(),
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

    private void embeddings(float[] shares) {
        NDArray embeddings = cache.layers().get(0).residPre();
        float[] norms = LayerNumbers.norms(embeddings);
        float[] dla = direct.of(embeddings);
        float[] effects = gradients == null ? null : LayerEffects.dot(embeddings, gradients.embed());
        List<Activation> nodes = new ArrayList<>();
        for (int p = 0; p < norms.length; p++) {
            Activation node = trace.add(Place.residual("embed", 0, p))
                    .with(Figure.NORM, norms[p])
                    .with(Figure.SHARE, shares[p])
                    .with(Figure.INFLUENCE, influence.left()[p]);
            if (effects != null) {
                node.with(Figure.EFFECT, effects[p]);
            }
            if (p == question.position()) {
                node.with(Figure.DLA, dla[p]);
            }
            nodes.add(node);
        }
        readings.each(nodes, embeddings);
    }

    // returns resid_pre's share of the state after it, which is the share of the node before this layer
    private float[] layer(int l, float @Nullable [] nextResidPreShare) {
        ActivationCache.Layer layer = cache.layers().get(l);
        Block block = transformer.parameters().blocks().get(l).use().block(); // freed with the scope
        NDArray pattern = transformer.pattern(l, cache);
        NDArray memory = transformer.memoryValues(block, layer);
        NDArray result = transformer.result(block, layer);
        int target = question.position();
        LayerShares shares = Shares.of(request.options().shares(), layer, block, pattern, memory);
        LayerNumbers numbers = LayerNumbers.of(layer, block, shares, pattern, memory, result, direct, target);
        LayerContext context = new LayerContext(
                l,
                target,
                numbers,
                Selection.of(shares, trace.detail(), target, EdgeEnds.of(edges, l)),
                influence.through(shares),
                gradients == null
                        ? null
                        : LayerEffects.of(
                                layer,
                                block,
                                numbers.pattern(),
                                memory,
                                result,
                                gradients.layers().get(l)),
                model.neuronNorms().get(l),
                trace,
                new LayerContext.Kept());
        LayerContext.Kept kept = new LayerGraph(context).build(nextResidPreShare);

        readings.each(kept.residMid, layer.residMid());
        readings.each(kept.residPost, layer.residPost());
        readings.each(kept.attention, layer.attnOut());
        readings.each(kept.mlp, layer.mlpOut());
        readings.some(kept.ln1, layer.ln1());
        readings.some(kept.ln2, layer.ln2());
        readings.gather(kept.heads, result);
        readings.gather(kept.memory, memory);
        readings.neurons(kept.neurons, block.wOut());
        readings.shared(kept.biasO, block.bO());
        readings.shared(kept.biasOut, block.bOut());
        Transformer.Looks looks = transformer.looks(block, layer);
        readings.looks(TokenEdge.Type.SEEKS, kept.queries, looks.sought());
        readings.looks(TokenEdge.Type.OFFERS, kept.memory, looks.offered());
        readings.endLayer();
        return shares.residPre();
    }

    private void finalNorm() {
        int last = cache.layers().size() - 1;
        float[] norms = LayerNumbers.norms(cache.lnFinal());
        for (int p = 0; p < norms.length; p++) {
            Place place = Place.normalized("final", last, p);
            Activation node = trace.add(place).with(Figure.NORM, norms[p]);
            trace.connect(Edge.Type.READ_BY, Place.residual("post", last, p), place);
            if (p == question.position() || trace.detail() == Detail.FULL) {
                readings.some(List.of(node), cache.lnFinal());
            }
        }
    }

    // together, as one row alone costs the product as much as some dozens do
    private void filters() {
        boolean all = trace.detail() == Detail.FULL;
        int last = cache.layers().size() - 1;
        for (int p = all ? 0 : question.position(); p < (all ? cache.positions() : question.position() + 1); p++) {
            try (NDScope scope = new NDScope()) {
                scope.suppressNotUsedWarning();
                List<Place> places = new ArrayList<>();
                NDList before = new NDList();
                NDList after = new NDList();
                for (int l = 0; l <= last; l++) {
                    ActivationCache.Layer layer = cache.layers().get(l);
                    places.add(Place.normalized("ln1", l, p));
                    before.add(layer.residPre().get(p));
                    after.add(layer.ln1().get(p));
                    places.add(Place.normalized("ln2", l, p));
                    before.add((layer.residMid() == null ? layer.residPre() : layer.residMid()).get(p));
                    after.add(layer.ln2().get(p));
                }
                places.add(Place.normalized("final", last, p));
                before.add(cache.last().residPost().get(p));
                after.add(cache.lnFinal().get(p));
                List<NormEffect> effects =
                        NormEffect.of(NDArrays.stack(before), NDArrays.stack(after), transformer.parameters());
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
