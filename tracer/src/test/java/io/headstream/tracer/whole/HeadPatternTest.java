package io.headstream.tracer.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import io.headstream.schema.Figure;
import io.headstream.schema.PatternScore;
import io.headstream.tracer.Golden;
import io.headstream.tracer.load.LoadedModel;
import io.headstream.tracer.model.ActivationCache;
import io.headstream.tracer.trace.Progress;
import io.headstream.tracer.trace.Trace;
import io.headstream.tracer.trace.TraceRequest;
import io.headstream.tracer.trace.Tracer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Patterns and scores of a trace are those of hook_pattern, which `headstream activations` writes, head by head. */
class HeadPatternTest {
    private static final String SHORT = "When Mary and John went to the store, John gave a drink to";
    private static final String LONG = SHORT + " Mary. " + SHORT + " Mary. " + SHORT;

    private static LoadedModel model;

    @BeforeAll
    static void load() {
        model = LoadedModel.load(Golden.sampleModel());
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @Test
    void rows_of_a_short_prompt_are_whole() {
        check(SHORT, 0);
    }

    @Test
    void rows_of_a_long_prompt_have_the_weights_from_a_hundredth_on_and_a_rest() {
        check(LONG, 0.01);
    }

    private static void check(String prompt, double floor) {
        int[] tokens = model.vocabulary().encode(prompt);
        Trace trace = new Tracer(model).trace(TraceRequest.of(tokens), Progress.NONE);
        try (NDManager manager = model.transformer().newPassManager()) {
            ActivationCache cache = model.transformer().run(tokens, manager);
            for (HeadPattern pattern : trace.patterns()) {
                float[] all = model.transformer()
                        .pattern(pattern.head().layer(), cache)
                        .get(pattern.head().number())
                        .toFloatArray();
                rows(pattern.attention(), all, tokens.length, floor);
                scores(pattern, all, tokens);
                assertThat(pattern.byPosition().get(Figure.EFFECT)).hasSize(tokens.length);
            }
        }
        assertThat(trace.patterns()).hasSize(36);
        assertThat(trace.hookPoints()).hasSize(25).allSatisfy(point -> {
            assertThat(point.byPosition().get(Figure.NORM)).hasSize(tokens.length);
            assertThat(point.lens().isPresent())
                    .isEqualTo(!List.of("attn", "mlp").contains(point.site().toString()));
        });
    }

    private static void rows(AttentionPattern rows, float[] all, int n, double floor) {
        for (int q = 0; q < n; q++) {
            double listed = 0;
            int at = rows.starts()[q];
            for (int k = 0; k <= q; k++) {
                float weight = all[q * n + k];
                if (weight >= floor && weight > 0) {
                    assertThat(rows.keys()[at]).isEqualTo(k);
                    assertThat(rows.weights()[at++]).isCloseTo(weight, within(1e-5f));
                    listed += weight;
                }
            }
            assertThat(at).isEqualTo(rows.starts()[q + 1]);
            assertThat(listed + rows.rest()[q]).isCloseTo(1, within(1e-4));
        }
    }

    // as the field defines them, said over the whole matrix
    private static void scores(HeadPattern pattern, float[] all, int[] tokens) {
        int n = tokens.length;
        List<Double> first = new ArrayList<>();
        List<Double> previous = new ArrayList<>();
        List<Double> own = new ArrayList<>();
        List<Double> duplicate = new ArrayList<>();
        List<Double> induction = new ArrayList<>();
        List<Double> distance = new ArrayList<>();
        for (int q = 1; q < n; q++) {
            first.add((double) all[q * n]);
            own.add((double) all[q * n + q]);
            if (q >= 2) {
                previous.add((double) all[q * n + q - 1]);
            }
            double same = 0;
            double after = 0;
            double back = 0;
            boolean repeats = false;
            boolean follows = false;
            for (int k = 0; k <= q; k++) {
                back += all[q * n + k] * (q - k);
                if (k < q && tokens[k] == tokens[q]) {
                    repeats = true;
                    same += all[q * n + k];
                    if (k + 1 < q) {
                        follows = true;
                        after += all[q * n + k + 1];
                    }
                }
            }
            distance.add(back);
            if (repeats) {
                duplicate.add(same);
            }
            if (follows) {
                induction.add(after);
            }
        }
        same(pattern, PatternScore.FIRST_TOKEN, first);
        same(pattern, PatternScore.PREVIOUS_TOKEN, previous);
        same(pattern, PatternScore.CURRENT_TOKEN, own);
        same(pattern, PatternScore.DUPLICATE_TOKEN, duplicate);
        same(pattern, PatternScore.INDUCTION, induction);
        same(pattern, PatternScore.DISTANCE, distance);
    }

    private static void same(HeadPattern pattern, PatternScore score, List<Double> values) {
        assertThat(pattern.attention().scores().get(score))
                .as("%s of %s", score, pattern.head())
                .isCloseTo(values.stream().mapToDouble(v -> v).average().orElseThrow(), within(1e-4));
    }
}
