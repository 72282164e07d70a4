package io.headstream.benchmarks.trust;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import io.headstream.schema.Figure;
import io.headstream.schema.Site;
import io.headstream.tracer.attribution.Question;
import io.headstream.tracer.choice.Budget;
import io.headstream.tracer.effect.EffectMetric;
import io.headstream.tracer.effect.EffectOptions;
import io.headstream.tracer.effect.GradientPass;
import io.headstream.tracer.load.LoadedModel;
import io.headstream.tracer.model.ActivationCache;
import io.headstream.tracer.model.Architecture;
import io.headstream.tracer.model.Block;
import io.headstream.tracer.trace.Progress;
import io.headstream.tracer.trace.Trace;
import io.headstream.tracer.trace.TraceOptions;
import io.headstream.tracer.trace.TraceRequest;
import io.headstream.tracer.trace.Tracer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** What the figures of a prompt's components say, before anything is taken out. Those that traces have by position are summed over it. */
final class Estimates {
    /** Points of integrated gradients. */
    static final int[] STEPS = {1, 8, 32};

    private final LoadedModel model;
    private final Architecture a;

    Estimates(LoadedModel model) {
        this.model = model;
        this.a = model.architecture();
    }

    /** Share, influence, dla and effect, as a trace has them. */
    Map<String, Components> ofTrace(int[] tokens, Question question) {
        TraceOptions options =
                TraceOptions.DEFAULT.withDetail(TraceOptions.detail("heads")).withBudget(new Budget(1000));
        Trace trace = new Tracer(model)
                .trace(
                        new TraceRequest(
                                tokens,
                                OptionalInt.empty(),
                                OptionalInt.of(question.target()),
                                question.distractor(),
                                false,
                                options),
                        Progress.NONE);
        Map<String, Components> figures = new LinkedHashMap<>();
        for (Figure figure : new Figure[] {Figure.SHARE, Figure.INFLUENCE, Figure.DLA, Figure.EFFECT}) {
            Components values = Components.of(a);
            trace.patterns()
                    .forEach(head -> values.heads()[
                            head.head().layer() * a.heads() + head.head().number()] = figure == Figure.DLA
                            ? head.dla()
                            : sum(head.byPosition(), figure));
            if (figure == Figure.DLA) {
                trace.activations().stream()
                        .filter(each ->
                                each.place().site() == Site.MLP && each.place().position() == question.position())
                        .forEach(each -> values.mlps()[each.place().layer()] =
                                each.figure(figure).orElse(0));
            } else {
                trace.hookPoints().stream()
                        .filter(point -> point.site() == Site.MLP)
                        .forEach(point -> values.mlps()[point.layer()] = sum(point.byPosition(), figure));
            }
            figures.put(figure.property(), values);
        }
        return figures;
    }

    private static double sum(Map<Figure, float[]> byPosition, Figure figure) {
        double sum = 0;
        for (float value : byPosition.getOrDefault(figure, new float[0])) {
            sum += value;
        }
        return sum;
    }

    /**
     * EAP-IG of components: what each writes less what takes its place, times the mean gradient on the way from the mean of all token embeddings
     * to the prompt's own.
     *
     * @param places what takes its place: one way back serves several
     */
    List<Components> integrated(int[] tokens, Question question, List<Means> places, int steps) {
        try (NDManager manager = model.transformer().newPassManager();
                NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            GradientPass.Result pass = new GradientPass(model.transformer(), tokens, manager)
                    .run(new EffectOptions(EffectMetric.LOGIT, steps), logits -> question, done -> {});
            return places.stream().map(means -> of(pass, means, manager)).toList();
        }
    }

    private Components of(GradientPass.Result pass, Means means, NDManager manager) {
        Components values = Components.of(a);
        for (int l = 0; l < a.layers(); l++) {
            ActivationCache.Layer layer = pass.cache().layers().get(l);
            try (Block.InUse use =
                    model.transformer().parameters().blocks().get(l).use()) {
                NDArray atZ = pass.gradients()
                        .layers()
                        .get(l)
                        .residMid()
                        .matMul(use.block().wO().transpose()); // [pos, heads * d_head]
                float[] products = layer.z()
                        .sub(manager.create(means.z()[l]))
                        .mul(atZ)
                        .sum(new int[] {0})
                        .toFloatArray();
                for (int i = 0; i < products.length; i++) {
                    values.heads()[l * a.heads() + i / a.dHead()] += products[i];
                }
            }
            values.mlps()[l] = layer.mlpOut()
                    .sub(manager.create(means.mlp()[l]))
                    .mul(pass.gradients().layers().get(l).residPost())
                    .sum()
                    .getFloat();
        }
        return values;
    }
}
