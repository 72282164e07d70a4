package io.headstream.tracer.trace;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import io.headstream.tracer.LoadedModel;
import io.headstream.tracer.TraceException;
import io.headstream.tracer.attribution.DirectLogit;
import io.headstream.tracer.attribution.Influence;
import io.headstream.tracer.attribution.LayerShares;
import io.headstream.tracer.attribution.Shares;
import io.headstream.tracer.attribution.VocabularyProjection;
import io.headstream.tracer.attribution.VocabularyProjection.Reading;
import io.headstream.tracer.model.ActivationCache;
import io.headstream.tracer.model.Block;
import io.headstream.tracer.model.Transformer;
import io.headstream.tracer.trace.Progress.Stage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * From token ids to a trace: run, decompose, choose, project. All native memory that a trace takes is freed when it returns; nothing is
 * shared between traces, so several may run at once.
 */
public final class Tracer {
    private static final int PREDICTIONS = 20;
    private static final int TOP = 10;
    private static final int BOTTOM = 3;

    private final LoadedModel model;
    private final Transformer transformer;

    public Tracer(LoadedModel model) {
        this.model = model;
        this.transformer = model.transformer();
    }

    /**
     * @throws TraceException where the tokens, the position or a token do not fit the model
     * @throws java.util.concurrent.CancellationException from `progress`
     */
    public Trace trace(TraceRequest request, Progress progress) {
        try (NDManager manager = transformer.newPassManager();
                NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            progress.report(Stage.FORWARD_PASS, 0, 1);
            ActivationCache cache = transformer.run(request.tokens(), manager);
            return decompose(request, cache, progress);
        }
    }

    private Trace decompose(TraceRequest request, ActivationCache cache, Progress progress) {
        int position = request.targetPosition().orElse(cache.positions() - 1);
        if (position < 0 || position >= cache.positions()) {
            throw new TraceException("position " + position + " is outside the prompt; positions go from 0 to "
                    + (cache.positions() - 1));
        }
        NDArray atTarget = cache.last().residPost().get(position + ":" + (position + 1));
        int prediction = Math.toIntExact(cache.logits().get(position).argMax().getLong());
        int target = known("target", request.target().orElse(prediction));
        OptionalInt distractor = request.distractor();
        if (distractor.isPresent() && known("distractor", distractor.getAsInt()) == target) {
            throw new TraceException("target and distractor are the same token, '"
                    + model.vocabulary().text(target)
                    + "', so their difference is always 0; choose another distractor");
        }
        DirectLogit direct = DirectLogit.of(cache, transformer.parameters(), position, target, distractor);

        List<LayerShares> shares = shares(cache, progress);
        Influence influence = Influence.of(shares, position);
        TraceBuilder trace = new TraceBuilder(request.detail());
        VocabularyProjection lens = new VocabularyProjection(transformer.parameters(), target, TOP, BOTTOM);
        embeddings(cache, shares.get(0), influence, direct, position, lens, trace);
        int layers = cache.layers().size();
        for (int l = 0; l < layers; l++) {
            progress.report(Stage.VOCABULARY, l, layers);
            float[] next = l + 1 < layers ? shares.get(l + 1).residPre() : null;
            try (NDScope scope = new NDScope()) {
                scope.suppressNotUsedWarning();
                layer(l, cache, shares.get(l), next, influence, direct, position, lens, trace);
            }
        }
        finalNorm(cache, trace);
        progress.report(Stage.VOCABULARY, layers, layers);

        Reading answer = new VocabularyProjection(transformer.parameters(), target, PREDICTIONS, 1)
                .of(atTarget)
                .get(0);
        return new Trace(
                Arrays.stream(request.tokens()).boxed().toList(),
                position,
                target,
                distractor,
                request.detail(),
                direct.metric(),
                direct.constant(),
                answer.targetRank(),
                answer.targetProbability(),
                trace.coverage(),
                answer.top(),
                trace.activations(),
                trace.edges(),
                trace.tokenEdges());
    }

    private int known(String role, int token) {
        int vocabulary = model.architecture().vocabulary();
        if (token < 0 || token >= vocabulary) {
            throw new TraceException("the " + role + "'s id " + token + " is outside the vocabulary; ids go from 0 to "
                    + (vocabulary - 1));
        }
        return token;
    }

    private List<LayerShares> shares(ActivationCache cache, Progress progress) {
        int layers = cache.layers().size();
        List<LayerShares> shares = new ArrayList<>(layers);
        for (int l = 0; l < layers; l++) {
            progress.report(Stage.SHARES, l, layers);
            try (NDScope scope = new NDScope()) {
                scope.suppressNotUsedWarning();
                NDArray memory = transformer.memoryValues(l, cache);
                shares.add(Shares.of(
                        cache.layers().get(l), transformer.parameters().blocks().get(l), memory));
            }
        }
        return shares;
    }

    private static void embeddings(
            ActivationCache cache,
            LayerShares first,
            Influence influence,
            DirectLogit direct,
            int target,
            VocabularyProjection lens,
            TraceBuilder trace) {
        NDArray embeddings = cache.layers().get(0).residPre();
        float[] norms = LayerNumbers.norms(embeddings);
        float[] dla = direct.of(embeddings);
        List<Reading> readings = lens.of(embeddings);
        for (int p = 0; p < norms.length; p++) {
            Activation node = trace.add(Place.residual("embed", 0, p))
                    .with(Figure.NORM, norms[p])
                    .with(Figure.SHARE, first.residPre()[p])
                    .with(Figure.INFLUENCE, influence.embed()[p]);
            if (p == target) {
                node.with(Figure.DLA, dla[p]);
            }
            trace.read(node, readings.get(p), p == target);
        }
    }

    private void layer(
            int l,
            ActivationCache cache,
            LayerShares shares,
            float @Nullable [] nextResidPreShare,
            Influence influence,
            DirectLogit direct,
            int target,
            VocabularyProjection lens,
            TraceBuilder trace) {
        ActivationCache.Layer layer = cache.layers().get(l);
        Block block = transformer.parameters().blocks().get(l);
        NDArray memory = transformer.memoryValues(l, cache);
        NDArray result = transformer.result(l, cache);
        LayerNumbers numbers = LayerNumbers.of(layer, block, shares, memory, result, direct, target);
        Selection selection = Selection.of(shares, trace.detail(), target);
        LayerContext context = new LayerContext(
                l, target, numbers, selection, influence, model.neuronNorms().get(l), trace, new LayerContext.Kept());
        LayerContext.Kept kept = new LayerGraph(context).build(nextResidPreShare);

        Readings readings = new Readings();
        readings.each(kept.residMid, layer.residMid());
        readings.each(kept.residPost, layer.residPost());
        readings.each(kept.attention, layer.attnOut());
        readings.each(kept.mlp, layer.mlpOut());
        readings.gather(kept.heads, result);
        readings.gather(kept.memory, memory);
        readings.neurons(kept.neurons, block.wOut());
        readings.shared(kept.biasO, block.bO());
        readings.shared(kept.biasOut, block.bOut());
        readings.project(lens, trace, target);
    }

    private static void finalNorm(ActivationCache cache, TraceBuilder trace) {
        int last = cache.layers().size() - 1;
        float[] norms = LayerNumbers.norms(cache.lnFinal());
        for (int p = 0; p < norms.length; p++) {
            Place place = Place.normalized("final", last, p);
            trace.add(place).with(Figure.NORM, norms[p]);
            trace.connect(Edge.Type.READ_BY, Place.residual("post", last, p), place);
        }
    }
}
