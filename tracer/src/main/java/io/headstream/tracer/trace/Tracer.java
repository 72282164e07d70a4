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
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
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
            int layers = model.architecture().layers();
            ActivationCache cache = transformer.run(
                    request.tokens(), manager, done -> progress.report(Stage.FORWARD_PASS, done, layers));
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

        TraceBuilder trace = new TraceBuilder(request.detail());
        VocabularyProjection lens = new VocabularyProjection(transformer.parameters(), target, TOP, BOTTOM);
        Influence influence = new Influence(cache.positions(), position);
        int layers = cache.layers().size();
        float[] nextResidPreShare = null;
        for (int l = layers - 1;
                l >= 0;
                l--) { // backwards, as influence goes, so that one layer's figures are held at a time
            progress.report(Stage.DECOMPOSITION, layers - 1 - l, layers);
            try (NDScope scope = new NDScope()) {
                scope.suppressNotUsedWarning();
                nextResidPreShare = layer(l, cache, nextResidPreShare, influence, direct, position, lens, trace);
            }
        }
        embeddings(cache, Objects.requireNonNull(nextResidPreShare), influence.left(), direct, position, lens, trace);
        finalNorm(cache, trace);
        progress.report(Stage.DECOMPOSITION, layers, layers);

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
                trace.dropNonFinite(),
                answer.top().stream()
                        .filter(VocabularyProjection.TokenScore::isFinite)
                        .toList(),
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

    private static void embeddings(
            ActivationCache cache,
            float[] shares,
            double[] influence,
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
                    .with(Figure.SHARE, shares[p])
                    .with(Figure.INFLUENCE, influence[p]);
            if (p == target) {
                node.with(Figure.DLA, dla[p]);
            }
            trace.read(node, readings.get(p), p == target);
        }
    }

    // returns resid_pre's share of the state after it, which is the share of the node before this layer
    private float[] layer(
            int l,
            ActivationCache cache,
            float @Nullable [] nextResidPreShare,
            Influence influence,
            DirectLogit direct,
            int target,
            VocabularyProjection lens,
            TraceBuilder trace) {
        ActivationCache.Layer layer = cache.layers().get(l);
        Block block = transformer.parameters().blocks().get(l).use().block(); // freed with the scope
        NDArray pattern = transformer.pattern(l, cache);
        NDArray memory = transformer.memoryValues(block, layer);
        NDArray result = transformer.result(block, layer);
        LayerShares shares = Shares.of(layer, block, pattern, memory);
        LayerNumbers numbers = LayerNumbers.of(layer, block, shares, pattern, memory, result, direct, target);
        LayerContext context = new LayerContext(
                l,
                target,
                numbers,
                Selection.of(shares, trace.detail(), target),
                influence.through(shares),
                model.neuronNorms().get(l),
                trace,
                new LayerContext.Kept());
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
        return shares.residPre();
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
