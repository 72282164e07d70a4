package io.headstream.benchmarks.trust;

import io.headstream.tracer.intervene.Kind;
import io.headstream.tracer.intervene.Positions;
import io.headstream.tracer.intervene.Vector;
import io.headstream.tracer.load.LoadedModel;
import io.headstream.tracer.sweep.Measured;
import io.headstream.tracer.sweep.Sweep;
import io.headstream.tracer.sweep.SweepRequest;
import io.headstream.tracer.sweep.Swept;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All figures of one prompt against real ablation of every head and MLP, at all positions. */
final class Measurement {
    /** What takes the place of what is taken out. */
    static final List<String> ABLATIONS = List.of("zero", "mean");

    /** Prompts that a mean is taken over. */
    static final int MEAN_OF = 20;

    private final LoadedModel model;
    private final List<Example> meanOf;
    private final List<List<Integer>> prompts;
    private final Map<String, Means> means = new HashMap<>(); // by ablation, once one is asked for

    /** @param file the prompts of which the first make the mean */
    Measurement(LoadedModel model, List<Example> file) {
        this.model = model;
        this.meanOf = file.subList(0, Math.min(MEAN_OF, file.size()));
        this.prompts = meanOf.stream()
                .map(each -> Arrays.stream(each.tokens()).boxed().toList())
                .toList();
    }

    /** Rank correlations, by what {@link Key} says. */
    Map<String, Double> of(Example example) {
        Map<String, Double> correlations = new LinkedHashMap<>();
        Estimates estimates = new Estimates(model);
        Map<String, Components> ofTrace = estimates.ofTrace(example.tokens(), example.question());
        Map<Integer, List<Components>> integrated = new LinkedHashMap<>();
        for (int steps : Estimates.STEPS) {
            integrated.put(
                    steps,
                    estimates.integrated(
                            example.tokens(),
                            example.question(),
                            ABLATIONS.stream().map(this::means).toList(),
                            steps));
        }
        for (String ablation : ABLATIONS) {
            Components lost = lost(example, ablation);
            Map<String, Components> figures = new LinkedHashMap<>(ofTrace);
            integrated.forEach(
                    (steps, values) -> figures.put("EAP-IG " + steps, values.get(ABLATIONS.indexOf(ablation))));
            figures.forEach((figure, values) -> {
                for (boolean heads : new boolean[] {true, false}) {
                    correlations.put(
                            Key.of(figure, ablation, heads, false),
                            Correlation.spearman(absolute(values.of(heads)), absolute(lost.of(heads))));
                    correlations.put(
                            Key.of(figure, ablation, heads, true),
                            Correlation.spearman(values.of(heads), lost.of(heads)));
                }
            });
        }
        return correlations;
    }

    private Means means(String ablation) {
        return means.computeIfAbsent(
                ablation,
                of -> of.equals("zero")
                        ? Means.none(model.architecture())
                        : Means.of(model, meanOf.stream().map(Example::tokens).toList()));
    }

    /** What a correlation is of. */
    static final class Key {
        private Key() {}

        /** @param signed whether what raises the metric is told from what lowers it */
        static String of(String figure, String ablation, boolean heads, boolean signed) {
            return String.join("|", figure, ablation, heads ? "heads" : "mlps", signed ? "signed" : "absolute");
        }
    }

    // what the metric loses
    private Components lost(Example example, String ablation) {
        Components lost = Components.of(model.architecture());
        Vector vector = ablation.equals("zero") ? Vector.NONE : new Vector.MeanOf(prompts, false);
        for (Swept swept : List.of(Swept.HEADS, Swept.MLPS)) {
            List<Measured> measured = new ArrayList<>();
            new Sweep(
                            model,
                            new SweepRequest(
                                    example.tokens(),
                                    example.question(),
                                    swept,
                                    Kind.labelled(ablation),
                                    vector,
                                    Positions.ALL,
                                    1))
                    .run(baseline -> {}, measured::add, Sweep.Progress.NONE);
            double[] into = lost.of(swept == Swept.HEADS);
            for (Measured each : measured) {
                int heads = model.architecture().heads();
                int index = swept == Swept.HEADS
                        ? each.at().layer() * heads + each.at().number()
                        : each.at().layer();
                into[index] = -each.change();
            }
        }
        return lost;
    }

    private static double[] absolute(double[] values) {
        return Arrays.stream(values).map(Math::abs).toArray();
    }
}
