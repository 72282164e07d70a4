package io.headstream.tracer.trace;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import io.headstream.tracer.attribution.Question;
import io.headstream.tracer.effect.EffectMetric;
import io.headstream.tracer.effect.GradientPass;
import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.load.LoadedModel;
import io.headstream.tracer.model.ActivationCache;
import io.headstream.tracer.model.Transformer;
import io.headstream.tracer.trace.Progress.Stage;
import java.util.OptionalInt;
import java.util.function.IntConsumer;

/**
 * From token ids to a trace: run, decompose, choose, project. All native memory that a trace takes is freed when it returns; nothing is
 * shared between traces, so several may run at once.
 */
public final class Tracer {
    private final LoadedModel model;
    private final Transformer transformer;

    public Tracer(LoadedModel model) {
        this.model = model;
        this.transformer = model.transformer();
    }

    /**
     * @throws TraceException where the tokens, the position or a token do not fit the model, or the trace would be larger than anyone wants
     * @throws java.util.concurrent.CancellationException from `progress`
     */
    public Trace trace(TraceRequest request, Progress progress) {
        Transformer.check(request.tokens(), model.architecture());
        request.options().requireModest(model.architecture(), request.tokens().length);
        try (NDManager manager = transformer.newPassManager();
                NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            int layers = model.architecture().layers();
            IntConsumer layersDone = done -> progress.report(Stage.FORWARD_PASS, done, layers);
            if (request.options().effects().metric() == EffectMetric.NONE) {
                ActivationCache cache = transformer.run(request.tokens(), manager, layersDone);
                return new TraceAssembly(model, request, question(request, cache.logits()), cache, null).run(progress);
            }
            GradientPass.Result pass = new GradientPass(transformer, request.tokens(), manager)
                    .run(request.options().effects(), logits -> question(request, logits), layersDone);
            return new TraceAssembly(model, request, pass.question(), pass.cache(), pass.gradients()).run(progress);
        }
    }

    private Question question(TraceRequest request, NDArray logits) {
        int positions = request.tokens().length;
        int position = request.targetPosition().orElse(positions - 1);
        if (position < 0 || position >= positions) {
            throw new TraceException(
                    "position " + position + " is outside the prompt; positions go from 0 to " + (positions - 1));
        }
        int target = known(
                "target",
                request.target()
                        .orElseGet(() ->
                                Math.toIntExact(logits.get(position).argMax().getLong())));
        OptionalInt distractor = request.distractor();
        if (distractor.isPresent() && known("distractor", distractor.getAsInt()) == target) {
            throw new TraceException("target and distractor are the same token, '"
                    + model.vocabulary().text(target)
                    + "', so their difference is always 0; choose another distractor");
        }
        return new Question(position, target, distractor);
    }

    private int known(String role, int token) {
        int vocabulary = model.architecture().vocabulary();
        if (token < 0 || token >= vocabulary) {
            throw new TraceException("the " + role + "'s id " + token + " is outside the vocabulary; ids go from 0 to "
                    + (vocabulary - 1));
        }
        return token;
    }
}
