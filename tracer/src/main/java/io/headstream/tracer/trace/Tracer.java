package io.headstream.tracer.trace;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import io.headstream.tracer.attribution.Question;
import io.headstream.tracer.effect.EffectMetric;
import io.headstream.tracer.effect.GradientPass;
import io.headstream.tracer.intervene.Changing;
import io.headstream.tracer.intervene.Plan;
import io.headstream.tracer.intervene.Planning;
import io.headstream.tracer.load.LoadedModel;
import io.headstream.tracer.model.ActivationCache;
import io.headstream.tracer.model.Probe;
import io.headstream.tracer.model.Transformer;
import io.headstream.tracer.trace.Progress.Stage;
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
     * @throws io.headstream.tracer.error.TraceException where the tokens, the position or a token do not fit the model, or the trace would be larger than anyone wants
     * @throws java.util.concurrent.CancellationException from `progress`
     */
    public Trace trace(TraceRequest request, Progress progress) {
        request.check(model.architecture(), model.vocabulary());
        try (NDManager manager = transformer.newPassManager();
                NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            return new TraceAssembly(run(request, manager, progress)).run(progress);
        }
    }

    /**
     * Runs a prompt and keeps the pass open, to look at what a trace of it does not keep.
     *
     * @throws io.headstream.tracer.error.TraceException as {@link #trace}
     * @throws java.util.concurrent.CancellationException from `progress`
     */
    public Pass open(TraceRequest request, Progress progress) {
        request.check(model.architecture(), model.vocabulary());
        NDManager manager = transformer.newPassManager();
        try {
            return new Pass(run(request, manager, progress), manager);
        } catch (RuntimeException | Error e) {
            manager.close();
            throw e;
        }
    }

    private Recorded run(TraceRequest request, NDManager manager, Progress progress) {
        int layers = model.architecture().layers();
        IntConsumer layersDone = done -> progress.report(Stage.FORWARD_PASS, done, layers);
        Plan plan = Planning.plan(transformer, request.interventions(), request.tokens(), request.position());
        if (request.options().effects().metric() == EffectMetric.NONE) {
            Probe changing = Changing.recording(transformer, plan, request.tokens().length, manager);
            ActivationCache cache = transformer.run(request.tokens(), manager, layersDone, changing);
            return new Recorded(model, request, question(request, cache.logits()), cache, null, null);
        }
        GradientPass.Result pass = new GradientPass(transformer, request.tokens(), manager, plan)
                .run(request.options().effects(), logits -> question(request, logits), layersDone);
        return new Recorded(model, request, pass.question(), pass.cache(), pass.gradients(), pass.answer());
    }

    private Question question(TraceRequest request, NDArray logits) {
        return request.question(logits, model.vocabulary());
    }
}
