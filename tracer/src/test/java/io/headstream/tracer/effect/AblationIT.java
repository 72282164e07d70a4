package io.headstream.tracer.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import io.headstream.tracer.Golden;
import io.headstream.tracer.attribution.Question;
import io.headstream.tracer.decompose.LayerTable;
import io.headstream.tracer.decompose.PartKind;
import io.headstream.tracer.family.ModelLoader;
import io.headstream.tracer.model.Architecture;
import io.headstream.tracer.model.Block;
import io.headstream.tracer.model.Probe;
import io.headstream.tracer.model.Transformer;
import io.headstream.tracer.tokenizer.Tokenizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What effects estimate, against what really happens when a component is set to zero. */
class AblationIT {
    private static final float SMALL = 0.01f;
    private static final int[] TOKENS = encoded();

    @Test
    void effects_of_heads_go_with_zero_ablation() {
        for (int steps : new int[] {1, 16}) {
            List<double[]> pairs = new ArrayList<>();
            with(
                    (model, pass, question) -> {
                        double whole = metric(
                                model.run(TOKENS, pass.cache().logits().getManager())
                                        .logits(),
                                question);
                        List<LayerTable> tables = EffectGoldenIT.tables(model, pass);
                        for (int l = 0; l < model.architecture().layers(); l++) {
                            for (int h = 0; h < model.architecture().heads(); h++) {
                                double estimate = DoubleStream.of(
                                                EffectGoldenIT.effects(tables.get(l), PartKind.HEAD, h))
                                        .sum();
                                pairs.add(new double[] {estimate, whole - without(model, pass, question, l, h)});
                            }
                        }
                    },
                    steps);
            double correlation = correlation(pairs);
            System.out.printf(
                    "effect against zero-ablation of %d heads, %d steps: r = %.3f%n", pairs.size(), steps, correlation);
            assertThat(correlation).isGreaterThan(0.5);
        }
    }

    @Test
    void a_small_change_does_what_the_gradient_says() {
        with(
                (model, pass, question) -> {
                    List<LayerTable> tables = EffectGoldenIT.tables(model, pass);
                    for (int l = 0; l < model.architecture().layers(); l++) {
                        double effect = DoubleStream.of(EffectGoldenIT.effects(tables.get(l), PartKind.MLP_OUT, 0))
                                .sum();
                        NDArray mlpOut = pass.cache().layers().get(l).mlpOut();
                        double slope = (moved(model, question, l, mlpOut.mul(SMALL))
                                        - moved(model, question, l, mlpOut.mul(-SMALL)))
                                / (2 * SMALL);
                        assertThat(slope)
                                .as("mlp of layer %d", l)
                                .isCloseTo(effect, within(0.02 + 0.02 * Math.abs(effect)));
                    }
                },
                1);
    }

    @Test
    void integrated_gradients_make_up_the_whole_change() {
        with(
                (model, pass, question) -> {
                    NDManager manager = pass.cache().logits().getManager();
                    NDArray wE = model.parameters().wE();
                    NDArray own = wE.get(manager, new NDIndex("{}", manager.create(TOKENS)));
                    NDArray fromMean = own.sub(wE.mean(new int[] {0}, true));
                    Probe none = (site, at, x) -> site == Probe.Site.EMBED ? x.sub(fromMean) : x;
                    double change = metric(pass.cache().logits(), question)
                            - metric(
                                    model.run(TOKENS, manager, done -> {}, none).logits(), question);
                    double sum = fromMean.mul(pass.gradients().embed()).sum().getFloat();
                    assertThat(sum).isCloseTo(change, within(0.05 * Math.abs(change)));
                },
                64);
    }

    private static double moved(Transformer model, Question question, int layer, NDArray by) {
        Probe more = (site, at, x) -> site == Probe.Site.RESID_POST && at == layer ? x.add(by) : x;
        return metric(model.run(TOKENS, by.getManager(), done -> {}, more).logits(), question);
    }

    private static EdgeEffects.Reader reader(EdgeEffects.Kind kind, int layer, int head, int position) {
        return new EdgeEffects.Reader(List.of(new EdgeEffects.Component(kind, layer, head)), position);
    }

