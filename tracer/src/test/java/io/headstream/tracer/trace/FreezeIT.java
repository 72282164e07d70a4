package io.headstream.tracer.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.headstream.schema.ActivationKind;
import io.headstream.schema.Figure;
import io.headstream.schema.Site;
import io.headstream.tracer.Golden;
import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.intervene.At;
import io.headstream.tracer.intervene.Intervention;
import io.headstream.tracer.intervene.Place;
import io.headstream.tracer.intervene.Positions;
import io.headstream.tracer.load.LoadedModel;
import io.headstream.tracer.model.ActivationCache;
import io.headstream.tracer.model.Probe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is frozen is as in the unchanged pass: then effects that are estimates are exact, and a sender reaches its receiver alone. */
class FreezeIT {
    private static final int MARY = 518;
    private static final int JOHN = 535;

    private static LoadedModel sample;
    private static int[] tokens;
    private static Trace baseline;

    @BeforeAll
    static void load() {
        sample = LoadedModel.load(Golden.sampleModel());
        tokens = sample.vocabulary().encode("When Mary and John went to the store, John gave a drink to");
        baseline = trace();
    }

    @AfterAll
    static void close() {
        sample.close();
    }

    @Test
    void ablation_in_the_last_layer_with_the_final_norm_frozen_is_the_direct_logit_attribution() {
        int last = sample.architecture().layers() - 1;
        double mlp = dla(baseline.activations().stream()
                .filter(a -> a.place().site() == Site.MLP
                        && a.place().layer() == last
                        && a.place().position() == tokens.length - 1)
                .findFirst()
                .orElseThrow());
        Trace without = trace(Intervention.zero(At.whole(Place.MLP_OUT, last, Positions.TARGET)), finalNorm());
        assertThat(without.metric() - baseline.metric()).isCloseTo(-mlp, within(2e-4));
        List<Activation> neurons = baseline.activations().stream()
                .filter(a -> a.place().kind() == ActivationKind.NEURON_ACTIVATION
                        && a.place().layer() == last
                        && a.place().position() == tokens.length - 1)
                .sorted(Comparator.comparingDouble(a -> -Math.abs(dla(a))))
                .limit(5)
                .toList();
        assertThat(neurons).hasSize(5);
        for (Activation neuron : neurons) {
            Trace ablated =
                    trace(Intervention.zero(At.neuron(last, neuron.place().number(), Positions.TARGET)), finalNorm());
            assertThat(ablated.metric() - baseline.metric()).isCloseTo(-dla(neuron), within(2e-4));
        }
    }

    @Test
    void with_norms_patterns_and_mlps_frozen_the_effect_of_a_head_is_exact() {
        List<Intervention> frozen = List.of(
                Intervention.freeze(At.whole(Place.LN1_SCALE, At.ALL, Positions.ALL)),
                Intervention.freeze(At.whole(Place.PATTERN, At.ALL, Positions.ALL)),
                Intervention.freeze(At.whole(Place.MLP_OUT, At.ALL, Positions.ALL)),
                finalNorm());
        Trace still = trace(frozen.toArray(Intervention[]::new));
        assertThat(still.metric()).isCloseTo(baseline.metric(), within(1e-4));
        for (int head : new int[] {1, 9, 14, 25, 29}) {
            double effect = 0;
            for (float each : Objects.requireNonNull(
                    still.patterns().get(head).byPosition().get(Figure.EFFECT))) {
                effect += each;
            }
            List<Intervention> changes = new ArrayList<>(frozen);
            changes.add(Intervention.zero(At.head(head / 6, head % 6, Positions.ALL)));
            double change = trace(changes.toArray(Intervention[]::new)).metric() - still.metric();
            assertThat(change).isCloseTo(-effect, within(1e-3));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "gpt-j", "gpt-neox", "llama", "qwen3"})
    void parts_add_up_in_every_family(String family) {
        try (LoadedModel model = LoadedModel.load(Golden.folder(family))) {
            int[] ids = DecompositionTest.tokens(model, family);
            Trace trace = new Tracer(model)
                    .trace(
                            TraceRequest.of(ids)
                                    .withTarget(5)
                                    .withDistractor(9)
                                    .withInterventions(List.of(
                                            Intervention.zero(At.head(0, 0, Positions.ALL)),
                                            Intervention.freeze(At.whole(Place.LN1_SCALE, At.ALL, Positions.ALL)),
                                            Intervention.freeze(At.whole(Place.LN2_SCALE, 1, Positions.TARGET)),
                                            Intervention.freeze(At.whole(Place.PATTERN, At.ALL, Positions.ALL)),
                                            Intervention.path(
                                                    At.head(0, 1, Positions.ALL), At.head(1, 0, Positions.ALL)),
                                            finalNorm())),
                            Progress.NONE);
            DecompositionTest.wholes(trace);
            ChangedTraceIT.metric(trace);
            ChangedTraceIT.influence(trace, model.architecture().layers());
        }
    }

