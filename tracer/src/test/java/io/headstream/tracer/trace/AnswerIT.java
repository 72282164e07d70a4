package io.headstream.tracer.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import io.headstream.schema.Figure;
import io.headstream.schema.TraceDetail;
import io.headstream.tracer.Golden;
import io.headstream.tracer.attribution.Outcome;
import io.headstream.tracer.attribution.Question;
import io.headstream.tracer.effect.EffectMetric;
import io.headstream.tracer.effect.EffectOptions;
import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.intervene.At;
import io.headstream.tracer.intervene.Intervention;
import io.headstream.tracer.intervene.Kind;
import io.headstream.tracer.intervene.Positions;
import io.headstream.tracer.intervene.Vector;
import io.headstream.tracer.load.LoadedModel;
import io.headstream.tracer.sweep.Measured;
import io.headstream.tracer.sweep.Sweep;
import io.headstream.tracer.sweep.SweepRequest;
import io.headstream.tracer.sweep.Swept;
import io.headstream.tracer.whole.HeadPattern;
import io.headstream.tracer.whole.HookPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer of several tokens is explained in one pass, and its figures are those of its tokens together. */
class AnswerIT {
    private static LoadedModel sample;
    private static int[] prompt;
    private static List<Integer> answer;
    private static List<Integer> other;

    @BeforeAll
    static void load() {
        sample = LoadedModel.load(Golden.sampleModel());
        prompt = sample.vocabulary().encode("When Mary and John went to the store, John gave a drink to");
        answer = ids(" Mary and John");
        other = ids(" John or Mary");
        assertThat(answer).hasSize(3);
        assertThat(other).hasSize(3);
    }

    @AfterAll
    static void close() {
        sample.close();
    }

    private static List<Integer> ids(String text) {
        return IntStream.of(sample.vocabulary().tokenizer().orElseThrow().encodeBare(text))
                .boxed()
                .toList();
    }

