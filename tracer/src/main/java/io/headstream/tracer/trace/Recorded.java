package io.headstream.tracer.trace;

import io.headstream.tracer.attribution.Question;
import io.headstream.tracer.decompose.Decomposition;
import io.headstream.tracer.effect.AnswerEffects;
import io.headstream.tracer.effect.Gradients;
import io.headstream.tracer.load.LoadedModel;
import io.headstream.tracer.model.ActivationCache;
import org.jspecify.annotations.Nullable;

/**
 * A pass that was run, with what is asked of it.
 *
 * @param gradients absent where no effects are asked for
 * @param answer effects on each token of an answer of several; absent where there are none
 */
record Recorded(
        LoadedModel model,
        TraceRequest request,
        Question question,
        ActivationCache cache,
        @Nullable Gradients gradients,
        @Nullable AnswerEffects answer) {
    Decomposition decomposition() {
        return new Decomposition(
                cache,
                model.transformer().parameters(),
                model.neuronNorms(),
                question,
                request.options().shares(),
                gradients,
                answer);
    }
}