    @Test
    void a_frozen_pattern_stays() {
        Intervention change = Intervention.zero(At.whole(Place.MLP_OUT, 0, Positions.ALL));
        Trace moved = trace(change);
        Trace held = trace(change, Intervention.freeze(At.whole(Place.PATTERN, At.ALL, Positions.ALL)));
        int differ = 0;
        for (int h = 0; h < baseline.patterns().size(); h++) {
            float[] weights = baseline.patterns().get(h).attention().weights();
            assertThat(held.patterns().get(h).attention().weights()).containsExactly(weights, within(1e-5f));
            float[] others = moved.patterns().get(h).attention().weights();
            differ += Arrays.equals(others, weights) ? 0 : 1;
        }
        assertThat(differ).isGreaterThan(20);
    }

    // two passes: one with all that lies between held, to see what the receiver becomes, one with the receiver so
    @ParameterizedTest
    @CsvSource({"0,2,4,5", "2,3,4,1", "3,3,4,5", "1,0,5,1", "0,2,3,-1", "3,1,3,-1"})
    void path_patching_is_what_two_passes_say(int fromLayer, int fromHead, int toLayer, int toHead) {
        Trace path = trace(Intervention.path(
                At.head(fromLayer, fromHead, Positions.ALL),
                toHead < 0
                        ? At.whole(Place.MLP_OUT, toLayer, Positions.ALL)
                        : At.head(toLayer, toHead, Positions.ALL)));
        int width = sample.architecture().dHead();
        try (NDManager manager = sample.transformer().newPassManager()) {
            ActivationCache plain = sample.transformer().run(tokens, manager);
            Probe between = (site, layer, x) -> switch (site) {
                case Z -> layer == fromLayer ? columns(x, fromHead * width, width, null) : x;
                case ATTN_OUT ->
                    layer > fromLayer && layer <= toLayer && !(layer == toLayer && toHead >= 0)
                            ? plain.layers().get(layer).attnOut()
                            : x;
                case MLP_OUT ->
                    layer >= fromLayer && layer < toLayer
                            ? plain.layers().get(layer).mlpOut()
                            : x;
                default -> x;
            };
            ActivationCache first = sample.transformer().run(tokens, manager, done -> {}, between);
            NDArray received = toHead >= 0
                    ? first.layers().get(toLayer).z()
                    : first.layers().get(toLayer).mlpOut();
            Probe second = (site, layer, x) -> layer != toLayer
                    ? x
                    : site == Probe.Site.Z && toHead >= 0
                            ? columns(x, toHead * width, width, received)
                            : site == Probe.Site.MLP_OUT && toHead < 0 ? received : x;
            NDArray logits = sample.transformer()
                    .run(tokens, manager, done -> {}, second)
                    .logits()
                    .get(tokens.length - 1);
            double metric = logits.getFloat(MARY) - logits.getFloat(JOHN);
            assertThat(path.metric()).isCloseTo(metric, within(1e-3));
            assertThat(path.metric()).isNotCloseTo(baseline.metric(), within(1e-6));
        }
    }

    @Test
    void what_cannot_be_is_refused() {
        assertThatThrownBy(() -> trace(Intervention.path(At.head(4, 1, Positions.ALL), At.head(4, 5, Positions.ALL))))
                .isInstanceOf(TraceException.class)
                .hasMessageContaining("L4H1 does not come before L4H5");
        assertThatThrownBy(() -> trace(Intervention.zero(At.whole(Place.LN1_SCALE, 0, Positions.ALL))))
                .isInstanceOf(TraceException.class)
                .hasMessageContaining("can be frozen or patched");
        assertThatThrownBy(() -> trace(Intervention.freeze(At.whole(Place.LN1_SCALE, 99, Positions.ALL))))
                .isInstanceOf(TraceException.class)
                .hasMessageContaining("layer 99 is not there");
    }

    // columns of x become others', or 0
    private static NDArray columns(NDArray x, int from, int width, @org.jspecify.annotations.Nullable NDArray other) {
        float[] values = x.toFloatArray();
        float[] others = other == null ? new float[values.length] : other.toFloatArray();
        int all = (int) x.getShape().get(1);
        for (int p = 0; p < x.getShape().get(0); p++) {
            System.arraycopy(others, p * all + from, values, p * all + from, width);
        }
        return x.getManager().create(values, x.getShape());
    }

    private static Intervention finalNorm() {
        return Intervention.freeze(At.whole(Place.FINAL_SCALE, 0, Positions.ALL));
    }

    private static double dla(Activation activation) {
        return activation.figure(Figure.DLA).orElseThrow();
    }

    private static Trace trace(Intervention... changes) {
        return new Tracer(sample)
                .trace(
                        TraceRequest.of(tokens)
                                .withTarget(MARY)
                                .withDistractor(JOHN)
                                .withInterventions(Arrays.asList(changes)),
                        Progress.NONE);
    }
}