    @Test
    void the_metric_is_the_log_probability_of_all_its_tokens() {
        Trace trace = trace(List.of(), TraceOptions.DEFAULT);
        double[] expected = logProbabilities();
        assertThat(trace.metric())
                .isCloseTo(IntStream.range(0, 3).mapToDouble(i -> expected[i]).sum(), within(1e-4));
        assertThat(trace.question().positions()).containsExactly(prompt.length - 1, prompt.length, prompt.length + 1);
        assertThat(trace.tokens()).hasSize(prompt.length + 2);
        for (int i = 0; i < 3; i++) {
            assertThat(Math.log(trace.targetProbabilities().get(i))).isCloseTo(expected[i], within(1e-4));
        }
        assertThat(Math.log(trace.targetProbability())).isCloseTo(trace.metric(), within(1e-4));
        assertThat(trace.proposed()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void its_parts_add_up_at_each_position_and_over_all(boolean compared) {
        for (TraceDetail detail : List.of(TraceDetail.HEADS, TraceDetail.NEURONS, TraceDetail.FULL)) {
            Trace trace = trace(compared ? other : List.of(), TraceOptions.DEFAULT.withDetail(detail));
            DecompositionTest.wholes(trace);
            ChangedTraceIT.metric(trace);
            ChangedTraceIT.influence(trace, sample.architecture().layers());
        }
    }

    // a sum's gradient is the sum of the gradients, a log probability's the probability's over it
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void its_effects_are_its_tokens_effects_together(boolean compared) {
        Trace trace = trace(compared ? other : List.of(), TraceOptions.DEFAULT);
        double[] probabilities = new double[3];
        List<Trace> each = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            each.add(token(i, compared));
            probabilities[i] = each.get(i).targetProbability();
        }
        for (int h = 0; h < trace.patterns().size(); h++) {
            HeadPattern head = trace.patterns().get(h);
            double dla = 0;
            for (int i = 0; i < 3; i++) {
                dla += each.get(i).patterns().get(h).dla();
            }
            assertThat(head.dla()).isCloseTo(dla, within(1e-4));
            for (int p = 0; p < trace.tokens().size(); p++) {
                double effect = 0;
                double influence = 0;
                for (int i = 0; i < 3; i++) {
                    HeadPattern same = each.get(i).patterns().get(h);
                    effect += figure(same, Figure.EFFECT, p) / (compared ? 1 : probabilities[i]);
                    influence += figure(same, Figure.INFLUENCE, p) / 3;
                }
                assertThat(figure(head, Figure.EFFECT, p)).isCloseTo(effect, within(2e-4 * (1 + Math.abs(effect))));
                assertThat(figure(head, Figure.INFLUENCE, p)).isCloseTo(influence, within(1e-5));
            }
            int at = h;
            byToken(
                    head.byToken(),
                    i -> each.get(i).patterns().get(at).byPosition(),
                    i -> compared ? 1 : probabilities[i]);
            for (int i = 0; i < 3; i++) {
                assertThat(list(head.byToken(), Figure.DLA)[i])
                        .isCloseTo((float) each.get(i).patterns().get(h).dla(), within(1e-4f));
            }
        }
        for (int l = 0; l < sample.architecture().layers(); l++) {
            int layer = l;
            byToken(
                    mlp(trace, l).byToken(),
                    i -> mlp(each.get(i), layer).byPosition(),
                    i -> compared ? 1 : probabilities[i]);
        }
    }

    // what a component does for each token alone is what it does, over all positions, in the trace of that token
    private static void byToken(
            Map<Figure, float[]> byToken, IntFunction<Map<Figure, float[]>> alone, IntToDoubleFunction probability) {
        for (int i = 0; i < 3; i++) {
            double effect = sum(alone.apply(i), Figure.EFFECT) / probability.applyAsDouble(i);
            assertThat((double) list(byToken, Figure.EFFECT)[i])
                    .isCloseTo(effect, within(5e-4 * (1 + Math.abs(effect))));
            assertThat((double) list(byToken, Figure.INFLUENCE)[i])
                    .isCloseTo(sum(alone.apply(i), Figure.INFLUENCE), within(1e-4));
        }
    }

    private static double sum(Map<Figure, float[]> lists, Figure figure) {
        double sum = 0;
        for (float value : list(lists, figure)) {
            sum += value;
        }
        return sum;
    }

    private static float[] list(Map<Figure, float[]> lists, Figure figure) {
        return Objects.requireNonNull(lists.get(figure));
    }

    private static HookPoint mlp(Trace trace, int layer) {
        return trace.hookPoints().stream()
                .filter(point -> point.site() == io.headstream.schema.Site.MLP && point.layer() == layer)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void with_integrated_gradients_tokens_add_up_too() {
        Trace trace =
                trace(List.of(), TraceOptions.DEFAULT.withEffects(new EffectOptions(EffectMetric.PROBABILITY, 3)));
        trace.patterns().forEach(head -> assertThat(sum(head.byToken(), Figure.EFFECT))
                .isCloseTo(sum(head.byPosition(), Figure.EFFECT), within(1e-4)));
        Intervention half = new Intervention(
                Kind.SCALE,
                At.whole(io.headstream.tracer.intervene.Place.RESID_MID, 4, Positions.ALL),
                0.5,
                Vector.NONE);
        Trace changed = new Tracer(sample)
                .trace(
                        TraceRequest.of(prompt)
                                .withAnswer(answer, List.of())
                                .withInterventions(List.of(Intervention.zero(At.head(4, 5, Positions.ALL)), half)),
                        Progress.NONE);
        changed.patterns().forEach(head -> assertThat(sum(head.byToken(), Figure.EFFECT))
                .as(head.head() + " of a changed pass")
                .isCloseTo(sum(head.byPosition(), Figure.EFFECT), within(1e-4)));
        assertThat(sum(mlp(trace, 2).byToken(), Figure.INFLUENCE) / 3)
                .isCloseTo(sum(mlp(trace, 2).byPosition(), Figure.INFLUENCE), within(1e-4));
    }

    @Test
    void the_lens_reads_each_position_for_its_own_token() {
        Trace trace = trace(List.of(), TraceOptions.DEFAULT);
        HookPoint last = trace.hookPoints().stream()
                .filter(point -> point.site() == io.headstream.schema.Site.POST
                        && point.layer() == sample.architecture().layers() - 1)
                .findFirst()
                .orElseThrow();
        double[] expected = logProbabilities();
        for (int i = 0; i < 3; i++) {
            double read = last.lens().orElseThrow().targetProbability()[prompt.length - 1 + i];
            assertThat(Math.log(read)).isCloseTo(expected[i], within(1e-3));
        }
    }

    @Test
    void a_sweep_measures_all_of_it() {
        Question question = new Question(prompt.length - 1, answer, List.of());
        int[] tokens = TraceRequest.withAnswer(prompt, answer);
        List<Outcome> baseline = new ArrayList<>();
        List<Measured> measured = new ArrayList<>();
        new Sweep(sample, new SweepRequest(tokens, question, Swept.MLPS, Kind.ZERO, Vector.NONE, Positions.ALL, 1))
                .run(baseline::add, measured::add, Sweep.Progress.NONE);
        Trace changed = new Tracer(sample)
                .trace(
                        TraceRequest.of(prompt)
                                .withAnswer(answer, List.of())
                                .withInterventions(List.of(Intervention.zero(
                                        At.whole(io.headstream.tracer.intervene.Place.MLP_OUT, 2, Positions.ALL)))),
                        Progress.NONE);
        assertThat(baseline.get(0).metric())
                .isCloseTo(
                        IntStream.range(0, 3)
                                .mapToDouble(i -> logProbabilities()[i])
                                .sum(),
                        within(1e-4));
        assertThat(measured.get(2).metric()).isCloseTo(changed.metric(), within(1e-3));
        assertThat(measured.get(2).after().probability()).isCloseTo(changed.targetProbability(), within(1e-4));
        assertThat(measured.get(2).after().rank()).isEqualTo(changed.targetRank());
    }

    @Test
    void what_does_not_fit_is_refused() {
        TraceRequest of = TraceRequest.of(prompt);
        assertThatThrownBy(() -> check(of.withAnswer(answer, other.subList(0, 2))))
                .isInstanceOf(TraceException.class)
                .hasMessageContaining("the target has 3 tokens and the distractor 2");
        assertThatThrownBy(() -> check(of.withAnswer(answer, answer)))
                .isInstanceOf(TraceException.class)
                .hasMessageContaining("the same tokens");
        TraceRequest early = new TraceRequest(
                TraceRequest.withAnswer(prompt, answer),
                OptionalInt.of(3),
                answer,
                List.of(),
                false,
                TraceOptions.DEFAULT,
                List.of());
        assertThatThrownBy(() -> check(early))
                .isInstanceOf(TraceException.class)
                .hasMessageContaining("stands after the prompt; leave out position");
    }

    private static void check(TraceRequest request) {
        request.check(sample.architecture(), sample.vocabulary());
    }

    private static double figure(HeadPattern head, Figure figure, int position) {
        return Objects.requireNonNull(head.byPosition().get(figure))[position];
    }

    private static Trace trace(List<Integer> distractor, TraceOptions options) {
        return new Tracer(sample)
                .trace(TraceRequest.of(prompt).withAnswer(answer, distractor).withOptions(options), Progress.NONE);
    }

    // one of its tokens, in a trace of its own
    private static Trace token(int i, boolean compared) {
        EffectMetric metric = compared ? EffectMetric.LOGIT : EffectMetric.PROBABILITY;
        return new Tracer(sample)
                .trace(
                        new TraceRequest(
                                TraceRequest.withAnswer(prompt, answer),
                                OptionalInt.of(prompt.length - 1 + i),
                                OptionalInt.of(answer.get(i)),
                                compared && !answer.get(i).equals(other.get(i))
                                        ? OptionalInt.of(other.get(i))
                                        : OptionalInt.empty(),
                                false,
                                TraceOptions.DEFAULT.withEffects(new EffectOptions(metric, 1))),
                        Progress.NONE);
    }

    // of a plain pass, in double precision
    private static double[] logProbabilities() {
        try (NDManager manager = sample.transformer().newPassManager()) {
            var logits = sample.transformer()
                    .run(TraceRequest.withAnswer(prompt, answer), manager)
                    .logits();
            return IntStream.range(0, answer.size())
                    .mapToDouble(i -> {
                        float[] row = logits.get(prompt.length - 1 + i).toFloatArray();
                        double sum = 0;
                        for (float logit : row) {
                            sum += Math.exp(logit - (double) row[answer.get(i)]);
                        }
                        return -Math.log(sum);
                    })
                    .toArray();
        }
    }
}