    @Test
    void edges_into_the_logits_are_direct_effects() {
        with(
                (model, pass, question) -> {
                    int last = model.architecture().layers() - 1;
                    EdgeEffects.Kept kept = EdgeEffects.of(
                            model,
                            pass.cache(),
                            pass.gradients(),
                            List.of(
                                    reader(EdgeEffects.Kind.LOGITS, last, -1, question.position()),
                                    reader(EdgeEffects.Kind.QUERY, last, 0, question.position())));
                    assertThat(kept.edges()).hasSize(10);
                    assertThat(kept.coverage()).isBetween(0.1, 1.0);
                    assertThat(kept.edges()).isNotEmpty();
                    NDArray atEnd = pass.gradients().last().residPost().get(question.position());
                    kept.edges().stream()
                            .filter(e -> e.to().kind() == EdgeEffects.Kind.LOGITS
                                    && e.from().kind() == EdgeEffects.Kind.MLP)
                            .forEach(e -> {
                                NDArray out = pass.cache()
                                        .layers()
                                        .get(e.from().layer())
                                        .mlpOut()
                                        .get(e.position());
                                double direct = e.position() == question.position()
                                        ? out.dot(atEnd).getFloat()
                                        : 0;
                                assertThat((double) e.effect()).isCloseTo(direct, within(1e-3));
                            });
                    // the gradient at resid_pre is what comes through the stream plus what all readers pass back
                    for (int l = 0; l < model.architecture().layers(); l++) {
                        Gradients.Layer layer = pass.gradients().layers().get(l);
                        NDArray before = l == 0
                                ? pass.gradients().embed()
                                : pass.gradients().layers().get(l - 1).residPost();
                        try (Block.InUse use =
                                model.parameters().blocks().get(l).use()) {
                            for (int p = 0; p < TOKENS.length; p++) {
                                NDArray sum = layer.residMid().get(p);
                                for (int h = 0; h < model.architecture().heads(); h++) {
                                    for (EdgeEffects.Kind kind : List.of(
                                            EdgeEffects.Kind.QUERY, EdgeEffects.Kind.KEY, EdgeEffects.Kind.VALUE)) {
                                        sum = sum.add(layer.at(new EdgeEffects.Component(kind, l, h), p, use.block()));
                                    }
                                }
                                assertThat(sum.sub(before.get(p)).abs().max().getFloat())
                                        .isLessThan(1e-4f);
                                NDArray mlp = layer.residPost()
                                        .get(p)
                                        .add(layer.at(
                                                new EdgeEffects.Component(EdgeEffects.Kind.MLP, l, -1),
                                                p,
                                                use.block()));
                                assertThat(mlp.sub(layer.residMid().get(p))
                                                .abs()
                                                .max()
                                                .getFloat())
                                        .isLessThan(1e-4f);
                            }
                        }
                    }
                },
                1);
    }

    @Test
    @Tag("thorough")
    void gradients_do_not_depend_on_when_the_garbage_collector_runs() throws InterruptedException {
        AtomicBoolean done = new AtomicBoolean();
        Thread collecting = new Thread(() -> {
            while (!done.get()) {
                System.gc();
                LockSupport.parkNanos(20_000_000);
            }
        });
        List<Float> sizes = new ArrayList<>();
        Check size = (model, pass, question) ->
                sizes.add(pass.gradients().embed().abs().sum().getFloat());
        collecting.start();
        for (int i = 0; i < 3; i++) {
            with(size, 8);
        }
        done.set(true);
        collecting.join();
        with(size, 8);
        assertThat(sizes)
                .allSatisfy(each -> assertThat(each).isCloseTo(sizes.get(sizes.size() - 1), withinPercentage(0.01)));
    }

    private interface Check {
        void run(Transformer model, GradientPass.Result pass, Question question);
    }

    private static int[] encoded() {
        try (Tokenizer tokenizer = Tokenizer.open(Golden.sampleModel()).orElseThrow()) {
            return tokenizer.encode("When Mary and John went to the store, John gave a drink to");
        }
    }

    private static void with(Check check, int steps) {
        try (Transformer model = ModelLoader.load(Golden.sampleModel());
                NDManager manager = model.newPassManager()) {
            Question question = new Question(TOKENS.length - 1, 518, OptionalInt.empty()); // " Mary"
            GradientPass.Result pass = new GradientPass(model, TOKENS, manager)
                    .run(new EffectOptions(EffectMetric.LOGIT, steps), logits -> question, done -> {});
            check.run(model, pass, question);
        }
    }

    private static double without(Transformer model, GradientPass.Result pass, Question question, int layer, int head) {
        Architecture a = model.architecture();
        Block block = model.parameters().blocks().get(layer);
        Probe less = (site, at, x) -> {
            if (site != Probe.Site.V || at != layer) {
                return x;
            }
            float[] mask = new float[a.heads()];
            Arrays.fill(mask, 1);
            mask[head] = 0;
            return x.mul(
                    x.getManager().create(mask).reshape(a.heads(), 1, 1)); // values of zero: the head writes nothing
        };
        assertThat(block.bO()).isNotNull();
        NDManager manager = pass.cache().logits().getManager();
        return metric(model.run(TOKENS, manager, done -> {}, less).logits(), question);
    }

    private static double metric(NDArray logits, Question question) {
        return logits.getFloat(question.position(), question.target());
    }

    private static double correlation(List<double[]> pairs) {
        double[] mean = new double[2];
        pairs.forEach(pair -> {
            mean[0] += pair[0] / pairs.size();
            mean[1] += pair[1] / pairs.size();
        });
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (double[] pair : pairs) {
            xy += (pair[0] - mean[0]) * (pair[1] - mean[1]);
            xx += (pair[0] - mean[0]) * (pair[0] - mean[0]);
            yy += (pair[1] - mean[1]) * (pair[1] - mean[1]);
        }
        return xy / Math.sqrt(xx * yy);
    }
}
